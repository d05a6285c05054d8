import { fetchOutside } from '../../fetch-outside.ts';
import { sha256Of } from '../manifest.ts';
import { readTimestamp, type Timestamp } from './answer.ts';
import { buildTimestampRequest } from './request.ts';

const PATIENCE_MS = 20_000;
const MOST_BYTES = 1_000_000;

/**
 * Asks an authority for a timestamp over a text. It gets a hash and a random number: no session, no cookie, no name; and
 * nobody whom it points to gets anything.
 * @returns the answer as it came, checked to be about this text and this question
 * @throws Error, one sentence
 */
export async function askForTimestamp(url: string, text: string): Promise<{ answer: Uint8Array; at: Date }> {
  const sha256 = sha256Of(text);
  const { bytes, nonce } = buildTimestampRequest(Buffer.from(sha256, 'hex'));
  const answer = await post(url, bytes);
  const timestamp = readTimestamp(answer);
  requireSame(timestamp, { sha256, nonce });
  return { answer, at: timestamp.at };
}

function requireSame(timestamp: Timestamp, asked: { sha256: string; nonce: string }): void {
  if (timestamp.sha256 !== asked.sha256) throw new Error('The authority’s answer is about something else.');
  if (timestamp.nonce !== asked.nonce) throw new Error('The authority’s answer is to another question.');
}

async function post(url: string, body: Uint8Array): Promise<Uint8Array> {
  const { host } = new URL(url);
  const response = await fetchOutside(url, {
    method: 'POST',
    headers: { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' },
    body: Uint8Array.from(body),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => {
    throw new Error(`The authority at ${host} could not be reached.`);
  });
  if (!response.ok || !response.body) throw new Error(`The authority at ${host} answered ${response.status}.`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Error(`The authority at ${host} broke off.`);
    });
    if (done) return Buffer.concat(chunks);
    size += value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel().catch(() => undefined);
      throw new Error(`The authority at ${host} answered more than a timestamp.`);
    }
    chunks.push(value);
  }
}
