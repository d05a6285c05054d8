import { foldWords } from './words.ts';

/**
 * The Data Processing Objection form. Address: LinkedIn’s European Regional Privacy Notice (2026-08-22), high. Fields and
 * options: guides and the Garante (2025), medium. What stands on it in other languages is not known: the words below are
 * those of the trade, and count only where exactly one thing fits.
 */
export const FORM_PATH = '/help/linkedin/ask/TS-DPRO';

/** Is this the form's own address? */
export function isFormPath(pathname: string): boolean {
  return new RegExp(`^${FORM_PATH}(/|$)`, 'i').test(pathname);
}

/** May this be a later step of it? */
export function isHelpPath(pathname: string): boolean {
  return /^\/help\//i.test(pathname);
}

export const PERSONAL = ['firstName', 'lastName', 'email'] as const;
export type Personal = (typeof PERSONAL)[number];

/** What tells a field: its type, its `autocomplete`, the words its name or id is made of, and its label. */
interface FieldWords {
  types: readonly string[];
  autocomplete: string;
  /** in names like `firstName`, `first_name`, `q-first-name` */
  names: RegExp;
  /** the whole label, folded, without marks such as `*` or `(required)` */
  labels: readonly string[];
}

// biome-ignore format: a table, one language a line
export const FIELD_WORDS: Record<Personal, FieldWords> = {
  firstName: {
    types: [],
    autocomplete: 'given-name',
    names: /\b(first ?name|given ?name|forename|fname)\b/,
    labels: [
      'first name', 'your first name', 'given name', 'first name (given name)',
      'vorname', 'ihr vorname',
      'prénom', 'votre prénom',
      'nome', 'il tuo nome',
      'nombre', 'tu nombre', 'nombre de pila',
      'voornaam', 'uw voornaam', 'je voornaam',
      'primeiro nome', 'nome próprio',
      'imię', 'twoje imię',
      'jméno', 'etunimi', 'förnamn', 'fornavn', 'ad', 'prenume', 'keresztnév', 'όνομα', 'имя',
    ],
  },
  lastName: {
    types: [],
    autocomplete: 'family-name',
    names: /\b(last ?name|family ?name|surname|lname)\b/,
    labels: [
      'last name', 'your last name', 'family name', 'surname', 'last name (family name)',
      'nachname', 'familienname', 'ihr nachname',
      'nom', 'nom de famille', 'votre nom',
      'cognome', 'il tuo cognome',
      'apellido', 'apellidos', 'tus apellidos',
      'achternaam', 'uw achternaam', 'je achternaam',
      'sobrenome', 'apelido', 'último nome',
      'nazwisko', 'twoje nazwisko',
      'příjmení', 'sukunimi', 'efternamn', 'etternavn', 'efternavn', 'soyadı', 'nume de familie', 'vezetéknév', 'επώνυμο', 'фамилия',
    ],
  },
  email: {
    types: ['email'],
    autocomplete: 'email',
    names: /\b(e ?mail|e ?mail ?address)\b/,
    labels: [
      'email', 'e-mail', 'email address', 'e-mail address', 'your email address',
      'e-mail-adresse', 'ihre e-mail-adresse',
      'adresse e-mail', 'adresse électronique', 'courriel', 'votre adresse e-mail',
      'indirizzo e-mail', 'indirizzo email',
      'correo electrónico', 'dirección de correo electrónico', 'email de contacto',
      'e-mailadres', 'uw e-mailadres',
      'endereço de e-mail', 'endereço de email',
      'adres e-mail', 'twój adres e-mail',
      'e-mailová adresa', 'sähköpostiosoite', 'e-postadress', 'e-postadresse', 'e-posta adresi', 'адрес электронной почты',
    ],
  },
};

/** The option that objects to AI training, as it has been reported. Source: guides of 2025, medium. */
export const TRAINING_OPTIONS: readonly string[] = [
  'Object to processing for training content-generating AI models',
  'Object to Processing for Training AI Models That Generate Content',
];

/** What such an option says in other languages: that one objects, to training, of AI; and does not take it back. */
const OBJECTS =
  /(?<!\p{L})(obje|oppos|oppor|oppon|widersp|einspruch|bezwaar|opon|opor|oposi|sprzeciw|vastust|invänd|námit|itiraz)/u;
const TRAINS = /(?<!\p{L})(train|entra[iî]n|entren|schul|addestr|trein|trenow|szkol|trénov|koulut|trän|eğit)/u;
const AI =
  /(?<!\p{L})(ai|a\.i\.|ki|ia|i\.a\.|sztucznej inteligencji|artificial intelligence|künstliche[rn]? intelligenz|intelligence artificielle|intelligenza artificiale|inteligencia artificial|inteligência artificial|kunstmatige intelligentie|tekoäly|umělé inteligence)(?=$|[^\p{L}\p{N}])/u;
const TAKES_BACK = /(withdr|revok|undo|zurück|widerruf|retir|revoc|ritir|revog|intrek|cofn|wycof|annul|cancel|aufheb)/u;
const RESTRICTS = /(restrict|einschränk|limit|beperk|ogranicz|rajoit|begräns)/u;

