import { setsSwitch } from './save.ts';

/** What may leave, and what is kept from leaving (promises 2, 3 and 5). The routes and the gate only do as is said here. */

export interface RequestFacts {
  method: string;
  /** does it go to one of the site's hosts? */
  isOwn: boolean;
  isNavigation: boolean;
  /** is it made in a window that the page has opened? */
  isPopup: boolean;
  /** is it the one save that was asked for? */
  isTheSave: boolean;
  /** does a script report with it on the visitor, and may wait for the answer before it does anything else? */
  isReport: boolean;
  /** may anything be written, as by a member who has pressed a button in the window? */
  letsWrite: boolean;
  /** would it tell or take away what we have filled in, while nobody has pressed anything? Then a GET is no better than a write. */
  isHeld: boolean;
}

/**
 * `save`: the one write that is let through · `pass` · `stop`: refused · `stay`: answered "no content" by us, which
 * leaves the page as it is, where a refusal would put an error page in its place, or end the script.
 */
export type Passage = 'save' | 'pass' | 'stop' | 'stay';

/** For a request that a living page makes. A window of the page's own stays empty: what it sends when it closes asks no route. */
export function decideRequest(facts: RequestFacts): Passage {
  const { method, isOwn, isNavigation, isPopup, isTheSave, isReport, letsWrite, isHeld } = facts;
  // A link that leads elsewhere must not take the page away that the member has filled in.
  if (letsWrite) return isOwn ? 'pass' : isNavigation ? 'stay' : 'stop';
  if (isWrite(method) || isHeld) {
    if (isOwn && isTheSave) return 'save';
    return isNavigation || (isOwn && isReport) ? 'stay' : 'stop';
  }
  if (!isOwn) return 'stop';
  return isNavigation && isPopup ? 'stay' : 'pass';
}

export interface ConnectionFacts {
  /** is the gate open? */
  isOpen: boolean;
  /** does it go to one of the site's hosts? */
  isOwn: boolean;
  /** a tunnel, whose requests cannot be seen */
  isTunnel: boolean;
  /** is the site reached over plain HTTP, where only a WebSocket needs a tunnel? */
  isPlainSite: boolean;
  /** of the request; of a tunnel it says nothing */
  method: string;
  /** may anything be written, as in a sign-in by hand? */
  letsWrite: boolean;
  /** is it the one save that a route has let through? */
  isPermitted: boolean;
}

/** For whatever reaches the gate, seen by a route or not. `refuse-write` is one that could have written. */
export function decideConnection(facts: ConnectionFacts): 'pass' | 'refuse' | 'refuse-write' {
  const { isOpen, isOwn, isTunnel, isPlainSite, method, letsWrite, isPermitted } = facts;
  // A shut gate does not know what a tunnel was for.
  const couldWrite = isTunnel ? !isOpen || isPlainSite : isWrite(method);
  if (isOpen && isOwn && (!couldWrite || letsWrite || isPermitted)) return 'pass';
  return couldWrite ? 'refuse-write' : 'refuse';
}

/** What is never answered with anything to show. */
const NO_QUESTIONS = new Set(['DELETE', 'HEAD', 'OPTIONS']);

/** May a stopped request have been a question, whose answer the page now lacks? Some interfaces take theirs by POST. */
export function isQuestion({ method, kind, body }: { method: string; kind: string; body: string | null }): boolean {
  return isWrite(method) && !NO_QUESTIONS.has(method) && (kind === 'fetch' || kind === 'xhr') && !setsSwitch(body);
}

export function isWrite(method: string): boolean {
  return method !== 'GET';
}
