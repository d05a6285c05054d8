import type { DraftWords } from './words.ts';

export const it: DraftWords = {
  language: 'Italiano',
  subject: {
    'ai-training':
      'Opposizione all’uso dei miei dati personali per l’addestramento di modelli di IA che generano contenuti',
    'other-ai': 'Opposizione al trattamento dei miei dati personali per altri usi dell’IA',
    restriction: 'Richiesta di limitazione del trattamento dei miei dati personali per l’IA',
  },
  greeting: 'Gentili Signore e Signori,',
  laws: {
    gdpr: {
      objection: 'dell’articolo 21, paragrafo 1, del GDPR',
      restriction: 'dell’articolo 18, paragrafo 1, lettera d), del GDPR',
      term: 'articolo 12, paragrafo 3, del GDPR',
    },
    'uk-gdpr': {
      objection: 'dell’articolo 21, paragrafo 1, del GDPR britannico (UK GDPR)',
      restriction: 'dell’articolo 18, paragrafo 1, lettera d), del GDPR britannico (UK GDPR)',
      term: 'articolo 12, paragrafo 3, del GDPR britannico',
    },
  },
  request: {
    'ai-training':
      'ai sensi {objection}, mi oppongo al trattamento dei miei dati personali per l’addestramento di modelli di IA che generano contenuti, nella misura in cui LinkedIn lo fonda su legittimi interessi.',
    'other-ai':
      'ai sensi {objection}, mi oppongo al trattamento dei miei dati personali per un’IA diversa dai modelli che generano contenuti, ossia per il suo addestramento e miglioramento nonché per il suo impiego al fine di personalizzare ciò che mi viene mostrato e di migliorare i prodotti, nella misura in cui LinkedIn lo fonda su legittimi interessi.',
    restriction:
      'ai sensi {restriction}, chiedo la limitazione del trattamento dei miei dati personali per l’addestramento e il miglioramento di modelli di IA. Mi oppongo a tale trattamento ai sensi {objection}; in attesa della verifica in merito all’eventuale prevalenza dei Vostri motivi legittimi rispetto ai miei, Vi prego di limitarVi a conservare tali dati, senza utilizzarli per queste finalità.',
  },
  declaration: {
    'ai-training':
      'dichiaro espressamente di non volere che i miei dati personali siano trattati per l’addestramento di modelli di IA che generano contenuti. Trattare dati personali contro una tale espressa dichiarazione di volontà costituisce una lesione della personalità ai sensi dell’art. 30 cpv. 2 lett. b della legge federale svizzera sulla protezione dei dati (LPD).',
    'other-ai':
      'dichiaro espressamente di non volere che i miei dati personali siano trattati per un’IA diversa dai modelli che generano contenuti: né per il suo addestramento e miglioramento, né per il suo impiego al fine di personalizzare ciò che mi viene mostrato e di migliorare i prodotti. Trattare dati personali contro una tale espressa dichiarazione di volontà costituisce una lesione della personalità ai sensi dell’art. 30 cpv. 2 lett. b della legge federale svizzera sulla protezione dei dati (LPD).',
    restriction:
      'dichiaro espressamente di non volere che i miei dati personali siano trattati per l’addestramento e il miglioramento di modelli di IA. Trattare dati personali contro una tale espressa dichiarazione di volontà costituisce una lesione della personalità ai sensi dell’art. 30 cpv. 2 lett. b della legge federale svizzera sulla protezione dei dati (LPD). Fino alla Vostra decisione, Vi prego di limitarVi a conservare tali dati, senza utilizzarli per queste finalità.',
  },
  scope:
    'Ciò riguarda il mio profilo, quanto ho scritto e pubblicato su LinkedIn e quanto ho inserito nelle sue funzionalità di IA: sia i dati che già detenete, sia quelli che si aggiungeranno in seguito.',
  grounds: {
    objection: 'La mia opposizione si fonda sui seguenti motivi connessi alla mia situazione particolare:',
    declaration: 'I miei motivi sono i seguenti:',
  },
  situation:
    '[LA SUA SITUAZIONE: scriva qui, con parole Sue, che cosa nella Sua situazione si oppone a questo trattamento]',
  demand: {
    objection:
      'Vi prego di cessare tale trattamento oppure di indicarmi i motivi legittimi cogenti che, a Vostro avviso, prevalgono sui miei interessi, diritti e libertà. Vi prego di confermarmi per iscritto, entro un mese ({term}), che cosa avete disposto e a partire da quale data.',
    restriction:
      'Vi prego di confermarmi per iscritto, entro un mese ({term}), che il trattamento è limitato e a partire da quale data, e di informarmi prima che la limitazione sia revocata.',
  },
  wish: {
    objection:
      'Vi prego di cessare tale trattamento oppure di indicarmi che cosa, a Vostro avviso, lo giustifica. Vi prego di confermarmi per iscritto, entro un mese, che cosa avete disposto e a partire da quale data.',
    restriction:
      'Vi prego di confermarmi per iscritto, entro un mese, che il trattamento è limitato e a partire da quale data, e di informarmi prima che la limitazione sia revocata.',
  },
  closing: 'Distinti saluti',
  name: '[IL SUO NOME]',
};
