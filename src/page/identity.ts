import type { Identity } from '../decide/control.ts';
import { DEFAULT_SETTING, otherKeysThan, type Setting } from '../settings/catalogue.ts';
import { languageOfOurWords } from '../settings/words.ts';

/** How this setting's control is told from others on the page. */
export function identityOf(setting: Setting): Identity {
  return {
    key: setting.key,
    otherKeys: otherKeysThan(setting),
    // Of the others no label is known: they are told by their key alone.
    hasOurWords: (label) => setting.id === DEFAULT_SETTING.id && languageOfOurWords(label) !== null,
  };
}
