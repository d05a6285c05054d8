import type { DraftWords } from './words.ts';

export const en: DraftWords = {
  language: 'English',
  subject: {
    'ai-training': 'Objection to the use of my personal data for training AI models that generate content',
    'other-ai': 'Objection to the use of my personal data for other AI processing',
    restriction: 'Request to restrict the processing of my personal data for AI',
  },
  greeting: 'Dear Sir or Madam,',
  laws: {
    gdpr: {
      objection: 'Article 21(1) of the GDPR',
      restriction: 'Article 18(1)(d) of the GDPR',
      term: 'Article 12(3) of the GDPR',
    },
    'uk-gdpr': {
      objection: 'Article 21(1) of the UK GDPR',
      restriction: 'Article 18(1)(d) of the UK GDPR',
      term: 'Article 12(3) of the UK GDPR',
    },
  },
  request: {
    'ai-training':
      'Under {objection}, I object to the processing of my personal data for training AI models that generate content, as far as LinkedIn bases it on legitimate interests.',
    'other-ai':
      'Under {objection}, I object to the processing of my personal data for AI other than models that generate content: for training and improving such AI, and for using it to personalise what I am shown and to improve products, as far as LinkedIn bases this on legitimate interests.',
    restriction:
      'Under {restriction}, I request that you restrict the processing of my personal data for training and improving AI models. I object to this processing under {objection}; until it has been verified whether your legitimate grounds override mine, please do no more with these data for those purposes than store them.',
  },
  declaration: {
    'ai-training':
      'I expressly declare that I do not want my personal data to be processed for training AI models that generate content. Processing personal data against such a declaration is a breach of personality rights under Article 30(2)(b) of the Swiss Federal Act on Data Protection (FADP).',
    'other-ai':
      'I expressly declare that I do not want my personal data to be processed for AI other than models that generate content: neither for training and improving such AI, nor for using it to personalise what I am shown and to improve products. Processing personal data against such a declaration is a breach of personality rights under Article 30(2)(b) of the Swiss Federal Act on Data Protection (FADP).',
    restriction:
      'I expressly declare that I do not want my personal data to be processed for training and improving AI models. Processing personal data against such a declaration is a breach of personality rights under Article 30(2)(b) of the Swiss Federal Act on Data Protection (FADP). Until you have dealt with it, please do no more with these data for those purposes than store them.',
  },
  scope:
    'This covers my profile, what I have written and posted on LinkedIn, and what I have entered into its AI features: the data that you already hold as well as any that are added later.',
  grounds: {
    objection: 'My objection is based on the following grounds relating to my particular situation:',
    declaration: 'My reasons are the following:',
  },
  situation: '[YOUR SITUATION: say here, in your own words, what in your own situation speaks against this processing]',
  demand: {
    objection:
      'Please stop this processing, or tell me which compelling legitimate grounds you rely on to override my interests, rights and freedoms. Please confirm in writing within one month ({term}) what you have done, and as of which date.',
    restriction:
      'Please confirm in writing within one month ({term}) that the processing is restricted, and as of which date, and inform me before the restriction is lifted.',
  },
  wish: {
    objection:
      'Please stop this processing, or tell me what you believe justifies it. Please confirm in writing within one month what you have done, and as of which date.',
    restriction:
      'Please confirm in writing within one month that the processing is restricted, and as of which date, and inform me before the restriction is lifted.',
  },
  closing: 'Yours faithfully,',
  name: '[YOUR NAME]',
};
