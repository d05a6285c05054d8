/** The calls that the page makes itself: who is signed in, what a setting is, and saving it. */
import { setTimeout as wait } from 'node:timers/promises';
import { cookiesOf } from './arrivals.ts';
import { OUR_KEY } from './catalogue.ts';
import { readTruth, traitsOf, writeTruth } from './members.ts';
import { ANOTHER_VANITY, settingRecord, valuesOf } from './our-page.ts';
import { type MemberVisit, readBody, replyJson } from './reply.ts';
import { claimed, type Truth } from './traits.ts';

const LATE = 1500;

export function answerMiniProfile(visit: MemberVisit): void {
  const { account } = visit;
  const publicIdentifier = traitsOf(account).signedInAs ? ANOTHER_VANITY : account.vanity;
  replyJson(visit, { miniProfile: { publicIdentifier, firstName: 'Robin', lastName: 'Example' } });
}

/** The state of our setting, in an answer that does not say so. */
export async function answerView(visit: MemberVisit): Promise<void> {
  const traits = traitsOf(visit.account);
  const truth = readTruth(visit.account, OUR_KEY);
  await wait(traits.callAfter ?? 0);
  replyJson(visit, { on: truth === 'on' });
}

export async function answerSetting(visit: MemberVisit): Promise<void> {
  const key = visit.url.pathname.split('/')[3] ?? '';
  if (visit.request.method === 'GET') return readSetting(visit, key);
  if (visit.request.method === 'PUT') return saveSetting(visit, key);
  return takeStrayWrite(visit, key);
}

async function readSetting(visit: MemberVisit, key: string): Promise<void> {
  const { account } = visit;
  const traits = isOurs(visit, key) ? traitsOf(account) : {};
  const truth = readTruth(account, key);
  await wait(traits.callAfter ?? 0);
  if (traits.callSays === 'hang') return;
  if (traits.callSays === 'missing') return replyJson(visit, { status: 404 }, 404);
  if (traits.callSays === 'nonsense')
    return replyJson(visit, { ...settingRecord(key, traits, truth), value: 'PENDING' });
  replyJson(visit, settingRecord(key, traits, claimed(traits.callSays ?? 'truth', truth)));
}

async function saveSetting(visit: MemberVisit, key: string): Promise<void> {
  const { account, request, arrival } = visit;
  const csrf = cookiesOf(request).get('JSESSIONID')?.replaceAll('"', '');
  if (!csrf || request.headers['csrf-token'] !== csrf) return replyJson(visit, { status: 403 }, 403);
  const wanted = wantedTruth(visit, key, await readBody(request));
  if (!wanted) return replyJson(visit, { status: 400 }, 400);
  const { save } = isOurs(visit, key) ? traitsOf(account) : {};
  if (isOurs(visit, key)) account.saveArrived = true;
  if (save === 'hang') return;
  if (typeof save === 'number') return replyJson(visit, { status: save }, save);
  if (save === 'ends-session') {
    account.signedIn = false;
    return replyJson(visit, { status: 401 }, 401);
  }
  if (save === undefined) {
    writeTruth(account, key, wanted);
    arrival.changed = true;
  }
  replyJson(visit, { status: 200 });
  if (save !== 'applied-late') return;
  await wait(LATE);
  writeTruth(account, key, wanted);
  arrival.changed = true;
}

/** A POST is no way to save here, and yet it writes: whatever a page lets slip shows in the member's truth. */
async function takeStrayWrite(visit: MemberVisit, key: string): Promise<void> {
  const wanted = wantedTruth(visit, key, await readBody(visit.request));
  writeTruth(visit.account, key, wanted);
  visit.arrival.changed = true;
  visit.response.writeHead(204).end();
}

/** The page's other interface: reads by POST, and saves for the variants that save there. */
export async function answerGraphql(visit: MemberVisit): Promise<void> {
  const body = await readBody(visit.request);
  const { read, write } = parse(body);
  if (typeof read === 'string') return readSetting(visit, read);
  if (typeof write !== 'string') return replyJson(visit, { status: 400 }, 400);
  visit.account.saveArrived = true;
  writeTruth(visit.account, write, wantedTruth(visit, write, body));
  visit.arrival.changed = true;
  replyJson(visit, { status: 200 });
}

function isOurs(visit: MemberVisit, key: string): boolean {
  return key === OUR_KEY || key === traitsOf(visit.account).key;
}

function wantedTruth(visit: MemberVisit, key: string, body: string): Truth | undefined {
  const { value } = parse(body);
  const { on, off } = valuesOf(isOurs(visit, key) ? traitsOf(visit.account) : {});
  if (value === on) return 'on';
  return value === off ? 'off' : undefined;
}

function parse(body: string): Record<string, unknown> {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
