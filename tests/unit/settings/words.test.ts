import { describe, expect, it } from 'vitest';
import { foldWords, languageOfOurWords, namesOurSetting, stateOfWord, WORDS } from '../../../src/settings/words.ts';

/** LINKEDIN.md §3 as it stands there, with its typography: U+2019, U+2011 and all. */
const TABLE: readonly [language: string, titles: string[], switches: string[], onOff: [string, string] | null][] = [
  [
    'en',
    ['Data for Generative AI Improvement'],
    ['Use my data for training content creation AI models'],
    ['On', 'Off'],
  ],
  [
    'fr',
    ['Données pour l’amélioration de l’IA générative'],
    [
      'Utiliser mes données pour entraîner les modèles d’IA de création de contenu',
      'Utiliser mes données pour entraîner des modèles d’IA de création de contenu',
    ],
    null,
  ],
  [
    'de',
    ['Daten zur Verbesserung generativer KI'],
    ['Ihre Daten zum Schulen von KI\u2011Modellen verwenden, um Inhalte zu erstellen'],
    ['Ein', 'Aus'],
  ],
  [
    'nl',
    ['Gegevens voor verbetering van generatieve AI'],
    ['Mijn gegevens gebruiken voor training van AI\u2011modellen waarmee content wordt gemaakt'],
    ['Aan', 'Uit'],
  ],
  [
    'it',
    ['Dati per migliorare l’IA generativa'],
    ['Usa i miei dati per addestrare i modelli di IA per la creazione di contenuti'],
    ['Sì', 'No'],
  ],
  [
    'es',
    ['Datos para mejorar la IA generativa', 'Datos para la mejora de la IA generativa'],
    ['Usar mis datos para entrenar modelos de IA que crean contenido'],
    null,
  ],
  [
    'pt',
    ['Dados para aprimoramento da IA generativa'],
    ['Usar meus dados para treinar modelos de IA para criar conteúdos'],
    null,
  ],
  [
    'pl',
    [
      'Dane na potrzeby ulepszania generatywnej sztucznej inteligencji',
      'Dane na potrzeby doskonalenia generatywnej AI',
    ],
    ['Użyj moich danych do trenowania modeli AI służących do tworzenia treści'],
    null,
  ],
  [
    'cs',
    ['Data pro zdokonalování generativní umělé inteligence'],
    ['Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu'],
    null,
  ],
  ['fi', ['Tiedot generatiivisen tekoälyn parantamiseen'], [], null],
];

describe('folded words compare equal', () => {
  it.each([
    ['a typographic apostrophe', 'l’IA', "l'IA"],
    ['an apostrophe turned round', 'l‘IA', "l'IA"],
    ['a modifier letter', 'lʼIA', "l'IA"],
    ['a full-width apostrophe', 'l＇IA', "l'IA"],
    ['a grave accent for an apostrophe', 'l`IA', "l'IA"],
    ['an acute accent for an apostrophe', 'l´IA', "l'IA"],
    ['a hyphen that does not break', 'KI\u2011Modelle', 'KI-Modelle'],
    ['a true hyphen', 'KI\u2010Modelle', 'KI-Modelle'],
    ['a dash', 'KI–Modelle', 'KI-Modelle'],
    ['a minus', 'KI−Modelle', 'KI-Modelle'],
    ['a space that does not break', 'AI\u00a0models', 'AI models'],
    ['a narrow space', 'AI\u202fmodels', 'AI models'],
    ['lines and tabs', 'AI\r\n\t models', 'AI models'],
    ['white space around', ' \u00a0AI models\n', 'AI models'],
    ['marks of direction', '\u200fAI models\u200e', 'AI models'],
    ['a byte order mark', '\ufeffAI models', 'AI models'],
    ['a soft hyphen within a word', 'gene\u00adrativer KI', 'generativer KI'],
    ['capitals', 'AI MODELS', 'ai models'],
    ['letters put together from parts', 'Donne\u0301es', 'Données'],
    ['full-width letters', 'ＡＩ', 'AI'],
    ['a ligature', 'ﬁn', 'fin'],
  ])('%s', (_, left, right) => {
    expect(foldWords(left)).toBe(foldWords(right));
  });

  it.each([
    ['other words', 'On', 'Off'],
    ['letters without their accents', 'Données', 'Donnees'],
    ['words run together', 'AI models', 'AImodels'],
    ['letters of another script', 'AI', 'АI'],
  ])('but not %s', (_, left, right) => {
    expect(foldWords(left)).not.toBe(foldWords(right));
  });

  it('stay as they are when folded twice', () => {
    for (const [, titles, switches] of TABLE) {
      for (const text of [...titles, ...switches]) expect(foldWords(foldWords(text))).toBe(foldWords(text));
    }
  });
});

describe('every language of the evidence, and no other', () => {
  it('is known', () => {
    expect(Object.keys(WORDS).sort()).toEqual(TABLE.map(([language]) => language).sort());
  });

  it.each(TABLE)('%s: its titles and labels are ours', (language, titles, switches) => {
    for (const text of [...titles, ...switches]) {
      expect(languageOfOurWords(text)).toBe(language);
      expect(languageOfOurWords(` ${text.toUpperCase()}\n`)).toBe(language);
      expect(languageOfOurWords(text.normalize('NFD').replaceAll(' ', '\u00a0'))).toBe(language);
      expect(languageOfOurWords(text.replaceAll('’', "'").replaceAll('\u2011', '-'))).toBe(language);
    }
  });

  it.each(TABLE)('%s: a row of a list that names the setting is known by its title', (_, titles) => {
    for (const title of titles) expect(namesOurSetting(`${title} On`)).toBe(true);
  });

  it.each(TABLE)(
    '%s: its words for on and off, where there is evidence for them',
    (language, _titles, _switches, onOff) => {
      const [on, off] = onOff ?? ['On', 'Off'];
      expect(stateOfWord(on, language)).toBe(onOff ? 'on' : null);
      expect(stateOfWord(` ${off.toUpperCase()} `, language)).toBe(onOff ? 'off' : null);
    },
  );
});

describe('other words say nothing', () => {
  it.each([
    '',
    'On',
    'Data',
    'Data for Generative AI',
    'Data for Generative AI Improvement.',
    'Do not use my data for training content creation AI models',
    'toString',
    '__proto__',
  ])('%j is no label of ours', (text) => {
    expect(languageOfOurWords(text)).toBeNull();
  });

  it.each(['', 'Age range', 'Data for AI', 'Social, economic, and workplace research'])(
    '%j names another row',
    (text) => {
      expect(namesOurSetting(text)).toBe(false);
    },
  );

  it.each([
    ['On', 'de'],
    ['Aus', 'en'],
    ['Off', 'xx'],
    ['Off', ''],
    ['Off', 'constructor'],
    ['Off', '__proto__'],
    ['Turn off', 'en'],
    ['Official', 'en'],
    ['On / Off', 'en'],
    ['', 'en'],
  ])('%j in the language %j is neither on nor off', (text, language) => {
    expect(stateOfWord(text, language)).toBeNull();
  });
});
