import { quoteShell } from '../../quote-shell.ts';
import { assignmentsOf, type Job, NAME, wordsOf } from '../job.ts';
import { escapeXml } from '../quoting.ts';
import type { Plan } from './scheduler.ts';

export const LABEL = `${NAME}.audit`;
const PATH = `Library/LaunchAgents/${LABEL}.plist`;

export function planLaunchd(job: Job): Plan {
  return {
    artefacts: [{ path: PATH, text: renderPlist(job) }],
    install: [`launchctl bootstrap gui/$(id -u) "$HOME/${PATH}"`],
    remove: [`launchctl bootout gui/$(id -u)/${LABEL}`],
    notes: [
      'It runs as you, in your desktop session; what was missed while the Mac slept is made up for when it wakes.',
    ],
    secrets: 'set it after each sign-in with: launchctl setenv',
  };
}

/** Through sh, so that each run writes its log anew: launchd itself only adds to one. */
function renderPlist(job: Job): string {
  const words = ['/usr/bin/env', ...assignmentsOf(job.environment), ...wordsOf(job)];
  const command = `exec ${words.map(quoteShell).join(' ')} > ${quoteShell(job.log)} 2>&1`;
  const strings = ['/bin/sh', '-c', command].map((word) => `    <string>${escapeXml(word)}</string>`).join('\n');
  const { every, weekday, day, hour, minute } = job;
  const when: [string, number][] = [
    ...({ day: [], week: [['Weekday', weekday]], month: [['Day', day]] } satisfies Record<string, [string, number][]>)[
      every
    ],
    ['Hour', hour],
    ['Minute', minute],
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  <string>${LABEL}</string>
  <key>ProgramArguments</key>
  <array>
${strings}
  </array>
  <key>StartCalendarInterval</key>
  <dict>
${when.map(([key, value]) => `    <key>${key}</key>\n    <integer>${value}</integer>`).join('\n')}
  </dict>
  <key>LimitLoadToSessionType</key>
  <string>Aqua</string>
  <key>ProcessType</key>
  <string>Background</string>
  <key>Umask</key>
  <integer>63</integer>
</dict>
</plist>
`;
}
