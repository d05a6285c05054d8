/** Where a way leads, for the script that tries it. All but `udp` are addresses on the site; each tells which way it was. */
export interface Places {
  sent: string;
  /** another host of the site's, where it has one */
  elsewhere: string;
  /** leads on to `sent`, and keeps the method */
  again: string;
  /** a document whose policy is broken at once, and who is told is `sent` */
  policy: string;
  /** of a WebSocket */
  socket: string;
  /** a script, for workers of any kind, that posts to `sent` */
  worker: string;
  /** a port of 127.0.0.1 */
  udp: number;
}

/** One way in which a page can send something. */
export interface Way {
  /** runs in the page, and so must be complete in itself */
  send(places: Places): unknown;
  /** It leads the page, or a window of it, away: it has a page of its own, and is not tried on one that goes by itself. */
  alone?: true;
  /** Where a GET gets out: why it is let through. */
  why?: string;
}

export type Ways = Readonly<Record<string, Way>>;

export const DATA = 'the page’s data: without it there is nothing to read';
export const PART = 'a part of the page, as its styles and scripts are';
export const LEADS = 'it leads on, as to the sign-in page';
