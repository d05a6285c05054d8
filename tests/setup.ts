import { chromium } from 'playwright';
import { findBrowser, findInPath } from '../src/browser/find.ts';
import { ensureBrowser, installPackages } from '../src/browser/install.ts';

/** The tests drive a real browser, also in a visible window: what they need is installed by the same step. */
export default async function setup(): Promise<void> {
  const tell = (text: string) => void process.stderr.write(`${text}\n`);
  await ensureBrowser(tell);
  // A browser's first start on a machine takes long, and is no test's fault.
  const { executablePath } = await findBrowser();
  await (
    await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0, timeout: 120_000 })
  ).close();
  if (process.platform !== 'linux') return;
  const missing: string[] = [];
  for (const [program, name] of Object.entries(PACKAGES)) if (!(await findInPath(program))) missing.push(name);
  if (missing.length === 0) return;
  tell(`Installing what the tests use: ${missing.join(', ')}.`);
  // One that this system does not have must not keep the others away.
  if (!(await installPackages(missing))) for (const name of missing) await installPackages([name]);
  if (!(await findInPath('Xvfb'))) throw new Error('Xvfb is missing: sudo apt-get update && sudo apt-get install xvfb');
}

/** Program and Debian package. Without Xvfb there is no visible window; what needs another one is left out, or slower. */
const PACKAGES = {
  Xvfb: 'xvfb',
  'chromium-headless-shell': 'chromium-headless-shell',
  crontab: 'cron',
  xmllint: 'libxml2-utils',
};
