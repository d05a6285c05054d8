import type { Observation } from '../decide/observation.ts';
import { type Confidence, type Reason, reason, type State } from '../vocabulary.ts';
import { lossReason, type Offer } from './offer.ts';
import type { LossCode, Moment } from './sight.ts';

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
  /** why what the setting's page asked for did not come; null where all of it came */
  loss: LossCode | null;
}

export function conclude(moment: Moment, around: Around): Conclusion {
  const { offer, account, isSessionAlive } = around;
  if (moment.kind === 'wall') return unknown(sessionAware(moment.reason, isSessionAlive));
  if (account === 'another') return unknown(reason('wrong-account', 'Someone else is signed in.'));
  switch (moment.kind) {
    case 'state':
      return told({ state: moment.state, confidence: moment.confidence, reason: null }, around);
    case 'doubt':
      return unknown(
        (moment.forWantOfData && isOfTheControl(moment.reason) && whyNothingCame(around)) || moment.reason,
      );
    case 'absent':
      if (offer?.kind === 'not-offered')
        return told({ state: 'not-offered', confidence: 'single', reason: null }, around);
      if (offer?.kind !== 'unclear') return unknown(noControl());
      if (isOfTheControl(offer.reason)) return unknown(whyNothingCame(around) ?? offer.reason);
      return unknown(sessionAware(offer.reason, isSessionAlive));
    default:
      return moment satisfies never;
  }
}

/** What is told must be told of the right member, while the session lasts: without one LinkedIn shows what anybody sees. */
function told(conclusion: Conclusion, { account, isSessionAlive }: Around): Conclusion {
  if (!isSessionAlive) return unknown(sessionEnded());
  if (account === 'expected') return conclusion;
  return unknown(reason('wrong-account', 'The page does not tell who is signed in.'));
}

function isOfTheControl({ code }: Reason): boolean {
  return code.startsWith('control-');
}

/** What lies behind a page that could not be read for want of data; null where nothing is known to. */
function whyNothingCame({ isSessionAlive, loss }: Around): Reason | null {
  if (!isSessionAlive) return sessionEnded();
  return loss === null || loss === 'control-not-found' ? null : lossReason(loss);
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
