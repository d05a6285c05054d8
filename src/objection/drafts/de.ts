import type { DraftWords } from './words.ts';

export const de: DraftWords = {
  language: 'Deutsch',
  subject: {
    'ai-training':
      'Widerspruch gegen die Verwendung meiner personenbezogenen Daten zum Training von KI-Modellen, die Inhalte erzeugen',
    'other-ai': 'Widerspruch gegen die Verarbeitung meiner personenbezogenen Daten für sonstige KI',
    restriction: 'Antrag auf Einschränkung der Verarbeitung meiner personenbezogenen Daten für KI',
  },
  greeting: 'Sehr geehrte Damen und Herren,',
  laws: {
    gdpr: {
      objection: 'Art. 21 Abs. 1 DSGVO',
      restriction: 'Art. 18 Abs. 1 Buchst. d DSGVO',
      term: 'Art. 12 Abs. 3 DSGVO',
    },
    'uk-gdpr': {
      objection: 'Art. 21 Abs. 1 der britischen Datenschutz-Grundverordnung (UK GDPR)',
      restriction: 'Art. 18 Abs. 1 Buchst. d der britischen Datenschutz-Grundverordnung (UK GDPR)',
      term: 'Art. 12 Abs. 3 UK GDPR',
    },
  },
  request: {
    'ai-training':
      'gemäß {objection} widerspreche ich der Verarbeitung meiner personenbezogenen Daten zum Training von KI-Modellen, die Inhalte erzeugen, soweit LinkedIn sie auf berechtigte Interessen stützt.',
    'other-ai':
      'gemäß {objection} widerspreche ich der Verarbeitung meiner personenbezogenen Daten für andere KI als Modelle, die Inhalte erzeugen: für deren Training und Verbesserung sowie für deren Einsatz, um mir angezeigte Inhalte zu personalisieren und Produkte zu verbessern, soweit LinkedIn dies auf berechtigte Interessen stützt.',
    restriction:
      'gemäß {restriction} verlange ich, dass Sie die Verarbeitung meiner personenbezogenen Daten zum Training und zur Verbesserung von KI-Modellen einschränken. Ich widerspreche dieser Verarbeitung gemäß {objection}; solange nicht feststeht, ob Ihre berechtigten Gründe gegenüber meinen überwiegen, bitte ich Sie, diese Daten für die genannten Zwecke ausschließlich zu speichern.',
  },
  declaration: {
    'ai-training':
      'hiermit erkläre ich ausdrücklich, dass ich die Bearbeitung meiner Personendaten zum Training von KI-Modellen, die Inhalte erzeugen, nicht will. Werden Personendaten entgegen einer solchen Willenserklärung bearbeitet, liegt gemäß Art. 30 Abs. 2 Bst. b des schweizerischen Bundesgesetzes über den Datenschutz (DSG) eine Persönlichkeitsverletzung vor.',
    'other-ai':
      'hiermit erkläre ich ausdrücklich, dass ich die Bearbeitung meiner Personendaten für andere KI als Modelle, die Inhalte erzeugen, nicht will: weder für deren Training und Verbesserung noch für deren Einsatz, um mir angezeigte Inhalte zu personalisieren und Produkte zu verbessern. Werden Personendaten entgegen einer solchen Willenserklärung bearbeitet, liegt gemäß Art. 30 Abs. 2 Bst. b des schweizerischen Bundesgesetzes über den Datenschutz (DSG) eine Persönlichkeitsverletzung vor.',
    restriction:
      'hiermit erkläre ich ausdrücklich, dass ich die Bearbeitung meiner Personendaten zum Training und zur Verbesserung von KI-Modellen nicht will. Werden Personendaten entgegen einer solchen Willenserklärung bearbeitet, liegt gemäß Art. 30 Abs. 2 Bst. b des schweizerischen Bundesgesetzes über den Datenschutz (DSG) eine Persönlichkeitsverletzung vor. Bis Sie darüber entschieden haben, bitte ich Sie, diese Daten für die genannten Zwecke ausschließlich zu speichern.',
  },
  scope:
    'Das betrifft mein Profil, was ich auf LinkedIn geschrieben und veröffentlicht habe, und was ich in die KI-Funktionen eingegeben habe: die Daten, die Sie bereits haben, ebenso wie alle, die noch hinzukommen.',
  grounds: {
    objection: 'Mein Widerspruch beruht auf folgenden Gründen, die sich aus meiner besonderen Situation ergeben:',
    declaration: 'Meine Gründe sind folgende:',
  },
  situation:
    '[IHRE SITUATION: Schreiben Sie hier in eigenen Worten, was in Ihrer eigenen Situation gegen diese Verarbeitung spricht]',
  demand: {
    objection:
      'Bitte beenden Sie diese Verarbeitung, oder nennen Sie mir die zwingenden schutzwürdigen Gründe, die Ihrer Ansicht nach meine Interessen, Rechte und Freiheiten überwiegen. Bitte bestätigen Sie mir innerhalb eines Monats ({term}) in Textform, was Sie veranlasst haben und ab welchem Datum.',
    restriction:
      'Bitte bestätigen Sie mir innerhalb eines Monats ({term}) in Textform, dass die Verarbeitung eingeschränkt ist und ab welchem Datum, und unterrichten Sie mich, bevor die Einschränkung aufgehoben wird.',
  },
  wish: {
    objection:
      'Bitte beenden Sie diese Bearbeitung, oder teilen Sie mir mit, was sie Ihrer Ansicht nach rechtfertigt. Bitte bestätigen Sie mir innerhalb eines Monats in Textform, was Sie veranlasst haben und ab welchem Datum.',
    restriction:
      'Bitte bestätigen Sie mir innerhalb eines Monats in Textform, dass die Bearbeitung eingeschränkt ist und ab welchem Datum, und unterrichten Sie mich, bevor die Einschränkung aufgehoben wird.',
  },
  closing: 'Mit freundlichen Grüßen',
  name: '[IHR NAME]',
};
