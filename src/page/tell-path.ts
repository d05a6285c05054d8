/** A path for a message: its beginning alone, since the rest may name a member. */
export function briefly(path: string): string {
  const [, first = '', second = '', ...rest] = path.split('/');
  const isPlain = (segment: string) => /^[\w.-]{0,40}$/.test(segment) && !/^(in|profile)$/.test(first);
  if (!isPlain(second)) return `/${first}/…`;
  return `/${[first, second].filter(Boolean).join('/')}${rest.some(Boolean) ? '/…' : ''}`;
}
