import { unusable } from './unusable.ts';

/**
 * The text of a file: UTF-8, or the UTF-16 with a byte order mark that Windows PowerShell writes for `>`.
 *
 * @throws UsageError where the bytes are no text
 */
export function textOf(bytes: Uint8Array, from: string): string {
  const text = decode(bytes);
  if (text === undefined || text.includes('\0')) {
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

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
