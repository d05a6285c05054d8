import type { ChalkInstance } from 'chalk';
import type { Plan, Scheduler } from './schedulers/scheduler.ts';
import type { Status } from './status.ts';

/** What `schedule print` gives: each file whole beneath its name, and what to do with it. Pure. */
export function renderPlan({ title }: Pick<Scheduler, 'title'>, plan: Plan): string {
  const files = plan.artefacts.map(({ path, text }) => `# ==> ${path}\n${text}`);
  const comment = (line: string) => `# ${line}\n`;
  return [
    comment(title),
    files.join('\n'),
    '\n',
    comment('To install it by hand:'),
    ...plan.install.map((line) => comment(`  ${line}`)),
    comment('To remove it:'),
    ...plan.remove.map((line) => comment(`  ${line}`)),
    ...plan.notes.map(comment),
  ].join('');
}

export function renderStatus(
  { on, installed, difference, lastProvenAt, overdue }: Status,
  color: ChalkInstance,
): string {
  const told = {
    same: color.green(`installed (${on})`),
    different: color.yellow(`installed (${on}), but not as it would be now; mend it with: ${INSTALL}`),
    absent: color.yellow(`not installed (${on}); install it with: ${INSTALL}`),
  }[installed];
  return [
    '',
    `  ${color.dim('Schedule')}     ${told}`,
    ...difference.map((line) => `    ${line}`),
    `  ${color.dim('Last proven')}  ${lastProvenAt ?? 'not everything ever was'}`,
    ...overdue.map((line) => `    ${color.red(line)}`),
    ...(overdue.length > 0 ? ['    Look with: linkedin-ai-optout audit'] : []),
    '',
    '',
  ].join('\n');
}

const INSTALL = 'linkedin-ai-optout schedule install';
