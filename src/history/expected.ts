import type { Config } from '../config/schema.ts';
import { DEFAULT_SETTING } from '../settings/catalogue.ts';
import { LINKEDIN_ORIGIN } from '../settings/site.ts';
import type { Expected } from './summary.ts';

/** What a configuration wants to be proven, and where. Pure. */
export function expectedBy(config: Pick<Config, 'accounts' | 'settings' | 'origin'>): {
  expected: Expected[];
  origin: string;
} {
  const settings = config.settings ?? [DEFAULT_SETTING];
  const names = (config.accounts ?? [{ name: 'default' }]).map(({ name }) => name);
  return {
    expected: names.flatMap((account) => settings.map(({ id }) => ({ account, setting: id }))),
    origin: config.origin?.origin ?? LINKEDIN_ORIGIN,
  };
}
