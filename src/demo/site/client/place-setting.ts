import type { Claim, Truth } from '../traits.ts';
import type { DrawnSwitch, Page, SwitchConfig } from './page.ts';
import type { Parts } from './parts.ts';

/** Runs in the browser: brings one setting onto the page and keeps its switch, its data and its saves together. */
export async function placeSetting(page: Page, setting: SwitchConfig, main: HTMLElement, parts: Parts): Promise<void> {
  const traits = setting.ours ? page.config.traits : {};
  let saved: Truth = 'off';
  const drawn: DrawnSwitch[] = [];
  let shown: Truth = 'off';
  const show = (state: Truth) => {
    shown = state;
    for (const each of drawn) each.show(state);
  };
  const against = (state: Truth): Truth => (state === 'on' ? 'off' : 'on');
  const said = (claim: Claim): Truth => {
    if (claim === 'truth') return saved;
    return claim === 'opposite' ? against(saved) : claim;
  };

  const mayFlip = async () => {
    if (traits.asks === 'confirm') return confirm('Do you really want to change this?');
    return traits.asks !== 'dialog' || parts.askDialog();
  };
  const flip = async (next: Truth) => {
    if (setting.ours) for (const notice of page.onFlip) notice();
    if (!(await mayFlip())) return show(saved);
    if (await parts.saveSetting(page, setting, next)) {
      saved = next;
      if (setting.ours) page.believed = next;
    } else if (traits.reverts) show(saved);
  };

  const host = () => {
    if (traits.place === undefined) return main;
    if (traits.place === 'frame') {
      const frame = document.createElement('iframe');
      frame.title = 'Setting';
      frame.style.cssText = 'width:100%;height:120px;border:0';
      main.append(frame);
      return frame.contentDocument?.body ?? main;
    }
    const box = document.createElement('settings-control');
    main.append(box);
    return box.attachShadow({ mode: traits.place === 'shadow' ? 'open' : 'closed' });
  };
  const drawOwn = (state: Truth) => {
    const own = parts.drawSwitch(setting, traits, page.config.words, state, flip);
    shown = state;
    drawn.push(own);
    if (setting.ours) page.controls.add(own.control);
    return own;
  };
  const draw = (state: Truth) => {
    const place = host();
    if (place !== main) {
      const style = document.querySelector('style');
      if (style) place.append(style.cloneNode(true));
    }
    const own = drawOwn(state);
    place.append(setting.ours ? parts.surround(page, setting, own, parts) : own.row);
    if (traits.copy) {
      const twinShows = traits.copy.endsWith('opposite') ? against(state) : state;
      const twin = parts.drawSwitch(setting, {}, page.config.words, twinShows, flip);
      if (traits.copy.startsWith('hidden')) twin.row.style.display = 'none';
      place.prepend(twin.row);
    }
    if (setting.ours) page.announceDrawn(own.row);
    if (traits.redrawsAfter !== undefined)
      setTimeout(() => {
        own.row.replaceWith(drawOwn(shown).row);
        drawn.splice(drawn.indexOf(own), 1);
      }, traits.redrawsAfter);
  };

  if (traits.control === 'none') return;
  if (traits.skeleton) draw(traits.skeleton);
  if (traits.asksAfter) await new Promise((resolve) => setTimeout(resolve, traits.asksAfter));
  const state = await parts.readSetting(setting);
  if (traits.drawsAfter) await new Promise((resolve) => setTimeout(resolve, traits.drawsAfter));
  if (state === null) return;
  saved = state;
  if (setting.ours) page.believed = state;
  const [start, ...later] = traits.shows ?? [];
  if (drawn.length > 0) show(state);
  else draw(start ? said(start[1]) : state);
  for (const [after, claim] of later) setTimeout(() => show(said(claim)), after);
  if (traits.flickersEvery) {
    let wrong = false;
    setInterval(() => {
      wrong = !wrong;
      show(said(wrong ? 'opposite' : 'truth'));
    }, traits.flickersEvery);
  }
}
