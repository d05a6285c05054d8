/** The settings page as the server sends it: its configuration, and the data that stands in it. */
import { OUR_KEY, type SettingPage, SIBLINGS, TIPS_KEY } from './catalogue.ts';
import type { PageConfig, SwitchConfig } from './client/page.ts';
import { settingsScript } from './client-script.ts';
import { shell } from './html.ts';
import { type Account, readTruth, traitsOf } from './members.ts';
import type { Visit } from './reply.ts';
import { claimed, type Traits, type Truth } from './traits.ts';
import { LANGUAGES, UNKNOWN_WORDS, type Words } from './words.ts';

export const ANOTHER_VANITY = 'somebody-else-entirely';

/** The record of one setting, in LinkedIn's shape. */
export function settingRecord(key: string, traits: Traits, says: Truth) {
  const { on, off } = valuesOf(traits);
  return { key, value: says === 'on' ? on : off, onValue: on, offValue: off, settingDisplayType: 'TOGGLE' };
}

export function valuesOf(traits: Traits): NonNullable<Traits['values']> {
  return traits.values ?? { on: true, off: false };
}

export function ourPage(visit: Visit, account: Account): string {
  const traits = traitsOf(account);
  const key = traits.key ?? OUR_KEY;
  const truth = readTruth(account, key);
  const words = wordsOf(traits);
  const source = traits.source ?? 'call';
  const believable = source !== 'script' && (traits.callSays ?? 'truth') === 'truth';
  const ours: SwitchConfig = {
    ...valuesOf(traits),
    key,
    label: words.label,
    ours: true,
    source,
    ...(!believable && { drawn: truth }),
  };
  const tips = plainSwitch(TIPS_KEY, 'Tips for using LinkedIn, by email');
  const embedded = traits.embedded ?? (source === 'embedded' ? 'truth' : undefined);
  return shell({
    title: 'LinkedIn',
    language: traits.declares ?? traits.language ?? 'en',
    rightToLeft: words.rightToLeft ?? false,
    embedded: [
      siblingData(account),
      ...(embedded ? [{ included: [settingRecord(key, traits, claimed(embedded, truth))] }] : []),
    ],
    script: settingsScript({
      ...config(visit, traits, words, traits.tipsBefore ? [tips, ours] : [ours]),
      ...navigationName(account, traits),
    }),
  });
}

/** A sibling's page is always ordinary: the variant is about ours. */
export function siblingPage(visit: Visit, account: Account, page: SettingPage): string {
  const words: Words = { title: page.title, label: page.title, on: 'On', off: 'Off' };
  const { renamesSiblings } = traitsOf(account);
  const switches = page.switches.map(({ key, label }) => plainSwitch(renamesSiblings ? `${key}2` : key, label));
  return shell({
    title: 'LinkedIn',
    embedded: [siblingData(account)],
    script: settingsScript(config(visit, {}, words, switches)),
  });
}

function config(visit: Visit, traits: Traits, words: Words, switches: SwitchConfig[]): PageConfig {
  return { traits, words, switches, foreign: visit.grounds.foreign };
}

function plainSwitch(key: string, label: string): SwitchConfig {
  return { ...valuesOf({}), key, label, ours: false, source: 'call' };
}

/** Blocks about other settings stand in every page. */
function siblingData(account: Account): unknown {
  const keys = SIBLINGS.flatMap((page) => page.switches.map((each) => each.key));
  return { data: { status: 200 }, included: keys.map((key) => settingRecord(key, {}, readTruth(account, key))) };
}

export function wordsOf(traits: Traits): Words {
  if (typeof traits.words === 'object') return traits.words;
  return traits.words === 'unknown' ? UNKNOWN_WORDS : LANGUAGES[traits.language ?? 'en'];
}

function navigationName(account: Account, traits: Traits): { vanity?: string } {
  if (traits.navigationNames || traits.signedInAs) return { vanity: ANOTHER_VANITY };
  return traits.names === 'navigation' ? { vanity: account.vanity } : {};
}