// biome-ignore format: one language a line
/** The words that mean “something else”, which opens a free text. */
const OTHER = new Set([
  'other', 'other request', 'something else',
  'sonstiges', 'andere', 'anderes', 'sonstige',
  'autre', 'autres',
  'altro',
  'otro', 'otros', 'otra',
  'anders', 'overig', 'overige',
  'outro', 'outros', 'outra',
  'inne', 'inny',
  'jiné', 'muu', 'annat', 'annet', 'andet', 'diğer',
]);

const KNOWN_TRAINING = new Set(TRAINING_OPTIONS.map(foldWords));

export const OPTION_TESTS = {
  /** in either known wording */
  isKnownTraining: (option: string) => KNOWN_TRAINING.has(foldWords(option)),
  /** in whatever language and order of words */
  seemsTraining: (option: string) => {
    const text = foldWords(option);
    return OBJECTS.test(text) && TRAINS.test(text) && AI.test(text) && !TAKES_BACK.test(text) && !RESTRICTS.test(text);
  },
  isOther: (option: string) => OTHER.has(foldWords(option).replace(/[.…:]+$/, '')),
  namesAi: (option: string) => AI.test(foldWords(option)),
  restricts: (option: string) => RESTRICTS.test(foldWords(option)),
} as const;

/** A label without what marks it as required or optional, folded. */
export function foldLabel(label: string): string {
  return foldWords(label)
    .replace(/\s*\([^()]*\)\s*$/, '')
    .replace(/[\s*:：]+$/, '')
    .replace(/^[\s*]+/, '');
}

/** The words that a field's name or id is made of, e.g. `first name` of `q_firstName1`. */
export function splitName(name: string): string {
  return name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

// biome-ignore format: a table, one language a line
/** What a page says that has taken a request; counts only where it was not there before. */
const CONFIRMATIONS: readonly string[] = [
  'thank you for contacting', 'thanks for contacting', 'thank you for your request', 'thank you for submitting', 'we have received your', "we've received your", 'your request has been submitted', 'your request was submitted', 'your objection has been', 'successfully submitted',
  'vielen dank für ihre anfrage', 'wir haben ihre anfrage erhalten', 'ihre anfrage wurde übermittelt', 'ihre anfrage wurde gesendet', 'vielen dank, dass sie uns kontaktiert',
  'nous avons bien reçu votre', 'nous avons reçu votre', 'votre demande a été envoyée', 'votre demande a bien été', "merci d'avoir contacté", "merci de nous avoir contacté",
  'abbiamo ricevuto la tua richiesta', 'abbiamo ricevuto la sua richiesta', 'la tua richiesta è stata inviata', 'la richiesta è stata inviata', 'grazie per averci contattato',
  'hemos recibido tu', 'hemos recibido su', 'tu solicitud se ha enviado', 'su solicitud se ha enviado', 'gracias por ponerte en contacto', 'gracias por contactar',
  'we hebben je verzoek ontvangen', 'we hebben uw verzoek ontvangen', 'je verzoek is verzonden', 'uw verzoek is verzonden', 'bedankt voor je bericht',
  'recebemos sua solicitação', 'recebemos a sua solicitação', 'recebemos o seu pedido', 'sua solicitação foi enviada', 'o seu pedido foi enviado', 'obrigado por entrar em contato',
  'otrzymaliśmy twoje zgłoszenie', 'twoje zgłoszenie zostało wysłane', 'zgłoszenie zostało przesłane', 'dziękujemy za kontakt', 'dziękujemy za zgłoszenie',
].map(foldWords);

export function saysConfirmed(text: string): boolean {
  const folded = foldWords(text);
  return CONFIRMATIONS.some((words) => folded.includes(words));
}

/** Words that a case number stands beside. */
const CASE_WORDS =
  /(case|ticket|reference|request) ?(number|no\.?|id|#)|case|fallnummer|vorgangsnummer|ticketnummer|fall|numéro (de|du) (dossier|cas|ticket|demande)|dossier|numero (del |di )?(caso|pratica|richiesta)|número (de|del|do) (caso|ticket|solicitud|pedido)|caso|zaaknummer|dossiernummer|ticketnummer|zaak|numer (sprawy|zgłoszenia)|sprawa|zgłoszenie/giu;
/** Between the words and the number there is little, such as `: #` or `is`. */
const NUMBER_AFTER = /^[^\p{N}]{0,24}?(?<!\p{N})#?(\p{Lu}{0,4}-?\d{5,}(?:-\d+)*)(?![\p{N}\p{L}])/u;
/** As LinkedIn’s have looked. Source: guides, medium. */
const NUMBER_ALONE = /(?<![\p{N}\p{L}-])(\d{6}-\d{6})(?![\p{N}\p{L}-])/gu;

/** The case number on a page, or null where there is none, or more than one. */
export function findCaseNumber(text: string): string | null {
  const found = new Set<string>();
  for (const match of text.matchAll(CASE_WORDS)) {
    const [, number] = NUMBER_AFTER.exec(text.slice(match.index + match[0].length)) ?? [];
    if (number) found.add(number);
  }
  if (found.size === 0) for (const [, number = ''] of text.matchAll(NUMBER_ALONE)) found.add(number);
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
