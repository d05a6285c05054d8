import { UsageError } from '../../errors.ts';
import { quoteShell } from '../../quote-shell.ts';
import { assignmentsOf, type Job, NAME, wordsOf } from '../job.ts';
import { escapeCron } from '../quoting.ts';
import type { Plan } from './scheduler.ts';

/** The lines of ours stand between these, so that install and remove touch no other. */
export const BEGIN = `# BEGIN ${NAME} (made by "${NAME} schedule install"; remove it with "schedule remove")`;
export const END = `# END ${NAME}`;

/** In bytes; POSIX promises no more. */
const LONGEST_LINE = 998;

export function planCron(job: Job): Plan {
  const fitting = fits(job) ? job : withoutPath(job);
  return {
    artefacts: [{ path: 'crontab', text: `${BEGIN}\n${cronLine(fitting)}\n${END}\n` }],
    install: ['crontab -e, and put these lines at its end'],
    remove: ['crontab -e, and take these lines out'],
    notes: [
      'cron does not make up for what was missed while the computer was off: a systemd timer does.',
      'cron has no desktop session: the browser runs on a virtual display (Xvfb) if there is one, else headless; a key in the system’s keychain may be out of reach.',
      ...(fitting === job
        ? []
        : ['Your PATH is too long for a line of cron, so that the job has cron’s own: install it with a shorter one.']),
    ],
    secrets: 'set it with "crontab -e", above the lines of this job',
  };
}

/** `minute hour day-of-month month day-of-week command` */
export function cronLine(job: Job): string {
  const line = renderLine(job);
  if (fits(job)) return line;
  throw new UsageError(
    'The paths and variables are too long for a line of cron, which some would cut; use shorter ones.',
  );
}

function fits(job: Job): boolean {
  return Buffer.byteLength(renderLine(job)) <= LONGEST_LINE;
}

/** The one that is long without a need: what a browser is found by may be as long as a person likes. */
function withoutPath({ environment: { PATH: _, ...environment }, ...job }: Job): Job {
  return { ...job, environment };
}

function renderLine(job: Job): string {
  const { minute, hour, every, day, weekday, log, environment, session } = job;
  const when = [minute, hour, every === 'month' ? day : '*', '*', every === 'week' ? weekday : '*'].join(' ');
  const variables = assignmentsOf({ ...session, ...environment });
  const start = variables.length > 0 ? ['/usr/bin/env', ...variables] : [];
  const command = [...start, ...wordsOf(job)].map(quoteShell).join(' ');
  // The log says what is on, and is its owner's alone: cron itself lets everybody read.
  return `${when} ${escapeCron(`umask 077; ${command} > ${quoteShell(log)} 2>&1`)}`;
}

/** The crontab with our block in it once, at its end; everything else byte for byte as it was. */
export function withBlock(crontab: string, block: string): string {
  const rest = withoutBlock(crontab);
  return rest === '' || rest.endsWith('\n') ? `${rest}${block}` : `${rest}\n${block}`;
}

export function withoutBlock(crontab: string): string {
  const start = crontab.indexOf(BEGIN);
  const end = crontab.indexOf(END, start);
  if (start < 0 || end < 0) return crontab;
  return crontab.slice(0, start) + crontab.slice(end + END.length).replace(/^\n/, '');
}

/** Our block as it stands in a crontab, or null. */
export function blockIn(crontab: string): string | null {
  const start = crontab.indexOf(BEGIN);
  const end = crontab.indexOf(END, start);
  return start < 0 || end < 0 ? null : `${crontab.slice(start, end + END.length)}\n`;
}
