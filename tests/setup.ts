import { chromium } from 'playwright';
import { findBrowser, isInPath } from '../src/browser/find.ts';
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
  if (process.platform === 'linux' && !(await isInPath('Xvfb'))) {
    tell('Installing Xvfb, for the tests with a visible window.');
    if (!(await installPackages(['xvfb'])))
      throw new Error('Xvfb is missing: sudo apt-get update && sudo apt-get install xvfb');
  }
  await installIfMissing('crontab', ['cron']);
  await installIfMissing('xmllint', ['libxml2-utils']);
}

/** Asked in a few tests, which are left out where it is not there. */
async function installIfMissing(program: string, packages: readonly string[]): Promise<void> {
  if (process.platform === 'linux' && !(await isInPath(program))) await installPackages(packages);
}
