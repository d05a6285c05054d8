import { decodeText } from '../decode-text.ts';
import { unusable } from './unusable.ts';

/** @throws UsageError where the bytes are no text */
export function textOf(bytes: Uint8Array, from: string): string {
  const text = decodeText(bytes);
  if (text === null) {
    throw unusable(
      from,
      'it is not text',
      'give an export of your cookies, not the browser’s own file or a single value',
    );
  }
  return text;
}

/**
 * The bytes that the value of an environment variable stands for: its own, or those it holds as base64 or base64url. The
 * two cannot be mistaken: every format has a character that base64 has not, or the dashes that an encrypted one begins with.
 */
export function bytesOfVariable(value: string): Uint8Array {
  const isBase64 = /^[\w+/=\r\n -]+$/.test(value) && !value.includes('-----');
  return Buffer.from(value, isBase64 ? 'base64' : 'utf8');
}
