import { encodingOf } from '../../decode-text.ts';

/**
 * The lines of a stream, without what ends them, one at a time. One that is longer than any of ours comes as null, and is
 * never held whole.
 * @param most in characters
 */
export async function* linesOf(
  stream: AsyncIterable<string | Uint8Array>,
  most: number,
): AsyncGenerator<string | null, void> {
  let decoder: TextDecoder | undefined;
  /** of the line at hand; null once it is too long */
  let rest: string | null = '';
  const add = (piece: string) => {
    if (rest !== null) rest = rest.length + piece.length > most ? null : rest + piece;
  };
  const end = () => {
    const line = rest;
    rest = '';
    return line === null ? null : withoutReturn(line);
  };
  for await (const chunk of stream) {
    if (typeof chunk !== 'string') decoder ??= new TextDecoder(encodingOf(chunk));
    const text = typeof chunk === 'string' ? chunk : (decoder?.decode(chunk, { stream: true }) ?? '');
    let start = 0;
    for (let place = text.indexOf('\n'); place !== -1; place = text.indexOf('\n', start)) {
      add(text.slice(start, place));
      yield end();
      start = place + 1;
    }
    add(text.slice(start));
  }
  add(decoder?.decode() ?? '');
  if (rest !== '') yield end();
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
