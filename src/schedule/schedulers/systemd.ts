import { assignmentsOf, clockOf, type Job, NAME, two, wordsOf } from '../job.ts';
import { quoteSystemd } from '../quoting.ts';
import type { Plan } from './scheduler.ts';

const FOLDER = '.config/systemd/user';
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

export function planSystemd(job: Job): Plan {
  return {
    artefacts: [
      { path: `${FOLDER}/${NAME}.service`, text: renderService(job) },
      { path: `${FOLDER}/${NAME}.timer`, text: renderTimer(job) },
    ],
    install: ['systemctl --user daemon-reload', `systemctl --user enable --now ${NAME}.timer`],
    remove: [`systemctl --user disable --now ${NAME}.timer`],
    notes: [
      'It runs as you, while you are signed in, so that the browser has your desktop; what was missed is made up for.',
      `Its output is in the journal: journalctl --user -u ${NAME}.`,
    ],
    secrets: `write it to a file that only you can read, and name that by EnvironmentFile= below [Service] with: systemctl --user edit ${NAME}.service`,
  };
}

/** Through env, so that the path of Node is a word like the others: of the first one systemd resolves no `$$`. */
function renderService(job: Job): string {
  return `[Unit]
Description=Is LinkedIn's AI training still off? (${NAME})
After=graphical-session.target network-online.target

[Service]
Type=oneshot
ExecStart=/usr/bin/env ${[...assignmentsOf(job.environment), ...wordsOf(job)].map(quoteSystemd).join(' ')}
Nice=10
TimeoutStartSec=2h
UMask=0077
`;
}

function renderTimer({ every, weekday, day, hour, minute }: Job): string {
  const time = `${clockOf({ hour, minute })}:00`;
  const date = { day: '*-*-*', week: `${DAYS[weekday] ?? 'Mon'} *-*-*`, month: `*-*-${two(day)}` }[every];
  return `[Unit]
Description=When to look whether LinkedIn's AI training is still off (${NAME})

[Timer]
OnCalendar=${date} ${time}
RandomizedDelaySec=30min
Persistent=true

[Install]
WantedBy=timers.target
`;
}
