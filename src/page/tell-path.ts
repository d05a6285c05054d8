/** A path for a message: its beginning alone, since the rest may name a member. */
export function briefly(path: string): string {
  const [, first = '', second = '', ...rest] = path.split('/');
  if (/^(in|profile)$/.test(first) || !/^[\w.-]{0,40}$/.test(second)) return `/${first}/…`;
  return `/${[first, second].filter(Boolean).join('/')}${rest.some(Boolean) ? '/…' : ''}`;
}
