import type { OpenBrowser } from './browser/open.ts';
import { buildCapture } from './capture/build.ts';
import type { Run } from './examine.ts';
import type { ExamineSettingOptions } from './examine-setting.ts';
import { examineSettings } from './examine-settings.ts';
import { resultOf } from './report/result.ts';
import type { Result } from './report/schema.ts';
import { withhold } from './report/withhold.ts';
import { VERSION } from './version.ts';

export type ExamineAccountOptions = Run &
  Pick<ExamineSettingOptions, 'session' | 'salt' | 'tally' | 'progress' | 'signal'>;

/**
 * Examines each setting of one account, in a browser that is open.
 * @param results is added to, also when the work fails
 * @throws ReasonError; what `signal` was aborted with
 */
export async function examineAccount(open: OpenBrowser, task: ExamineAccountOptions, results: Result[]): Promise<void> {
  const { options, salt, session } = task;
  const { cookies } = session;
  for await (const { setting, ...examination } of examineSettings(open, task, options.settings)) {
    results.push(withhold(resultOf(examination, options, setting, salt), [...cookies, ...session.cookies]));
    const inspection = examination.change?.proof ?? examination.before;
    const capture = buildCapture({ version: VERSION, browser: open, setting, inspection });
    if (capture) task.onCapture?.(capture, inspection.picture);
  }
}
