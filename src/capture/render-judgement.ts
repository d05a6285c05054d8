import type { ChalkInstance } from 'chalk';
import { decideExitCode, decideVerdict, FAIL_ON } from '../decide/verdict.ts';
import { renderRow } from '../report/reporters/text.ts';
import { SETTINGS } from '../settings/catalogue.ts';
import type { ExitCode } from '../vocabulary.ts';
import type { Judgement } from './judge.ts';
import type { Capture } from './schema.ts';

export interface JudgedCapture {
  capture: Capture;
  judgement: Judgement;
  /** of the program that judges */
  version: string;
}

/** As for a check. */
export function exitCodeOf({ state, reason }: Judgement): ExitCode {
  return decideExitCode([{ state, reason, change: null }], { failOn: FAIL_ON, exitZero: false });
}

/** How a judgement is told, by the name of the format. */
export const JUDGEMENT_FORMATS = {
  text: renderText,
  json: renderJson,
} as const satisfies Record<string, (judged: JudgedCapture, color: ChalkInstance) => string>;

function renderText({ capture, judgement, version }: JudgedCapture, color: ChalkInstance): string {
  const { state, reason, confidence, observations } = judgement;
  const { said, tool, browser, setting } = capture;
  const seen = observations.map(({ witness, saw }) => (saw === 'unclear' ? witness : `${witness}: ${saw}`)).join(', ');
  const rows: [string, string][] = [
    ['Setting', SETTINGS.find(({ id }) => id === setting.id)?.title ?? setting.id],
    ['Known by', confidence === 'none' ? '' : `${seen} (${confidence})`],
    ['Why', reason ? `${reason.message} (${reason.code})` : ''],
    ['It said', `${[said.state, said.reason].filter(Boolean).join(', ')}: ${tool.version}, ${browser.name}`],
    ['Note', 'This is what a page was like when it was captured. It does not tell how the setting is now.'],
  ];
  const headline = color.bold(`  Captured page, judged by the rules of ${version}: ${state}.`);
  const lines = rows.filter(([, text]) => text).flatMap(([name, text]) => renderRow(name, text, color));
  return `\n${[headline, '', ...lines].join('\n')}\n\n`;
}

function renderJson({ capture, judgement, version }: JudgedCapture): string {
  const { state, confidence, reason, observations } = judgement;
  const { tool, browser, setting, said } = capture;
  const judged = {
    schemaVersion: 1,
    kind: 'judgement',
    tool: { name: 'linkedin-ai-optout', version },
    captured: { tool, browser, said },
    setting,
    state,
    verdict: decideVerdict({ state, reason, change: null }),
    confidence,
    reason,
    observations,
    exitCode: exitCodeOf(judgement),
  };
  return `${JSON.stringify(judged, null, 2)}\n`;
}
