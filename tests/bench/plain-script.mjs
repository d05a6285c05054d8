// What anyone would write by hand: open the page, read the switch. No guard, no proof, no report.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright';

const [, , executablePath, address, sessionFile] = process.argv;
const browser = await chromium.launch({ executablePath, headless: true, chromiumSandbox: process.getuid?.() !== 0 });
const context = await browser.newContext({ storageState: JSON.parse(readFileSync(sessionFile, 'utf8')) });
const page = await context.newPage();
await page.goto(address);
const isOn = await page.locator('[aria-labelledby="allowDataForGenerativeAI"]').isChecked();
process.stdout.write(`${isOn ? 'on' : 'off'}\n`);
await browser.close();
