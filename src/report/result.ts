import { decideVerdict, type Judged } from '../decide/verdict.ts';
import type { Examination, Mode } from '../examine-setting.ts';
import { hashMember } from '../member-hash.ts';
import type { RunOptions } from '../options.ts';
import { type Inspection, undecided } from '../page/inspect.ts';
import { addressOf, DEFAULT_SETTING, type Setting } from '../settings/catalogue.ts';
import { BY_HAND, type Reason, type State } from '../vocabulary.ts';
import type { Result } from './schema.ts';

type Subject = Pick<RunOptions, 'account' | 'site'>;

/** What a report says of one examined setting. After a change, the proof is what the state is read from. */
export function resultOf(
  { before, change }: Examination,
  { account, site }: Subject,
  setting: Setting,
  salt: string | null,
): Result {
  const unproven = change?.outcome === 'not-proven' ? change.reason : null;
  const after = change?.proof ?? (unproven ? undecided(unproven) : before);
  const state: State = after.state;
  const reason = change?.reason ?? after.reason;
  const judged: Judged = { state, reason, change };
  const member = before.member ?? after.member;
  return {
    account: { name: account, member: member === null || salt === null ? null : hashMember(member, salt) },
    setting: { id: setting.id, key: setting.key, title: setting.title, url: addressOf(site.origin, setting) },
    state,
    verdict: decideVerdict(judged),
    confidence: after.confidence,
    reason: reason && { ...reason, hint: hintFor(setting, reason) },
    observations: observationsOf(before),
    change: change && {
      outcome: change.outcome,
      before: before.state,
      after: state,
      proof: change.proof ? observationsOf(change.proof) : [],
    },
    previous: null,
    suppressed: null,
    evidence: [],
  };
}

/** The usual hint leads to the setting for AI training. */
function hintFor({ id }: Setting, { hint }: Reason): string {
  return id === DEFAULT_SETTING.id
    ? hint
    : hint.replace(BY_HAND, `Look yourself: linkedin-ai-optout settings show ${id} tells where.`);
}

/** A setting that was never looked at. */
export function undecidedResult(why: Reason, subject: Subject, setting: Setting, mode: Mode): Result {
  const change = mode === 'check' ? null : { outcome: 'refused' as const, reason: why, proof: null };
  return resultOf({ before: undecided(why), change }, subject, setting, null);
}

function observationsOf({ observations, at }: Inspection): Result['observations'] {
  return observations.map(({ witness, saw, detail }) => ({ witness, saw, at: at.toISOString(), detail }));
}
