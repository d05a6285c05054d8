import type { Observation } from '../decide/observation.ts';
import { type Confidence, type Reason, reason, type State } from '../vocabulary.ts';
import type { Offer } from './offer.ts';
import type { Moment } from './sight.ts';

/** What a reading comes to, all told. Pure, as `sight.ts`. */
export interface Conclusion {
  state: State;
  confidence: Confidence;
  reason: Reason | null;
}

export interface Around {
  /** what the category page says, if it was asked; null where it was not */
  offer: Offer | null;
  /** is it the account that was expected, somebody else's, or not told whose? */
  account: 'expected' | 'another' | 'untold';
  /** is the sign-in cookie still there? */
  isSessionAlive: boolean;
}

export function conclude(moment: Moment, { offer, account, isSessionAlive }: Around): Conclusion {
  if (moment.kind === 'wall') return unknown(sessionAware(moment.reason, isSessionAlive));
  if (account !== 'expected') {
    const message = account === 'untold' ? 'The page does not tell who is signed in.' : 'Someone else is signed in.';
    return unknown(reason('wrong-account', message));
  }
  switch (moment.kind) {
    case 'state':
      return { state: moment.state, confidence: moment.confidence, reason: null };
    case 'doubt':
      return unknown(moment.reason);
    case 'absent':
      if (offer?.kind === 'not-offered') return { state: 'not-offered', confidence: 'single', reason: null };
      if (offer?.kind !== 'unclear') return unknown(noControl());
      // Without a session LinkedIn shows what it shows to anybody, and that need not be a form to sign in.
      if (!isSessionAlive && offer.reason.code === 'control-not-found') return unknown(sessionEnded());
      return unknown(sessionAware(offer.reason, isSessionAlive));
    default:
      return moment satisfies never;
  }
}

/** The witness of a setting that is not offered; null where that is not what was found. */
export function categoryWitness(offer: Offer | null): Observation | null {
  if (offer?.kind !== 'not-offered') return null;
  const detail = `the category page lists ${offer.rows} other settings, not this one`;
  return { witness: 'category', kind: 'data', saw: 'unclear', detail };
}

/** LinkedIn ends a session by taking its cookie away, or by setting it to "delete me". */
export function sessionAware(why: Reason, isSessionAlive: boolean): Reason {
  if (why.code !== 'signed-out' || isSessionAlive) return why;
  return sessionEnded();
}

function sessionEnded(): Reason {
  return reason('session-expired', 'LinkedIn has ended the session.');
}

function unknown(why: Reason): Conclusion {
  return { state: 'unknown', confidence: 'none', reason: why };
}

function noControl(): Reason {
  return reason('control-not-found', 'The setting is offered to this account, but its page shows no control.');
}
