import type { Identity } from '../decide/control.ts';
import { OTHER_KEYS, type Setting } from '../settings/catalogue.ts';
import { languageOfOurWords } from '../settings/words.ts';

/** How this setting's control is told from others on the page. */
export function identityOf({ key }: Setting): Identity {
  return {
    key,
    otherKeys: OTHER_KEYS.filter((other) => other !== key),
    hasOurWords: (label) => languageOfOurWords(label) !== null,
  };
}
