import { renderCapture } from '../capture/build.ts';
import type { Capture } from '../capture/schema.ts';
import { renderJson } from '../report/reporters/json.ts';
import type { Report, Result } from '../report/schema.ts';
import type { BundleFile } from './manifest.ts';

/** What was kept of one result's page. */
export interface Exhibit {
  /** name of the account, as in the report */
  account: string;
  /** our identifier of the setting */
  setting: string;
  capture: Capture | null;
  /** PNG */
  picture: Uint8Array | null;
}

export interface Bundle {
  /** the report, with the names of the files that belong to each result */
  report: Report;
  files: BundleFile[];
}

const REPORT_FILE = 'report.json';
const WITNESSES_FILE = 'witnesses.json';

/** Names everything that is to be kept of a run, and puts it together. Pure. */
export function buildBundle(report: Report, exhibits: readonly Exhibit[]): Bundle {
  const isOneAccount = new Set(report.results.map(({ account }) => account.name)).size <= 1;
  const shown = exhibits.flatMap(({ account, setting, capture, picture }) => {
    const stem = isOneAccount ? setting : `${account}-${setting}`;
    const files: BundleFile[] = [];
    if (capture) files.push({ name: `capture-${stem}.json`, contents: renderCapture(capture) });
    if (picture) files.push({ name: `picture-${stem}.png`, contents: picture });
    return [{ account, setting, files }];
  });
  const namesOf = ({ account, setting }: Result) =>
    shown
      .filter((exhibit) => exhibit.account === account.name && exhibit.setting === setting.id)
      .flatMap(({ files }) => files.map(({ name }) => name));
  const told: Report = {
    ...report,
    results: report.results.map((result) => ({ ...result, evidence: [...namesOf(result), WITNESSES_FILE] })),
  };
  const files = [
    { name: REPORT_FILE, contents: renderJson(told) },
    { name: WITNESSES_FILE, contents: `${JSON.stringify(witnessesOf(report), null, 2)}\n` },
    ...shown.flatMap((exhibit) => exhibit.files),
  ];
  return { report: told, files };
}

/** Who said what, and when. */
function witnessesOf({ tool, run, results }: Report) {
  return {
    schemaVersion: 1,
    kind: 'witnesses',
    tool,
    run: { id: run.id },
    results: results.map(({ account, setting, state, confidence, observations, change }) => ({
      account,
      setting: { id: setting.id },
      state,
      confidence,
      observations,
      /** of the fresh load after a change */
      proof: change?.proof ?? [],
    })),
  };
}
