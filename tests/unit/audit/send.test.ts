import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildAlert, buildNotice } from '../../../src/audit/alert.ts';
import { sendNotice } from '../../../src/audit/send.ts';
import type { Notify } from '../../../src/config/schema.ts';
import { newFolder } from '../history/given.ts';
import { ON, report, result } from '../report/given.ts';

const on = result(ON);
const finding = {
  answer: 'on',
  excepted: false,
  at: '2026-11-01T12:00:00.000Z',
  lastProvenAt: null,
  maxAgeDays: 14,
} as const;
const notice = buildNotice(report([on]), [buildAlert('change', on, finding)]);
const around = { environment: { TOKEN: 'Bearer s3cret' }, signal: new AbortController().signal };

interface Hook {
  webhook: string;
  arrived: { headers: IncomingHttpHeaders; body: string }[];
}

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** Answers with these, one after the other; 0 breaks the connection off. */
async function openHook(statuses: number[], headers: Record<string, string> = {}): Promise<Hook> {
  const arrived: Hook['arrived'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk;
    });
    request.on('end', () => {
      arrived.push({ headers: request.headers, body });
      const status = statuses[arrived.length - 1] ?? 500;
      if (status === 0) request.socket.destroy();
      else response.writeHead(status, headers).end('x');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return { webhook: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, arrived };
}

describe.concurrent('a webhook', { timeout: 20_000 }, () => {
  it('gets the report, what is new, and that in words, with its secret header', async () => {
    const { webhook, arrived } = await openHook([200]);
    const header = { name: 'Authorization', env: 'TOKEN' };
    expect(await sendNotice({ webhook, header, on: 'change' }, notice, around)).toBeNull();
    const [first] = arrived;
    expect(first?.headers).toMatchObject({ authorization: 'Bearer s3cret', 'content-type': 'application/json' });
    expect(JSON.parse(first?.body ?? '')).toMatchObject({
      schemaVersion: 1,
      text: expect.stringContaining('is ON'),
      alerts: [{ kind: 'change', account: 'default', answer: 'on' }],
      results: [{ state: 'on' }],
    });
  });

  it.each<[string, number[], number, RegExp | null]>([
    ['is tried again when it is in trouble', [500, 0, 204], 3, null],
    ['is tried three times, and no more', [503, 503, 503, 200], 3, /^127\.0\.0\.1:\d+ answered 503$/],
    ['is not tried again when it says no', [403, 200], 1, /answered 403$/],
    ['does not lead the report elsewhere', [307, 200], 1, /answered 307$/],
  ])('%s', async (_, statuses, times, trouble) => {
    const { webhook, arrived } = await openHook(statuses, { location: '/elsewhere' });
    const told = await sendNotice({ webhook, on: 'change' }, notice, around);
    if (trouble) expect(told).toMatch(trouble);
    else expect(told).toBeNull();
    expect(arrived).toHaveLength(times);
  });

  it('whose secret is missing gets nothing', async () => {
    const { webhook, arrived } = await openHook([200]);
    const header = { name: 'Authorization', env: 'NO_SUCH' };
    expect(await sendNotice({ webhook, header, on: 'change' }, notice, around)).toMatch(/NO_SUCH .* is not set/);
    expect(arrived).toEqual([]);
  });

  it('whose secret is no header gets nothing, and nobody sees it', async () => {
    const { webhook, arrived } = await openHook([200]);
    const odd = { ...around, environment: { TOKEN: 'two\nlines' } };
    const header = { name: 'Authorization', env: 'TOKEN' };
    expect(await sendNotice({ webhook, header, on: 'change' }, notice, odd)).toBe(
      'the variable TOKEN cannot be a header',
    );
    expect(arrived).toEqual([]);
  });
});

describe.skipIf(process.platform === 'win32')('a command', () => {
  it('gets the report on standard input, its words as they are, and no session', async () => {
    const folder = await newFolder();
    const script = join(folder, 'tell.mjs');
    const out = join(folder, 'it’s $HOME here.json');
    await writeFile(
      script,
      `import { readFileSync, writeFileSync } from 'node:fs';
       const { results } = JSON.parse(readFileSync(0, 'utf8'));
       writeFileSync(process.argv[2], JSON.stringify({ state: results[0].state, session: process.env.LINKEDIN_AI_OPTOUT_SESSION ?? 'none' }));`,
    );
    process.env.LINKEDIN_AI_OPTOUT_SESSION = 'secret';
    onTestFinished(() => {
      delete process.env.LINKEDIN_AI_OPTOUT_SESSION;
    });
    expect(await sendNotice({ command: [process.execPath, script, out], on: 'change' }, notice, around)).toBeNull();
    expect(JSON.parse(await readFile(out, 'utf8'))).toEqual({ state: 'on', session: 'none' });
  });

  it.each<[string, Notify['command'], RegExp | null]>([
    ['that is one string goes through a shell', 'cat > /dev/null && exit 3', /ended with 3/],
    ['that reads nothing is told all the same', ['true'], null],
    ['that is not there', ['/no/such/program'], /did not start \(ENOENT\)/],
    ['that no system takes', ['true', 'a\0b'], /did not start \(ERR_INVALID_ARG_VALUE\)/],
    ['that is killed', ['sh', '-c', 'kill -9 $$'], /ended by SIGKILL/],
  ])('%s', async (_, command, trouble) => {
    const told = await sendNotice({ command, on: 'change' }, notice, around);
    if (trouble) expect(told).toMatch(trouble);
    else expect(told).toBeNull();
  });
});
