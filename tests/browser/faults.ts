import type { Arrival } from '../../src/demo/site/arrivals.ts';
import { VARIANTS } from '../../src/demo/site/variants.ts';
import type { Result } from '../../src/report/schema.ts';
import { DEFAULT_SETTING } from '../../src/settings/catalogue.ts';
import type { Scene } from './stage.ts';

/** What must never happen. */
export const FAULTS = [
  'false off',
  'false proof',
  'false not-offered',
  'stray write',
  'wrong click',
  'foreign request',
  'told secret',
  'wrong count',
] as const;

export interface Fault {
  kind: (typeof FAULTS)[number];
  detail: string;
}

/** What was said in a run, and what its server knows. */
export interface Evidence {
  scene: Scene;
  result: Result;
  /** the member's truth after the run */
  now: 'on' | 'off';
  /** what came with the member's session */
  arrivals: readonly Arrival[];
  /** what reached somebody else’s site meanwhile */
  foreign: readonly string[];
  writesAllowed: number;
  secrets: readonly string[];
}

export function faultsOf({ scene, result, now, arrivals, foreign, writesAllowed, secrets }: Evidence): Fault[] {
  const { mode, truth, variant } = scene;
  const traits = typeof variant === 'string' ? VARIANTS[variant] : variant;
  const { state, change } = result;
  const faults: Fault[] = [];
  const note = (isSo: boolean, kind: Fault['kind'], detail = '') => {
    if (isSo) faults.push({ kind, detail });
  };

  note(state === 'off' && now !== 'off', 'false off');
  note(change?.outcome === 'changed' && now !== 'off', 'false proof');
  // What the category lists is what the account is offered (contract §3).
  note(state === 'not-offered' && traits?.category !== 'lacks-row', 'false not-offered');

  const writes = arrivals.filter(({ kind, method }) => kind !== 'request' || method !== 'GET');
  const told = writes.map(({ method, path }) => `${method} ${path}`).join(', ');
  note(mode !== 'disable' && writes.length > 0, 'stray write', told);
  note(mode !== 'disable' && now !== truth, 'stray write', 'the setting changed while it was read');
  note(writes.length > 1, 'stray write', told);
  note(
    writes.some(({ path }) => !path.endsWith(`/${DEFAULT_SETTING.key}`)),
    'stray write',
    told,
  );
  note(writes.length !== writesAllowed, 'wrong count', `counted ${writesAllowed} of ${writes.length} writes`);

  const clicks = arrivals.filter(({ path }) => path.startsWith('/demo/clicked'));
  const flips = clicks.filter(({ path }) => path.endsWith('=ours')).length;
  note(clicks.length > flips, 'wrong click', 'on something else');
  note(mode !== 'disable' && flips > 0, 'wrong click', 'while reading');
  note(flips > (traits?.click === 'twice' ? 2 : 1), 'wrong click', `${flips} flips`);

  note(foreign.length > 0, 'foreign request', foreign.join(', '));
  const said = JSON.stringify(result);
  note(
    secrets.some((secret) => said.includes(secret)),
    'told secret',
  );
  return faults;
}
