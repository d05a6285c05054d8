import { UsageError } from '../errors.ts';
import { mendSchedule, readInstalledStatus } from '../schedule/run.ts';
import { exitCodeOf } from '../schedule/status.ts';
import type { Terminal } from '../terminal.ts';
import { EXIT } from '../vocabulary.ts';
import type { Finding } from './finding.ts';

/** Is what was installed still there, and does it prove anything? */
export async function lookAtSchedule(terminal: Terminal): Promise<Finding> {
  try {
    const status = await readInstalledStatus(terminal);
    const next = 'See: linkedin-ai-optout schedule status.';
    if (!status) return { state: 'note', detail: 'none is installed', next: 'linkedin-ai-optout schedule install' };
    const exitCode = exitCodeOf(status);
    if (exitCode === EXIT.ok) return { state: 'fine', detail: `installed (${status.on}), and proven in time` };
    if (status.installed === 'same') return { state: 'wrong', detail: status.overdue.join(' '), next, exitCode };
    const fix = async () => {
      await mendSchedule({ ...terminal, print: () => undefined });
      return 'installed again';
    };
    return { state: 'wrong', detail: `no longer as it was installed (${status.on})`, next, exitCode, fix };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { state: 'wrong', detail: error.message, next: 'Mend that first.', exitCode: EXIT.usage };
  }
}
