/** What befalls one particular request of a member, whatever it asks for. */
import { setTimeout as wait } from 'node:timers/promises';
import { traitsOf } from './members.ts';
import type { MemberVisit, Visit } from './reply.ts';
import { answerStatus, WALLS } from './walls.ts';

/** The visit as it goes on, or null where it has been answered. */
export async function befall(visit: MemberVisit): Promise<Visit | null> {
  const { account } = visit;
  account.requests += 1;
  const { requests } = account;
  const happening = traitsOf(account).atRequest?.find(({ nth }) => nth === requests)?.does;
  if (happening === undefined) return visit;
  if (typeof happening === 'number') {
    answerStatus(visit, happening);
    return null;
  }
  if (typeof happening === 'object') {
    await wait(happening.slow);
    return visit;
  }
  if (happening === 'cut') return { ...visit, breaksOff: true };
  if (happening === 'ends-session') {
    account.signedIn = false;
    return { ...visit, account: undefined };
  }
  WALLS[happening](visit);
  return null;
}
