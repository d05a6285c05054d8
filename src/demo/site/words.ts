/** The words of the look-alike's pages, from the evidence; those marked * are made up, for want of a source. */

export interface Words {
  title: string;
  label: string;
  on: string;
  off: string;
  question?: string;
  rightToLeft?: true;
}

export const LANGUAGES = {
  en: {
    title: 'Data for Generative AI Improvement',
    label: 'Use my data for training content creation AI models',
    on: 'On',
    off: 'Off',
    question:
      'Can LinkedIn and its affiliates use your personal data and content you create on LinkedIn to train generative AI models that create content?',
  },
  fr: {
    title: 'Données pour l’amélioration de l’IA générative',
    label: 'Utiliser mes données pour entraîner les modèles d’IA de création de contenu',
    on: 'Activé', // *
    off: 'Désactivé', // *
  },
  de: {
    title: 'Daten zur Verbesserung generativer KI',
    label: 'Ihre Daten zum Schulen von KI‑Modellen verwenden, um Inhalte zu erstellen',
    on: 'Ein',
    off: 'Aus',
  },
  nl: {
    title: 'Gegevens voor verbetering van generatieve AI',
    label: 'Mijn gegevens gebruiken voor training van AI‑modellen waarmee content wordt gemaakt',
    on: 'Aan',
    off: 'Uit',
  },
  it: {
    title: 'Dati per migliorare l’IA generativa',
    label: 'Usa i miei dati per addestrare i modelli di IA per la creazione di contenuti',
    on: 'Sì',
    off: 'No',
  },
  es: {
    title: 'Datos para mejorar la IA generativa',
    label: 'Usar mis datos para entrenar modelos de IA que crean contenido',
    on: 'Sí', // *
    off: 'No', // *
  },
  pt: {
    title: 'Dados para aprimoramento da IA generativa',
    label: 'Usar meus dados para treinar modelos de IA para criar conteúdos',
    on: 'Sim', // *
    off: 'Não', // *
  },
  pl: {
    title: 'Dane na potrzeby ulepszania generatywnej sztucznej inteligencji',
    label: 'Użyj moich danych do trenowania modeli AI służących do tworzenia treści',
    on: 'Włączono', // *
    off: 'Wyłączono', // *
  },
  cs: {
    title: 'Data pro zdokonalování generativní umělé inteligence',
    label: 'Použít moje data pro trénování modelů umělé inteligence k tvorbě obsahu',
    on: 'Zapnuto', // *
    off: 'Vypnuto', // *
  },
  fi: {
    title: 'Tiedot generatiivisen tekoälyn parantamiseen',
    label: 'Käytä tietojani sisältöä luovien tekoälymallien kouluttamiseen', // *
    on: 'Käytössä', // *
    off: 'Pois käytöstä', // *
  },
  ar: {
    title: 'بيانات لتحسين الذكاء الاصطناعي التوليدي', // *
    label: 'استخدام بياناتي لتدريب نماذج الذكاء الاصطناعي لإنشاء المحتوى', // *
    on: 'تشغيل', // *
    off: 'إيقاف', // *
    rightToLeft: true,
  },
} as const satisfies Record<string, Words>;

export type LanguageCode = keyof typeof LANGUAGES;

/** A page about which nobody could say from its words what it is. */
export const UNKNOWN_WORDS: Words = {
  title: 'Your content and our models',
  label: 'Help make our products better for everyone',
  on: 'On',
  off: 'Off',
};
