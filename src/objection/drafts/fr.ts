import type { DraftWords } from './words.ts';

export const fr: DraftWords = {
  language: 'Français',
  subject: {
    'ai-training':
      'Opposition à l’utilisation de mes données à caractère personnel pour l’entraînement de modèles d’IA générant du contenu',
    'other-ai': 'Opposition au traitement de mes données à caractère personnel pour d’autres usages de l’IA',
    restriction: 'Demande de limitation du traitement de mes données à caractère personnel pour l’IA',
  },
  greeting: 'Madame, Monsieur,',
  laws: {
    gdpr: {
      objection: 'l’article 21, paragraphe 1, du RGPD',
      restriction: 'l’article 18, paragraphe 1, point d), du RGPD',
      term: 'article 12, paragraphe 3, du RGPD',
    },
    'uk-gdpr': {
      objection: 'l’article 21, paragraphe 1, du RGPD britannique (UK GDPR)',
      restriction: 'l’article 18, paragraphe 1, point d), du RGPD britannique (UK GDPR)',
      term: 'article 12, paragraphe 3, du RGPD britannique',
    },
  },
  request: {
    'ai-training':
      'En vertu de {objection}, je m’oppose au traitement de mes données à caractère personnel aux fins de l’entraînement de modèles d’IA générant du contenu, dans la mesure où LinkedIn le fonde sur des intérêts légitimes.',
    'other-ai':
      'En vertu de {objection}, je m’oppose au traitement de mes données à caractère personnel pour l’IA autre que les modèles générant du contenu, c’est-à-dire pour l’entraînement et l’amélioration de cette IA ainsi que pour son utilisation en vue de personnaliser ce qui m’est présenté et d’améliorer des produits, dans la mesure où LinkedIn le fonde sur des intérêts légitimes.',
    restriction:
      'En vertu de {restriction}, je vous demande de limiter le traitement de mes données à caractère personnel aux fins de l’entraînement et de l’amélioration de modèles d’IA. Je m’oppose à ce traitement en vertu de {objection} ; tant qu’il n’a pas été vérifié si vos motifs légitimes prévalent sur les miens, je vous prie de vous borner à conserver ces données, sans les utiliser à ces fins.',
  },
  declaration: {
    'ai-training':
      'Je déclare expressément que je ne veux pas que mes données personnelles soient traitées aux fins de l’entraînement de modèles d’IA générant du contenu. Le traitement de données personnelles contre une telle manifestation expresse de volonté constitue une atteinte à la personnalité au sens de l’art. 30, al. 2, let. b, de la loi fédérale suisse sur la protection des données (LPD).',
    'other-ai':
      'Je déclare expressément que je ne veux pas que mes données personnelles soient traitées pour l’IA autre que les modèles générant du contenu, que ce soit pour l’entraînement et l’amélioration de cette IA ou pour son utilisation en vue de personnaliser ce qui m’est présenté et d’améliorer des produits. Le traitement de données personnelles contre une telle manifestation expresse de volonté constitue une atteinte à la personnalité au sens de l’art. 30, al. 2, let. b, de la loi fédérale suisse sur la protection des données (LPD).',
    restriction:
      'Je déclare expressément que je ne veux pas que mes données personnelles soient traitées aux fins de l’entraînement et de l’amélioration de modèles d’IA. Le traitement de données personnelles contre une telle manifestation expresse de volonté constitue une atteinte à la personnalité au sens de l’art. 30, al. 2, let. b, de la loi fédérale suisse sur la protection des données (LPD). Tant que vous n’avez pas statué, je vous prie de vous borner à conserver ces données, sans les utiliser à ces fins.',
  },
  scope:
    'Cela concerne mon profil, ce que j’ai écrit et publié sur LinkedIn et ce que j’ai saisi dans ses fonctionnalités d’IA : les données que vous détenez déjà comme celles qui s’y ajouteront.',
  grounds: {
    objection: 'Mon opposition repose sur les raisons suivantes, tenant à ma situation particulière :',
    declaration: 'Mes raisons sont les suivantes :',
  },
  situation:
    '[VOTRE SITUATION : indiquez ici, avec vos propres mots, ce qui, dans votre situation, s’oppose à ce traitement]',
  demand: {
    objection:
      'Je vous prie de cesser ce traitement ou, à défaut, de m’indiquer les motifs légitimes et impérieux qui, selon vous, prévalent sur mes intérêts, mes droits et mes libertés. Merci de me confirmer par écrit, dans un délai d’un mois ({term}), les mesures prises et la date à laquelle elles ont pris effet.',
    restriction:
      'Merci de me confirmer par écrit, dans un délai d’un mois ({term}), que le traitement est limité et depuis quelle date, et de m’informer avant que la limitation ne soit levée.',
  },
  wish: {
    objection:
      'Je vous prie de cesser ce traitement ou, à défaut, de m’indiquer ce qui, selon vous, le justifie. Merci de me confirmer par écrit, dans un délai d’un mois, les mesures prises et la date à laquelle elles ont pris effet.',
    restriction:
      'Merci de me confirmer par écrit, dans un délai d’un mois, que le traitement est limité et depuis quelle date, et de m’informer avant que la limitation ne soit levée.',
  },
  closing: 'Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.',
  name: '[VOTRE NOM]',
};
