import { execFile, execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { newFolder } from './given.ts';

const run = promisify(execFile);

export const hasOpenssl = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

export interface Authority {
  url: string;
  /** what its answers are checked with */
  certificate: string;
  asked: { method: string; headers: IncomingHttpHeaders; body: Buffer }[];
}

const CONFIG = `
[tsa]
default_tsa = here
[here]
serial = ./serial
default_policy = 1.2.3.4.1
digests = sha256
signer_digest = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[stamping]
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
basicConstraints = CA:FALSE
`;

/**
 * A real RFC 3161 authority: openssl answers, and a server of ours carries it.
 * @param twist what becomes of its answers on the way
 */
export async function openAuthority(
  twist: (answer: Buffer) => Buffer | number | null = (answer) => answer,
): Promise<Authority> {
  const folder = await newFolder();
  const openssl = (...args: string[]) => run('openssl', args, { cwd: folder });
  await writeFile(join(folder, 'tsa.cnf'), CONFIG);
  await writeFile(join(folder, 'serial'), '01\n');
  const subject = ['-subj', '/CN=An authority for tests'];
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'key.pem'];
  await openssl(
    'req',
    '-x509',
    '-days',
    '2',
    ...key,
    ...subject,
    '-out',
    'cert.pem',
    '-config',
    '/dev/null',
    '-extensions',
    'stamping',
  ).catch(async () => {
    await openssl('req', ...key, ...subject, '-new', '-out', 'csr.pem');
    await openssl(
      'x509',
      '-req',
      '-days',
      '2',
      '-in',
      'csr.pem',
      '-signkey',
      'key.pem',
      '-out',
      'cert.pem',
      '-extfile',
      'tsa.cnf',
      '-extensions',
      'stamping',
    );
  });
  const asked: Authority['asked'] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    asked.push({ method: request.method ?? '', headers: request.headers, body });
    const name = `${asked.length}`;
    await writeFile(join(folder, `${name}.tsq`), body);
    const signing = ['-signer', 'cert.pem', '-inkey', 'key.pem', '-out', `${name}.tsr`];
    await openssl('ts', '-reply', '-config', 'tsa.cnf', '-queryfile', `${name}.tsq`, ...signing).catch(() => undefined);
    const twisted = twist(await readFile(join(folder, `${name}.tsr`)).catch(() => Buffer.alloc(0)));
    if (twisted === null) response.destroy();
    else if (typeof twisted === 'number') response.writeHead(twisted, { location: 'http://127.0.0.1:1/' }).end();
    else response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(twisted);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsr`,
    certificate: join(folder, 'cert.pem'),
    asked,
  };
}

/** By openssl alone. @returns whether it is the authority's, over these bytes */
export async function isSignedFor(answer: string, data: string, certificate: string): Promise<boolean> {
  return run('openssl', ['ts', '-verify', '-in', answer, '-data', data, '-CAfile', certificate]).then(
    ({ stdout, stderr }) => `${stdout}${stderr}`.includes('Verification: OK'),
    () => false,
  );
}
