import { setTimeout as pause } from 'node:timers/promises';
import type { OpenBrowser } from './browser/open.ts';
import {
  type Examination,
  type ExamineSettingOptions,
  examineSetting,
  type Mode,
  paceOf,
  refusalFor,
} from './examine-setting.ts';
import { undecided } from './page/inspect.ts';
import { readTogether } from './read-together.ts';
import type { Setting } from './settings/catalogue.ts';
import { EXIT, REASONS, type Reason, reason } from './vocabulary.ts';

/**
 * Examines settings one after the other, at LinkedIn at a person's pace. Those that share a page are read from one load of
 * it; what is to be turned off gets a page of its own.
 * @throws as `examineSetting`
 */
export async function* examineSettings(
  open: OpenBrowser,
  task: Omit<ExamineSettingOptions, 'setting'>,
  settings: readonly Setting[],
): AsyncGenerator<Examination & { setting: Setting }> {
  let wall: Reason | null = null;
  for (const [index, group] of groupByPage(settings, task.mode).entries()) {
    const before: Reason | null = wall;
    if (before) {
      yield* group.map((setting) => ({ setting, ...notLookedAt(task.mode, before) }));
      continue;
    }
    if (index > 0) await pause(paceOf(task.options.site), undefined, { signal: task.signal });
    const [first, ...others] = group;
    const examined =
      others.length === 0
        ? [{ setting: first, ...(await examineSetting(open, { ...task, setting: first })) }]
        : await readTogether(open, task, group);
    yield* examined;
    const met = examined.flatMap(({ before, change }) => [before.reason, change?.reason ?? null]);
    wall = met.find((why) => why !== null && isWall(why)) ?? null;
  }
}

/** What the next page would meet with, too: it is not loaded to be told so again. */
function isWall({ code }: Reason): boolean {
  const { exitCode } = REASONS[code];
  return exitCode === EXIT.signedOut || exitCode === EXIT.blocked;
}

function notLookedAt(mode: Mode, { code, message, hint }: Reason): Examination {
  const why = reason(code, `Not looked at, as the one before met with this: ${message}`, hint);
  return { before: undecided(why), change: refusalFor(mode, why) };
}

type Group = [Setting, ...Setting[]];

function groupByPage(settings: readonly Setting[], mode: Mode): Group[] {
  const groups: Group[] = [];
  for (const setting of settings) {
    const shared = mode === 'disable' ? undefined : groups.find(([first]) => first.path === setting.path);
    if (shared) shared.push(setting);
    else groups.push([setting]);
  }
  return groups;
}
