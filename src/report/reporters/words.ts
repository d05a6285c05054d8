import { DEFAULT_SETTING, SETTINGS } from '../../settings/catalogue.ts';
import { coverageOf } from '../../settings/coverage.ts';
import type { State } from '../../vocabulary.ts';
import type { Result } from '../schema.ts';

/** What every format for people says of a result, in the same words. */

/** A state must be told apart without colour, and without its word. */
export const MARKS: Record<State, string> = { on: '●', off: '○', 'not-offered': '–', unknown: '?' };

/** What may be claimed: never off of what was clicked and not proven. */
export function answerOf({ state, change }: Pick<Result, 'state' | 'change'>): State {
  return change?.outcome === 'not-proven' && state !== 'on' ? 'unknown' : state;
}

/** Was it clicked? What was seen at first is then of before. */
export function wasClicked({ change }: Pick<Result, 'change'>): boolean {
  return change?.outcome === 'changed' || change?.outcome === 'not-proven';
}

export interface Headline {
  /** the answer, as `OFF` */
  word: string;
  /** what it means; may be empty */
  sentence: string;
}

export function headlineOf({ setting, state, verdict, change }: Result): Headline {
  const isOurs = setting.id === DEFAULT_SETTING.id;
  switch (change?.outcome) {
    case 'changed':
      return headline('OFF', 'It was on; it was turned off, and a fresh load of the page confirms it.');
    case 'not-proven':
      return state === 'on'
        ? headline('STILL ON', 'It was clicked, but a fresh load of the page shows it on.')
        : headline('NOT PROVEN', 'It was clicked, but could not be proven off: someone must look.');
    case 'would-change':
      return headline('ON', 'This was a dry run: nothing was changed.');
    case 'refused':
      if (state === 'on') return headline('ON, and not changed', '');
      break;
    case 'already-off':
      return headline('OFF already', 'Nothing was changed.');
    default:
  }
  switch (state) {
    case 'on':
      return headline('ON', isOurs ? 'LinkedIn may train generative AI on this account’s data.' : '');
    case 'off':
      return headline('OFF', isOurs ? 'LinkedIn may not train content-generating AI on this account’s new data.' : '');
    case 'not-offered':
      return headline('NOT OFFERED', 'LinkedIn does not show this setting to the account.');
    case 'unknown':
      return verdict === 'error'
        ? headline('NOT CHECKED', 'The setting could not be looked at.')
        : headline('UNKNOWN', 'It could not be told whether it is on or off.');
    default:
      return state satisfies never;
  }
}

function headline(word: string, sentence: string): Headline {
  return { word, sentence };
}

export function tellHeadline(result: Result): string {
  const { word, sentence } = headlineOf(result);
  return sentence ? `${word}. ${sentence}` : `${word}.`;
}

/** @returns empty where nothing was seen that can be relied on */
export function tellWitnesses({ observations, change, confidence }: Result): string {
  const seen = change?.proof.length ? change.proof : observations;
  if (confidence === 'none') return '';
  const list = seen.map(({ witness, saw }) => (saw === 'unclear' ? witness : `${witness}: ${saw}`)).join(', ');
  return `${list} (${confidence})`;
}

export function tellPrevious({ previous }: Result): string {
  return previous ? `${previous.state}, ${tellTime(previous.at)}` : '';
}

/** An exception keeps the state visible: it says who answers for it, and until when. */
export function tellException({ suppressed }: Result): string {
  return suppressed ? `${suppressed.reason} (${suppressed.owner}, until ${suppressed.expires})` : '';
}

export interface Step {
  say: string;
  /** a command of ours */
  run?: string;
}

/** What to do next; at least one step. */
export function stepsOf(result: Result): Step[] {
  const { reason, change, setting } = result;
  const hint = reason ? [{ say: reason.hint }] : [];
  const answer = answerOf(result);
  switch (answer) {
    case 'on':
      return [
        ...hint,
        change?.outcome === 'would-change'
          ? { say: 'Turn it off: the same command, without --dry-run.', run: commandFor('disable', setting.id) }
          : { say: 'Turn it off, and prove it:', run: commandFor('disable', setting.id) },
        ...byHand(setting.id),
      ];
    case 'off':
      return [...hint, { say: 'Nothing, now. Look again from time to time:', run: commandFor('check', setting.id) }];
    case 'not-offered':
      return [
        ...hint,
        {
          say: 'There is nothing to turn off. To object to the processing all the same:',
          run: 'linkedin-ai-optout object',
        },
      ];
    case 'unknown':
      return hint.length ? hint : [{ say: 'Look yourself.' }, ...byHand(setting.id)];
    default:
      return answer satisfies never;
  }
}

function byHand(id: string): Step[] {
  const known = SETTINGS.find((setting) => setting.id === id);
  const path = known && coverageOf(known).manualPath;
  return path ? [{ say: `By hand, in a minute: ${path.text}.` }] : [];
}

/** The setting for AI training need not be named. */
export function commandFor(command: 'check' | 'disable', id: string): string {
  return `linkedin-ai-optout ${command}${id === DEFAULT_SETTING.id ? '' : ` --setting ${id}`}`;
}

/** `2026-11-01T12:00:01.000Z` as `2026-11-01 12:00 UTC`; anything else as it is. */
export function tellTime(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(\.\d+)?)?Z$/, '$1 $2 UTC');
}

export function tellNetwork({
  writesAllowed,
  writesBlocked,
}: {
  writesAllowed: number;
  writesBlocked: number;
}): string {
  return `Requests that could write: ${writesAllowed} let through, ${writesBlocked} stopped.`;
}
