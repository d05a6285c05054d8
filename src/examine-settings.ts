import { setTimeout as pause } from 'node:timers/promises';
import type { OpenBrowser } from './browser/open.ts';
import {
  type Examination,
  type ExamineSettingOptions,
  examineSetting,
  type Mode,
  paceOf,
  readTogether,
} from './examine-setting.ts';
import type { Setting } from './settings/catalogue.ts';

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
  for (const [index, group] of groupByPage(settings, task.mode).entries()) {
    if (index > 0) await pause(paceOf(task.options.site), undefined, { signal: task.signal });
    const [first, ...others] = group;
    if (others.length === 0) yield { setting: first, ...(await examineSetting(open, { ...task, setting: first })) };
    else yield* await readTogether(open, task, group);
  }
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
