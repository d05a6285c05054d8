/**
 * Words on LinkedIn's page, by language. They only corroborate: identity comes from the key and the address.
 * Source: LinkedIn's help pages and guides, 2024-09 to 2026-08. `null`: not known, which is not the same as false.
 */
interface Words {
  titles: readonly string[];
  switches: readonly string[];
  /** the state in words, as shown beside a switch */
  on: string | null;
  off: string | null;
}

export const WORDS: Record<string, Words> = {
  en: {
    titles: ['Data for Generative AI Improvement'],
    switches: ['Use my data for training content creation AI models'],
    on: 'On',
    off: 'Off',
  },
  fr: {
    titles: ['Données pour l’amélioration de l’IA générative'],
    switches: [
      'Utiliser mes données pour entraîner les modèles d’IA de création de contenu',
      'Utiliser mes données pour entraîner des modèles d’IA de création de contenu',
    ],
    on: null,
    off: null,
  },
  de: {
    titles: ['Daten zur Verbesserung generativer KI'],
    switches: ['Ihre Daten zum Schulen von KI-Modellen verwenden, um Inhalte zu erstellen'],
    on: 'Ein',
    off: 'Aus',
  },
  nl: {
    titles: ['Gegevens voor verbetering van generatieve AI'],
    switches: ['Mijn gegevens gebruiken voor training van AI-modellen waarmee content wordt gemaakt'],
    on: 'Aan',
    off: 'Uit',
  },
  it: {
    titles: ['Dati per migliorare l’IA generativa'],
    switches: ['Usa i miei dati per addestrare i modelli di IA per la creazione di contenuti'],
    on: 'Sì',
    off: 'No',
  },
  es: {
    titles: ['Datos para mejorar la IA generativa', 'Datos para la mejora de la IA generativa'],
    switches: ['Usar mis datos para entrenar modelos de IA que crean contenido'],
    on: null,
    off: null,
  },
  pt: {
    titles: ['Dados para aprimoramento da IA generativa'],
    switches: ['Usar meus dados para treinar modelos de IA para criar conteúdos'],
    on: null,
    off: null,
  },
  pl: {
    titles: [
      'Dane na potrzeby ulepszania generatywnej sztucznej inteligencji',
      'Dane na potrzeby doskonalenia generatywnej AI',
    ],
    switches: ['Użyj moich danych do trenowania modeli AI służących do tworzenia treści'],
    on: null,
    off: null,
  },
  cs: {
    titles: ['Data pro zdokonalování generativní umělé inteligence'],
    switches: ['Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu'],
    on: null,
    off: null,
  },
  fi: { titles: ['Tiedot generatiivisen tekoälyn parantamiseen'], switches: [], on: null, off: null },
};

/** Folds apostrophes, hyphens, white space and case, so that rewritten typography still compares equal. */
export function foldWords(text: string): string {
  return text
    .replace(/[’‘ʼ`´]/g, "'") // before NFKC, which would take some of them apart
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

const SWITCH_WORDS = new Map(
  Object.entries(WORDS).flatMap(([language, words]) =>
    [...words.switches, ...words.titles].map((text) => [foldWords(text), language] as const),
  ),
);

/** The language whose title or switch label this text is, or null. */
export function languageOfOurWords(text: string): string | null {
  return SWITCH_WORDS.get(foldWords(text)) ?? null;
}

const KNOWN_WORDS = new Map(
  Object.values(WORDS).flatMap(({ titles, switches, on, off }) =>
    [...titles, ...switches, on, off].filter((text) => text !== null).map((text) => [foldWords(text), text] as const),
  ),
);

/** Every text of the table, as it stands there. */
export const ALL_WORDS: readonly string[] = [...KNOWN_WORDS.values()];

/** The text of the table that this one is, as it stands there, or null. */
export function knownWords(text: string): string | null {
  return KNOWN_WORDS.get(foldWords(text)) ?? null;
}

const TITLES = Object.values(WORDS).flatMap((words) => words.titles.map(foldWords));

/** Does a text (a row of a list, say) name our setting? */
export function namesOurSetting(text: string): boolean {
  const folded = foldWords(text);
  return TITLES.some((title) => folded.includes(title));
}

/** What a text beside the switch says of the state, in that language; null where it is neither, or not known. */
export function stateOfWord(text: string, language: string): 'on' | 'off' | null {
  const words = WORDS[language];
  const folded = foldWords(text);
  if (!words?.on || !words.off) return null;
  if (folded === foldWords(words.on)) return 'on';
  return folded === foldWords(words.off) ? 'off' : null;
}
