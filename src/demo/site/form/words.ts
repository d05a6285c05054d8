import type { FormWordsName } from './traits.ts';

/** Labels and options of the look-alike: invented but for the English ones, which have been reported. */
export interface FormWords {
  title: string;
  first: string;
  last: string;
  email: string;
  request: string;
  choose: string;
  /** the AI option */
  training: string;
  others: readonly string[];
  other: string;
  text: string;
  confirm: string;
  submit: string;
  next: string;
  thanks: string;
  /** before the number */
  number: string;
}

export const OTHER_WORDING = 'Object to Processing for Training AI Models That Generate Content';

// biome-ignore format: a table, one language a paragraph
export const FORM_WORDS: Record<FormWordsName, FormWords> = {
  en: {
    title: 'Data Processing Objection form', first: 'First name', last: 'Last name', email: 'Email address', request: 'What is your request?', choose: 'Select one', training: 'Object to processing for training content-generating AI models', others: ['Object to processing for advertising', 'Restrict the processing of my data'], other: 'Other', text: 'Please tell us more', confirm: 'I confirm that this information is correct', submit: 'Submit', next: 'Next', thanks: 'Thank you for contacting us. Your request has been submitted.', number: 'Case number',
  },
  de: {
    title: 'Formular zum Widerspruch gegen die Datenverarbeitung', first: 'Vorname', last: 'Nachname', email: 'E-Mail-Adresse', request: 'Worum geht es?', choose: 'Bitte auswählen', training: 'Widerspruch gegen die Verarbeitung zum Training von KI-Modellen, die Inhalte erstellen', others: ['Widerspruch gegen die Verarbeitung für Werbung', 'Einschränkung der Verarbeitung'], other: 'Sonstiges', text: 'Nähere Angaben', confirm: 'Ich bestätige, dass diese Angaben richtig sind', submit: 'Absenden', next: 'Weiter', thanks: 'Wir haben Ihre Anfrage erhalten.', number: 'Fallnummer',
  },
  fr: {
    title: 'Formulaire d’opposition au traitement', first: 'Prénom', last: 'Nom', email: 'Adresse e-mail', request: 'Votre demande', choose: 'Sélectionner', training: 'M’opposer au traitement pour l’entraînement de modèles d’IA générant du contenu', others: ['M’opposer au traitement à des fins publicitaires', 'Limiter le traitement'], other: 'Autre', text: 'Précisions', confirm: 'Je confirme que ces informations sont exactes', submit: 'Envoyer', next: 'Suivant', thanks: 'Nous avons bien reçu votre demande.', number: 'Numéro de dossier',
  },
  it: {
    title: 'Modulo di opposizione al trattamento', first: 'Nome', last: 'Cognome', email: 'Indirizzo e-mail', request: 'Tipo di richiesta', choose: 'Seleziona', training: 'Opposizione al trattamento per l’addestramento di modelli di IA che generano contenuti', others: ['Opposizione al trattamento per la pubblicità', 'Limitazione del trattamento'], other: 'Altro', text: 'Dettagli', confirm: 'Confermo che le informazioni sono corrette', submit: 'Invia', next: 'Avanti', thanks: 'Abbiamo ricevuto la tua richiesta.', number: 'Numero caso',
  },
  es: {
    title: 'Formulario de oposición al tratamiento', first: 'Nombre', last: 'Apellidos', email: 'Correo electrónico', request: 'Tipo de solicitud', choose: 'Seleccionar', training: 'Oponerse al tratamiento para entrenar modelos de IA que generan contenido', others: ['Oponerse al tratamiento con fines publicitarios', 'Limitar el tratamiento'], other: 'Otro', text: 'Detalles', confirm: 'Confirmo que la información es correcta', submit: 'Enviar', next: 'Siguiente', thanks: 'Hemos recibido tu solicitud.', number: 'Número de caso',
  },
  nl: {
    title: 'Formulier voor bezwaar tegen gegevensverwerking', first: 'Voornaam', last: 'Achternaam', email: 'E-mailadres', request: 'Soort verzoek', choose: 'Kies', training: 'Bezwaar tegen verwerking voor het trainen van AI-modellen die content genereren', others: ['Bezwaar tegen verwerking voor advertenties', 'Verwerking beperken'], other: 'Anders', text: 'Toelichting', confirm: 'Ik bevestig dat deze gegevens juist zijn', submit: 'Verzenden', next: 'Volgende', thanks: 'We hebben je verzoek ontvangen.', number: 'Zaaknummer',
  },
  pt: {
    title: 'Formulário de oposição ao tratamento', first: 'Nome próprio', last: 'Apelido', email: 'Endereço de e-mail', request: 'Tipo de pedido', choose: 'Selecionar', training: 'Opor-se ao tratamento para treinar modelos de IA que geram conteúdos', others: ['Opor-se ao tratamento para publicidade', 'Limitar o tratamento'], other: 'Outro', text: 'Detalhes', confirm: 'Confirmo que a informação está correta', submit: 'Enviar', next: 'Seguinte', thanks: 'Recebemos o seu pedido.', number: 'Número do caso',
  },
  pl: {
    title: 'Formularz sprzeciwu wobec przetwarzania danych', first: 'Imię', last: 'Nazwisko', email: 'Adres e-mail', request: 'Rodzaj zgłoszenia', choose: 'Wybierz', training: 'Sprzeciw wobec przetwarzania w celu trenowania modeli AI generujących treści', others: ['Sprzeciw wobec przetwarzania w celach reklamowych', 'Ograniczenie przetwarzania'], other: 'Inne', text: 'Szczegóły', confirm: 'Potwierdzam, że informacje są prawidłowe', submit: 'Wyślij', next: 'Dalej', thanks: 'Otrzymaliśmy Twoje zgłoszenie.', number: 'Numer sprawy',
  },
  // A language of which no option is known.
  fi: {
    title: 'Tietojenkäsittelyn vastustamislomake', first: 'Etunimi', last: 'Sukunimi', email: 'Sähköpostiosoite', request: 'Pyynnön tyyppi', choose: 'Valitse', training: 'Kiellä tietojeni käyttö sisältöä luovien mallien opettamiseen', others: ['Mainonnan kieltäminen', 'Käsittelyn rajoittaminen'], other: 'Muu', text: 'Lisätiedot', confirm: 'Vahvistan tietojen oikeellisuuden', submit: 'Lähetä', next: 'Seuraava', thanks: 'Kiitos, pyyntösi on vastaanotettu.', number: 'Tapausnumero',
  },
};
