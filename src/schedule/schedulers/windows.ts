import { UsageError } from '../../errors.ts';
import { clockOf, type Job, NAME, wordsOf } from '../job.ts';
import { escapeXml, quoteWindows } from '../quoting.ts';
import type { Plan } from './scheduler.ts';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const PATH = `AppData/Local/${NAME}/task.xml`;

export function planWindows(job: Job): Plan {
  return {
    artefacts: [{ path: PATH, text: renderTask(job), encoding: 'utf16le' }],
    install: [`schtasks /Create /TN ${NAME} /XML "%USERPROFILE%\\${PATH.replaceAll('/', '\\')}" /F`],
    remove: [`schtasks /Delete /TN ${NAME} /F`],
    notes: [
      'It runs as you, only while you are signed in, so that the browser has your desktop; what was missed is made up for.',
      'What it found is in: linkedin-ai-optout history.',
      'It has the variables of your user account (a proxy, say), not those of this window alone.',
    ],
    secrets: 'set it among the variables of your user account, if it is not there',
  };
}

/** Task Scheduler 1.3 (Windows 7 and newer). A date in the past, so that it holds from the first day on. */
function renderTask(job: Job): string {
  // The command is a path and nothing else; only its arguments are a command line.
  const [node = '', ...args] = wordsOf(job);
  const expanded = [node, ...args].find((word) => word.includes('%') || word.includes('$('));
  if (expanded !== undefined) {
    throw new UsageError(
      `Task Scheduler would read "${expanded}" otherwise, because of its % or $(; give it another name first.`,
    );
  }
  const start = `2026-01-01T${clockOf(job)}:00`;
  return `<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.3" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Is LinkedIn's AI training still off? (${NAME})</Description>
  </RegistrationInfo>
  <Triggers>
    <CalendarTrigger>
      <StartBoundary>${start}</StartBoundary>
      <RandomDelay>PT30M</RandomDelay>
${renderInterval(job)}
    </CalendarTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <RunOnlyIfNetworkAvailable>true</RunOnlyIfNetworkAvailable>
    <ExecutionTimeLimit>PT2H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>${escapeXml(node)}</Command>
      <Arguments>${escapeXml(args.map(quoteWindows).join(' '))}</Arguments>
    </Exec>
  </Actions>
</Task>
`;
}

function renderInterval({ every, weekday, day }: Job): string {
  switch (every) {
    case 'day':
      return '      <ScheduleByDay>\n        <DaysInterval>1</DaysInterval>\n      </ScheduleByDay>';
    case 'week':
      return `      <ScheduleByWeek>
        <WeeksInterval>1</WeeksInterval>
        <DaysOfWeek>
          <${DAYS[weekday]} />
        </DaysOfWeek>
      </ScheduleByWeek>`;
    case 'month':
      return `      <ScheduleByMonth>
        <DaysOfMonth>
          <Day>${day}</Day>
        </DaysOfMonth>
        <Months>
${MONTHS.map((month) => `          <${month} />`).join('\n')}
        </Months>
      </ScheduleByMonth>`;
    default:
      return every satisfies never;
  }
}
