/**
 * The text of a file as people's programs write it: UTF-8, or the UTF-16 with a byte order mark that Windows PowerShell
 * writes for `>`. The mark itself is no part of it.
 * @returns null where the bytes are no text
 */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}

/** By the byte order mark that a text begins with, if any. */
export function encodingOf([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | 'utf-8' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}
