/** An address that may be made a link: http or https, with nothing in it that could end a link; else null. */
export function linkTo(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') return null;
  return url.href.replace(/[^\w\-.~:/?#&+,;=%[\]]/g, (character) =>
    encodeURIComponent(character).replace(/[!'()*]/g, hex),
  );
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
