import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parse } from 'acorn';
import { simple } from 'acorn-walk';

/** One `await` of the program, by its place in the built code. */
export interface Site {
  /** `page/visit.js#3`: the third one in that file */
  id: string;
  file: string;
  /** what is waited for, as it is written */
  code: string;
}

export interface Instrumented {
  /** the program's entry, for node */
  entry: string;
  sites: readonly Site[];
}

const ROOT = join(import.meta.dirname, '../..');

/** Where the program waits, it tells so on descriptor 3; where it was told to stop there, it stands still until 4 is written to. */
const REPORTER = `import { readSync, writeSync } from 'node:fs';
const { STOP_AT, STOP_PHASE } = process.env;
let phase = 'before';
let hasStopped = false;
globalThis.__at = (site, isClick, waitedFor) => {
  const isStop = !hasStopped && site === STOP_AT && phase === STOP_PHASE;
  writeSync(3, \`\${phase} \${site}\${isStop ? ' stopped' : ''}\\n\`);
  if (isStop) {
    hasStopped = true;
    readSync(4, Buffer.alloc(1));
  }
  if (isClick) phase = 'after';
  return waitedFor;
};
`;

/** Copies the built program into a folder, with a report before each of its awaits; what they wait for is already begun. */
export async function instrument(folder: string): Promise<Instrumented> {
  const sites: Site[] = [];
  const dist = join(ROOT, 'dist');
  const names = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.js'));
  for (const name of names.sort()) {
    const code = await readFile(join(dist, name), 'utf8');
    const path = join(folder, 'dist', name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, name.startsWith('demo') ? code : reporting(relative('.', name), code, sites));
  }
  for (const name of ['package.json', 'bin']) await cp(join(ROOT, name), join(folder, name), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const entry = join(folder, 'bin/reporting.js');
  await writeFile(join(folder, 'bin/reporter.js'), REPORTER);
  await writeFile(entry, "import './reporter.js';\nawait import('./linkedin-ai-optout.js');\n");
  return { entry, sites };
}

function reporting(file: string, code: string, sites: Site[]): string {
  const inserts: { at: number; text: string }[] = [];
  let count = 0;
  simple(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }), {
    AwaitExpression({ argument }) {
      count += 1;
      const text = code.slice(argument.start, argument.end).replace(/\s+/g, ' ');
      const site = { id: `${file}#${count}`, file, code: text };
      sites.push(site);
      const isClick = /^(part\.click|control\.dispatchEvent)\(/.test(text);
      inserts.push({ at: argument.start, text: `__at('${site.id}', ${isClick}, ` }, { at: argument.end, text: ')' });
    },
  });
  return inserts
    .sort((left, right) => right.at - left.at)
    .reduce((all, { at, text }) => `${all.slice(0, at)}${text}${all.slice(at)}`, code);
}
