import { type Confidence, type Reason, reason } from '../vocabulary.ts';
import type { Observation } from './observation.ts';

/** What the witnesses of one moment say together. `isLive`: an answer that the page has just got from its server agrees. */
export type Judgement =
  | { kind: 'state'; state: 'on' | 'off'; confidence: Exclude<Confidence, 'none'>; isLive: boolean }
  | { kind: 'doubt'; reason: Reason };

interface Circumstances {
  foundBy: 'key' | 'words';
  disabled: boolean;
  isContradicted: boolean;
  /** the page asked for something that it did not get: a write that was stopped, or data that was refused */
  isBlind: boolean;
  /** is the setting's own data among that, for all we know? */
  isOwnMissing: boolean;
}

/**
 * Every witness that has something to say must say the same, and the control must be among them. Two kinds of witness
 * that agree corroborate each other; a control found by its words alone never counts for more than one.
 */
export function decideState(
  observations: readonly Observation[],
  { foundBy, disabled, isContradicted, isBlind, isOwnMissing }: Circumstances,
): Judgement {
  const controls = observations.filter((observation) => observation.kind === 'control');
  const voters = observations.filter((observation) => observation.saw !== 'unclear');
  const [vote, contradiction] = new Set(voters.map((observation) => observation.saw));
  if (contradiction) return doubt('witnesses-disagree', `What the page shows does not agree: ${tellVotes(voters)}.`);
  if (controls.length === 0 || controls.some((observation) => observation.saw === 'unclear') || !isState(vote)) {
    return doubt('control-ambiguous', 'The control says neither on nor off.');
  }
  // Data embedded in the page may be as old as the page; an answer the page has just got is not.
  const isLive = foundBy === 'key' && voters.some((observation) => observation.witness === 'response');
  // A greyed-out switch may be a place-holder that waits for its data.
  if (disabled && !isLive)
    return doubt('control-disabled', 'The control is disabled, and nothing else tells its state.');
  if (!isLive && observations.some(({ kind, saw }) => kind === 'data' && saw === 'unclear'))
    return doubt('control-ambiguous', 'The page’s own data says neither on nor off.');
  const isBorneOut = foundBy === 'key' && voters.some(({ kind }) => kind === 'data');
  if (isBlind && !isLive && (isOwnMissing || !isBorneOut)) {
    return doubt(
      'control-ambiguous',
      'The page did not get all it asked for: its switch may be a place-holder, and nothing else tells its state.',
    );
  }
  if (isContradicted && !isLive) {
    return doubt(
      'control-ambiguous',
      'A hidden twin of the control, or a switch with the same words, says something else.',
    );
  }
  // A control that lost its key may be another one that borrowed the words: enough to warn, not to reassure.
  if (foundBy === 'words' && vote === 'off') {
    return doubt(
      'control-not-found',
      'A switch with the setting’s words, but not its key, shows off: that is not enough to say so.',
    );
  }
  const kinds = new Set(voters.map((observation) => observation.kind));
  const confidence = foundBy === 'key' && kinds.size > 1 ? 'corroborated' : 'single';
  return { kind: 'state', state: vote, confidence, isLive };
}

function isState(saw: Observation['saw'] | undefined): saw is 'on' | 'off' {
  // Stryker disable next-line ConditionalExpression: for the type; where nobody votes, the control is missing or unclear
  return saw === 'on' || saw === 'off';
}

function tellVotes(voters: readonly Observation[]): string {
  return voters.map((observation) => `${observation.witness} says ${observation.saw}`).join(', ');
}

function doubt(code: Reason['code'], message: string): Judgement {
  return { kind: 'doubt', reason: reason(code, message) };
}
