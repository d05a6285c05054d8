import type { Config, Notify } from '../config/schema.ts';
import type { Finding } from '../decide/alert.ts';
import { type AlertMemory, decideAlert } from '../decide/alert.ts';
import type { Report, Result } from '../report/schema.ts';
import type { Terminal } from '../terminal.ts';
import { type Alert, buildAlert, buildNotice } from './alert.ts';
import { type Memories, readMemories, receiverOf, writeMemories } from './alert-memory.ts';
import { sendNotice } from './send.ts';

export interface NotifyOptions {
  folder: string;
  report: Report;
  findings: readonly { result: Result; finding: Finding }[];
  receivers: Config['notify'];
}

/** Tells each receiver what is new to it. Who could not be told is told next time, and that is a warning alone. */
export async function notifyAll(
  { folder, report, findings, receivers }: NotifyOptions,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  if (receivers.length === 0) return;
  const { environment } = terminal;
  const known = await readMemories(folder);
  const told: Memories = {};
  for (const receiver of receivers) {
    const name = receiverOf(receiver);
    const planned = planAlerts(report, findings, known[name] ?? {});
    const alerts = planned.flatMap(({ alert }) => alert ?? []);
    const trouble = isTold(receiver, alerts)
      ? await sendNotice(receiver, buildNotice(report, alerts), { environment, signal })
      : null;
    if (trouble) terminal.warn(`warning: Somebody was not told, and will be next time: ${trouble}.`);
    told[name] = Object.fromEntries(
      planned.map(({ key, alert, before, after }) => [key, alert && trouble ? before : after]),
    );
  }
  await writeMemories(folder, told).catch((error: NodeJS.ErrnoException) => {
    terminal.warn(`warning: What was told was not kept, and may be told again: ${error.code ?? error.message}`);
  });
}

interface Planned {
  key: string;
  alert: Alert | null;
  before: AlertMemory;
  after: AlertMemory;
}

function planAlerts(
  report: Report,
  findings: NotifyOptions['findings'],
  memories: Readonly<Record<string, AlertMemory>>,
): Planned[] {
  return findings.map(({ result, finding }) => {
    const key = JSON.stringify([report.run.origin, result.account.name, result.setting.id]);
    const known = memories[key] ?? null;
    const { kind, memory } = decideAlert(known, finding);
    const before = known ?? { told: null, toldBlind: false, excepted: false, since: finding.at };
    return { key, alert: kind && buildAlert(kind, result, finding), before, after: memory };
  });
}

function isTold({ on }: Notify, alerts: readonly Alert[]): boolean {
  return on === 'always' || alerts.length > 0;
}
