import type { Report, Result } from '../schema.ts';
import { type Markup, markup } from './markup.ts';
import {
  answerOf,
  MARKS,
  stepsOf,
  tellException,
  tellHeadline,
  tellNetwork,
  tellPrevious,
  tellTime,
  tellWitnesses,
} from './words.ts';

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

/** JUnit's XML, as test reporters of CI services read it: one suite, a case per result. */
export function renderJunit(report: Report): string {
  const { run, tool, results, coverage, network } = report;
  const count = (outcome: Outcome) => results.filter((result) => outcomeOf(result) === outcome).length;
  const totals = markup`tests="${results.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="${seconds(run.durationMs)}"`;
  const properties: [string, string][] = [
    ['tool', `${tool.name} ${tool.version}`],
    ['run.id', run.id],
    ['run.origin', run.origin],
    ['run.dryRun', String(run.dryRun)],
    ['summary.verdict', report.summary.verdict],
    ['summary.exitCode', String(report.summary.exitCode)],
    ['coverage.asOf', coverage.asOf],
    ...numbered('coverage.covers', coverage.covers),
    ...numbered('coverage.doesNotCover', coverage.doesNotCover),
    ...numbered('coverage.notes', coverage.notes ?? []),
  ];
  return markup`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="${tool.name}" ${totals}>
  <testsuite name="${tool.name} ${run.command}" timestamp="${run.startedAt}" ${totals}>
    <properties>
${properties.map(([name, value]) => markup`      <property name="${name}" value="${value}"/>\n`)}    </properties>
${results.map((result) => renderCase(result))}    <system-out>${tellNetwork(network)}</system-out>
  </testsuite>
</testsuites>
`.markup;
}

function renderCase(result: Result): Markup {
  const { account, setting } = result;
  return markup`    <testcase classname="linkedin-ai-optout.${account.name}" name="${setting.title} (${setting.id})">
${renderOutcome(result)}      <system-out>${detailsOf(result).join('\n')}</system-out>
    </testcase>
`;
}

/** Off is the only thing that passes. An exception that somebody answers for takes the failure away, not its words. */
function outcomeOf(result: Result): Outcome {
  const answer = answerOf(result);
  switch (answer) {
    case 'off':
      return 'passed';
    case 'on':
      return result.suppressed ? 'skipped' : 'failure';
    case 'not-offered':
      return 'skipped';
    case 'unknown':
      return 'error';
    default:
      return answer satisfies never;
  }
}

function renderOutcome(result: Result): Markup {
  const { state, reason } = result;
  const headline = tellHeadline(result);
  const outcome = outcomeOf(result);
  switch (outcome) {
    case 'passed':
      return markup``;
    case 'skipped': {
      const exception = tellException(result);
      return markup`      <skipped message="${exception ? `${headline} Excepted: ${exception}` : headline}"/>\n`;
    }
    case 'failure':
      return markup`      <failure type="${reason?.code ?? state}" message="${headline}">${whyAndNext(result)}</failure>\n`;
    case 'error':
      return markup`      <error type="${reason?.code ?? state}" message="${headline}">${whyAndNext(result)}</error>\n`;
    default:
      return outcome satisfies never;
  }
}

function whyAndNext(result: Result): string {
  const steps = stepsOf(result).map(({ say, run }) => (run ? `${say} ${run}` : say));
  return [...(result.reason ? [result.reason.message] : []), ...steps].join('\n');
}

function detailsOf(result: Result): string[] {
  const { state, verdict, confidence, observations, change, setting } = result;
  const told = (seen: Result['observations'], where: string) =>
    seen.map(({ witness, saw, detail, at }) => `${witness}${where} saw ${saw}: ${detail} (${tellTime(at)})`);
  const rows: [string, string][] = [
    ['known by', tellWitnesses(result)],
    ['before', tellPrevious(result)],
    ['change', change?.outcome ?? ''],
    ['address', setting.url],
  ];
  return [
    `${MARKS[answerOf(result)]} ${tellHeadline(result)}`,
    `state ${state}, verdict ${verdict}, confidence ${confidence}`,
    ...rows.filter(([, text]) => text).map(([name, text]) => `${name}: ${text}`),
    ...told(observations, ''),
    ...told(change?.proof ?? [], ', on a fresh load,'),
  ];
}

function numbered(name: string, facts: readonly string[]): [string, string][] {
  return facts.map((fact, index) => [`${name}.${index + 1}`, fact]);
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(3);
}
