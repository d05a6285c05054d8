import type { ControlFact } from '../decide/observation.ts';
import { neighboursOf } from '../page/offer.ts';
import type { PlaceView, View } from '../page/sight.ts';
import type { Snapshot } from '../page/snapshot.ts';
import { addressOf, categoryAddress, type Setting } from '../settings/catalogue.ts';
import { LINKEDIN_ORIGIN } from '../settings/site.ts';
import { HEADING_WALLS, VISIBLE_WALLS } from '../settings/walls.ts';
import type { CapturedCategoryPage, CapturedControl, CapturedPlace, CapturedSettingPage } from './schema.ts';
import { restoreRecords } from './values.ts';

/** A view that is judged as the one that was captured, with stand-ins for all that was left out. */

/** A record that says nothing but that there is one. */
const UNTOLD = { value: null, onValue: null, offValue: null };
const SETTINGS_FOLDER = `${LINKEDIN_ORIGIN}/mypreferences/d/settings`;

export function viewOfSetting(page: CapturedSettingPage, setting: Setting): View {
  const url = `${LINKEDIN_ORIGIN}/mysettings-api/settingsApiSettings/${setting.key}`;
  const view = viewOfPlace(page, setting);
  return {
    ...view,
    snapshot: {
      ...view.snapshot,
      controls: page.controls.map(restoreControl),
      embedded: page.embedded.length > 0 ? [restoreRecords(page.embedded, setting.key)] : [],
      dialogs: page.dialogs,
      modalDialogs: page.modalDialogs,
    },
    traffic: {
      ...view.traffic,
      answers: page.answers.length > 0 ? [{ url, status: 200, body: restoreRecords(page.answers, setting.key) }] : [],
    },
    isBlind: page.isBlind,
    isOwnMissing: page.isOwnMissing,
  };
}

export function viewOfCategory(page: CapturedCategoryPage, setting: Setting): PlaceView {
  const view = viewOfPlace(page, setting);
  const hrefOf = { setting: addressOf(LINKEDIN_ORIGIN, setting), alike: `${SETTINGS_FOLDER}/generative` };
  // Each stands for another one, as they did.
  const neighbours = neighboursOf(setting).map((neighbour) => addressOf(LINKEDIN_ORIGIN, neighbour));
  const unknownAt = (index: number) => ({
    other: `${SETTINGS_FOLDER}/other-${index}`,
    elsewhere: `${LINKEDIN_ORIGIN}/elsewhere`,
  });
  const distinct = [...new Set(neighbours)].values();
  const neighbour = () => distinct.next().value ?? `${SETTINGS_FOLDER}/other`;
  return {
    ...view,
    snapshot: {
      ...view.snapshot,
      rows: page.rows.map(({ leadsTo, namesIt }, index) => ({
        href: leadsTo === 'neighbour' ? neighbour() : { ...hrefOf, ...unknownAt(index) }[leadsTo],
        text: namesIt ? setting.title : '',
      })),
      embedded: page.showsSetting ? [restoreRecords([UNTOLD], setting.key)] : [],
      navigationVanities: page.isMemberTold ? ['somebody'] : [],
      hasMemberStorage: page.hasMemberStorage,
    },
  };
}

function viewOfPlace(place: CapturedPlace, setting: Setting): PlaceView {
  const snapshot: Snapshot = {
    url: urlOf(place.address, setting),
    language: place.language,
    controls: [],
    headings: HEADING_WALLS.filter(({ code }) => place.headingWalls.includes(code)).map(({ example }) => example),
    embedded: [],
    rows: [],
    names: [],
    navigationVanities: [],
    visibleSelectors: VISIBLE_WALLS.flatMap(({ code }, index) => (place.visibleWalls.includes(code) ? [index] : [])),
    modalDialogs: 0,
    dialogs: 0,
    hasMemberStorage: false,
    mentionsKey: false,
  };
  const { status, brokeOff, strayed } = place.document;
  const strayedTo = strayed ? 'another host' : null;
  const traffic = { answers: [], strayedTo, documentBrokeOff: brokeOff, documentStatus: status };
  return { snapshot, traffic, loss: place.loss, origin: LINKEDIN_ORIGIN };
}

function urlOf(address: CapturedPlace['address'], setting: Setting): string {
  if (address === 'setting') return addressOf(LINKEDIN_ORIGIN, setting);
  if (address === 'category') return categoryAddress(LINKEDIN_ORIGIN);
  if (address === 'another-setting') return `${SETTINGS_FOLDER}/another`;
  if (address === 'internal-error') return `${LINKEDIN_ORIGIN}/?challenge_global_internal_error`;
  return `${LINKEDIN_ORIGIN}${address === 'elsewhere' ? '/elsewhere' : address}`;
}

function restoreControl({ keys, label, otherIds, otherBeside, ...fact }: CapturedControl): ControlFact {
  return {
    ...fact,
    labelledBy: [...keys, ...Array.from({ length: Math.min(otherIds, 10) }, () => 'other')],
    label: label ?? '',
  };
}
