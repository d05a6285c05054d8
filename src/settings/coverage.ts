import { DEFAULT_SETTING, SETTINGS, type Setting } from './catalogue.ts';
import { aiTrainingCoverage } from './coverage-ai-training.ts';
import { neighbourCoverage } from './coverage-neighbours.ts';
import type { Coverage, Fact } from './fact.ts';

/** What off means and does not mean, setting by setting. */
export function coverageOf(setting: Setting): Coverage {
  return setting.id === DEFAULT_SETTING.id ? aiTrainingCoverage : neighbourCoverage(setting);
}

export function factsOf({ meaning, covers, doesNotCover, regions, notes, manualPath }: Coverage): Fact[] {
  return [meaning, ...covers, ...doesNotCover, ...regions, ...notes, ...(manualPath ? [manualPath] : [])];
}

/** In sentences, for a report on these settings; of several, each sentence says which one it is about. */
export function coverageTold(ids: readonly string[]): {
  asOf: string;
  covers: string[];
  doesNotCover: string[];
  notes: string[];
} {
  const settings = SETTINGS.filter(({ id }) => ids.includes(id));
  const told = settings.length > 0 ? settings : [DEFAULT_SETTING];
  const pick = (choose: (coverage: Coverage) => readonly Fact[]) =>
    told.flatMap((setting) =>
      choose(coverageOf(setting)).map(({ text }) => (told.length > 1 ? `${setting.title}: ${text}` : text)),
    );
  const dates = told.flatMap((setting) => factsOf(coverageOf(setting)).map(({ asOf }) => asOf));
  return {
    // No fact is newer than is said.
    asOf: dates.sort()[0] ?? '',
    covers: pick(({ covers }) => covers),
    doesNotCover: pick(({ doesNotCover }) => doesNotCover),
    notes: pick(({ regions, notes }) => [...regions, ...notes]),
  };
}
