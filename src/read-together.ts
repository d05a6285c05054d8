import type { OpenBrowser } from './browser/open.ts';
import { planChange } from './decide/plan.ts';
import {
  captureOf,
  type Examination,
  type ExamineSettingOptions,
  expectationOf,
  refusalFor,
  WOULD_CHANGE,
  whyItFailed,
} from './examine-setting.ts';
import { type Inspection, inspectSetting, undecided } from './page/inspect.ts';
import { withVisit } from './page/visit.ts';
import type { Setting } from './settings/catalogue.ts';
import { takeOver, trackOf } from './track.ts';
import { reason } from './vocabulary.ts';

/**
 * Reads settings that share a page from one load of it; nothing is clicked.
 * @throws as `examineSetting`
 */
export async function readTogether(
  open: OpenBrowser,
  task: Omit<ExamineSettingOptions, 'setting'>,
  settings: readonly Setting[],
): Promise<(Examination & { setting: Setting })[]> {
  const { options, mode, progress, tally, signal, session } = task;
  const seen: Inspection[] = [];
  let why = reason('internal', 'The page was not read.');
  try {
    const track = trackOf(session.cookies);
    await withVisit(open, options.site, session.cookies, tally, async (visit) => {
      for (const setting of settings) {
        progress.say(`Reading “${setting.title}”`);
        const deadline = performance.now() + options.timeoutMs;
        const looking = { setting, deadline, isExpected: expectationOf(task), capture: captureOf(options) };
        const inspection = await inspectSetting(visit, { ...looking, isOpen: seen.length > 0 });
        await takeOver(visit, inspection, task, track);
        seen.push(inspection);
      }
    });
    signal.throwIfAborted();
  } catch (error) {
    const failure = whyItFailed(error, open, signal);
    if (signal.aborted || !failure) throw error;
    why = failure;
  }
  return settings.map((setting, index) => {
    const before = seen[index];
    if (!before) return { setting, before: undecided(why), change: refusalFor(mode, why) };
    return { setting, before, change: mode === 'dry-run' ? plannedChange(before) : null };
  });
}

/** What a dry run says would be done. */
function plannedChange(before: Inspection): Examination['change'] {
  const plan = planChange(before);
  const { outcome, reason } = plan.act === 'nothing' ? plan : WOULD_CHANGE;
  return { outcome, reason, proof: null };
}
