/** A sign-in that somebody hands over: the site's own cookies, ready for Playwright's `context.addCookies`. */

export interface SessionCookie {
  name: string;
  /** exactly as the site set it, quotes included */
  value: string;
  /** with a leading dot: the host and its subdomains; without: that host alone */
  domain: string;
  path: string;
  /** whole unix seconds, or -1: until the browser closes */
  expires: number;
  httpOnly: boolean;
  secure: boolean;
  sameSite: 'Strict' | 'Lax' | 'None';
}

export interface Session {
  cookies: SessionCookie[];
  format: 'storage-state' | 'netscape' | 'extension';
}
