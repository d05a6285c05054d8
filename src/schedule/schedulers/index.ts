import { planCron } from './cron.ts';
import { planGithub } from './github.ts';
import { planKubernetes } from './kubernetes.ts';
import { planLaunchd } from './launchd.ts';
import type { Scheduler } from './scheduler.ts';
import { planSystemd } from './systemd.ts';
import { planWindows } from './windows.ts';

/** The schedulers there are. To add one is to add a row and a file. */
export const SCHEDULERS = {
  systemd: { title: 'systemd user timer', platforms: ['linux'], plan: planSystemd },
  cron: { title: 'cron', platforms: ['linux', 'darwin', 'freebsd', 'openbsd'], plan: planCron },
  launchd: { title: 'launchd agent', platforms: ['darwin'], plan: planLaunchd },
  windows: { title: 'Windows Task Scheduler', platforms: ['win32'], plan: planWindows },
  github: { title: 'GitHub Actions', platforms: [], plan: planGithub },
  kubernetes: { title: 'Kubernetes', platforms: [], plan: planKubernetes },
} as const satisfies Record<string, Scheduler>;
export type SchedulerName = keyof typeof SCHEDULERS;
export const SCHEDULER_NAMES = Object.keys(SCHEDULERS) as [SchedulerName, ...SchedulerName[]];
