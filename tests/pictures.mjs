// Draws README's pictures from what the program really prints and writes: npm run pictures
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { findBrowser } from '../dist/browser/find.js';

const root = new URL('..', import.meta.url);
const COLORS = { 31: '#ff7b72', 32: '#3fb950', 33: '#d29922', 36: '#39c5cf' };
const LINE = 19;
const COLUMN = 8.43;

const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
const report = join(folder, 'report.html');
const output = execFileSync(
  process.execPath,
  ['bin/linkedin-ai-optout.js', 'demo', '--headless', '--quiet', '--output', report],
  { cwd: root, env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' }, encoding: 'utf8' },
);
const steps = output.split(/\n(?=\S*[1-4]\. )/);
const disable = (steps.find((step) => step.includes('3. disable')) ?? '').trim().split('\n').slice(1);
const lines = ['\u001b[2m$\u001b[22m linkedin-ai-optout disable --yes', ...disable].join('\n').trimEnd().split('\n');

const width = Math.ceil(Math.max(...lines.map((line) => plain(line).length)) * COLUMN + 48);
const height = lines.length * LINE + 56;
const rows = lines.map((line, index) => `<text x="24" y="${44 + index * LINE}">${spans(line)}</text>`).join('\n');
mkdirSync(new URL('.github/', root), { recursive: true });
writeFileSync(
  new URL('.github/disable.svg', root),
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
<title>linkedin-ai-optout disable: it was on, it was turned off, and a fresh load of the page confirms it</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#e6edf3" style="white-space: pre">
${rows}
</g>
</svg>
`,
);

const { executablePath } = await findBrowser();
const browser = await chromium.launch({ executablePath, chromiumSandbox: process.getuid?.() !== 0 });
try {
  const page = await browser.newPage({
    viewport: { width: 760, height: 800 },
    deviceScaleFactor: 1.5,
    colorScheme: 'light',
  });
  await page.goto(pathToFileURL(report).href);
  // The answer, how it is known, and what was; what off means and the next steps are text, and below.
  const article = await page.locator('article').boundingBox();
  await page.screenshot({
    path: fileURLToPath(new URL('.github/report.png', root)),
    clip: { x: 0, y: 0, width: 760, height: Math.ceil(article.y + article.height + 16) },
    fullPage: true,
  });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true });
}

function plain(line) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
  return line.replace(/\u001b\[\d+m/g, '');
}

function spans(line) {
  const style = { color: null, bold: false, dim: false };
  return line
    .split('\u001b[')
    .map((part, index) => {
      const [, code = '', rest = part] = index === 0 ? [] : (/^(\d+)m(.*)$/s.exec(part) ?? []);
      if (code === '1') style.bold = true;
      if (code === '2') style.dim = true;
      if (code === '22') Object.assign(style, { bold: false, dim: false });
      if (code === '39') style.color = null;
      style.color = COLORS[code] ?? style.color;
      const text = rest.replace(/&/g, '&amp;').replace(/</g, '&lt;');
      const fill = style.color ?? (style.dim ? '#7d8590' : null);
      return text && `<tspan${fill ? ` fill="${fill}"` : ''}${style.bold ? ' font-weight="bold"' : ''}>${text}</tspan>`;
    })
    .join('');
}
