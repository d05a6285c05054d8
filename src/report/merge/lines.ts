/**
 * The lines of a stream, without what ends them, one at a time. One that is longer than any of ours comes as null, and is
 * never held whole.
 * @param most in characters
 */
export async function* linesOf(
  stream: AsyncIterable<string | Uint8Array>,
  most: number,
): AsyncGenerator<string | null, void> {
  const decoder = new TextDecoder();
  let rest = '';
  let isTooLong = false;
  for await (const chunk of stream) {
    const text = rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }));
    let start = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
      yield isTooLong ? null : withoutReturn(text.slice(start, end));
      isTooLong = false;
      start = end + 1;
    }
    rest = text.slice(start);
    if (rest.length > most) {
      isTooLong = true;
      rest = '';
    }
  }
  rest += decoder.decode();
  if (isTooLong) yield null;
  else if (rest) yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
