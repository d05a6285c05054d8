import { expect } from 'vitest';
import type { Member, MemberOptions } from '../../src/demo/site/members.ts';
import { type LookalikeOptions, type LookalikeSite, openLookalikeSite } from '../../src/demo/site/open.ts';
import { type Report, reportSchema } from '../../src/report/schema.ts';
import { openForeignSite } from '../foreign-site.ts';
import { valid } from '../unit/report/valid.ts';
import { type Ended, fileWith } from './program.ts';

/** The look-alike in the test's own process, so that a test knows what its server knows. */
export interface Site extends Omit<LookalikeSite, 'addMember'> {
  /** what arrived at somebody else's */
  foreignArrivals: string[];
  foreignOrigin: string;
  addGuest(options?: MemberOptions): Promise<Guest>;
}

export interface Guest extends Member {
  sessionFile: string;
  /** `--session` with that file, `--origin` and `--headless` */
  flags: string[];
  /** what must not be told to anybody */
  secrets: string[];
  /** `METHOD path` of what arrived and could write */
  writes(): string[];
}

export async function openSite(options: LookalikeOptions = {}): Promise<Site> {
  const foreign = await openForeignSite();
  const site = await openLookalikeSite({ foreignOrigin: foreign.origin, ...options });
  return {
    ...site,
    foreignArrivals: foreign.arrivals,
    foreignOrigin: foreign.origin,
    addGuest: async (wanted = {}) => guestOf(site, site.addMember(wanted)),
    close: async () => {
      await site.close();
      await foreign.close();
    },
  };
}

async function guestOf(site: LookalikeSite, member: Member): Promise<Guest> {
  const sessionFile = await fileWith(JSON.stringify(member.storageState), 'session.json');
  const csrf = member.storageState.cookies.find(({ name }) => name === 'JSESSIONID')?.value ?? '';
  return {
    ...member,
    sessionFile,
    flags: ['--origin', site.origin, '--session', sessionFile, '--headless'],
    secrets: [member.token, csrf.replaceAll('"', '')],
    writes: () =>
      member
        .arrivals()
        .filter(({ kind, method }) => kind !== 'request' || method !== 'GET')
        .map(({ method, path }) => `${method} ${path}`),
  };
}

/** The report on standard output, which holds nothing else; valid also by the schema that we publish. */
export function reportOn({ stdout }: Pick<Ended, 'stdout'>): Report {
  return reportSchema.parse(valid(JSON.parse(stdout)));
}

/** The only result of a run for one setting. */
export function resultOn(ended: Pick<Ended, 'stdout'>): Report['results'][number] {
  const [result, another] = reportOn(ended).results;
  if (!result || another) throw new Error('There is not one result.');
  return result;
}

/** Whatever a run came to: it tells no secret and leaves nothing behind. */
export function expectClean(ended: Ended, { secrets }: Pick<Guest, 'secrets'>): void {
  // Told in a word, so that a failure does not tell what it found.
  expect(secrets.some((secret) => ended.stdout.includes(secret)) ? 'a secret on standard output' : '').toBe('');
  expect(secrets.some((secret) => ended.stderr.includes(secret)) ? 'a secret on standard error' : '').toBe('');
  expect(ended.left).toEqual([]);
}
