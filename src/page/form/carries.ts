import type { Sent } from '../../browser/page-guard.ts';

/** Shorter values stand in too many addresses by chance: they have to be all that an entry of a query says. */
const SHORTEST = 3;
const MOST_COMPARED = 40;

/**
 * Does a request carry one of these values, in its address or its body, however they are written there?
 * @param tokens words of the form's own, however long, which are compared as short values are
 */
export function carriesAny(
  sent: Pick<Sent, 'url' | 'postData'>,
  values: readonly string[],
  tokens: readonly string[] = [],
): boolean {
  const places = [sent.url(), bodyOf(sent)].flatMap((text) => [text, decoded(text)]);
  const entries = [...new URL(sent.url()).searchParams].flat().map((text) => text.trim());
  if (tokens.some((token) => token !== '' && entries.includes(token.trim()))) return true;
  return values
    .map((value) => (value.trim().split('\n')[0] ?? '').slice(0, MOST_COMPARED))
    .some((value) =>
      value.length >= SHORTEST
        ? places.some((place) => place.includes(value) || place.includes(JSON.stringify(value).slice(1, -1)))
        : value !== '' && entries.includes(value),
    );
}

/** A body that is no text is not looked into. */
function bodyOf(sent: Pick<Sent, 'postData'>): string {
  try {
    return sent.postData() ?? '';
  } catch {
    return '';
  }
}

function decoded(text: string): string {
  return text.replaceAll('+', ' ').replace(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}
