import type { DraftWords } from './words.ts';

export const nl: DraftWords = {
  language: 'Nederlands',
  subject: {
    'ai-training':
      'Bezwaar tegen het gebruik van mijn persoonsgegevens voor het trainen van AI-modellen die content genereren',
    'other-ai': 'Bezwaar tegen de verwerking van mijn persoonsgegevens voor andere AI',
    restriction: 'Verzoek om beperking van de verwerking van mijn persoonsgegevens voor AI',
  },
  greeting: 'Geachte heer, mevrouw,',
  laws: {
    gdpr: {
      objection: 'artikel 21, lid 1, AVG',
      restriction: 'artikel 18, lid 1, onder d), AVG',
      term: 'artikel 12, lid 3, AVG',
    },
    'uk-gdpr': {
      objection: 'artikel 21, lid 1, van de Britse AVG (UK GDPR)',
      restriction: 'artikel 18, lid 1, onder d), van de Britse AVG (UK GDPR)',
      term: 'artikel 12, lid 3, van de Britse AVG',
    },
  },
  request: {
    'ai-training':
      'Op grond van {objection} maak ik bezwaar tegen de verwerking van mijn persoonsgegevens voor het trainen van AI-modellen die content genereren, voor zover LinkedIn die baseert op gerechtvaardigde belangen.',
    'other-ai':
      'Op grond van {objection} maak ik bezwaar tegen de verwerking van mijn persoonsgegevens voor andere AI dan modellen die content genereren: voor het trainen en verbeteren daarvan, en voor het gebruik daarvan om te personaliseren wat mij wordt getoond en om producten te verbeteren, voor zover LinkedIn die verwerking baseert op gerechtvaardigde belangen.',
    restriction:
      'Op grond van {restriction} verzoek ik u de verwerking van mijn persoonsgegevens voor het trainen en verbeteren van AI-modellen te beperken. Ik maak op grond van {objection} bezwaar tegen deze verwerking; zolang niet vaststaat of uw gerechtvaardigde gronden zwaarder wegen dan de mijne, verzoek ik u deze gegevens voor die doeleinden uitsluitend op te slaan.',
  },
  declaration: {
    'ai-training':
      'Hierbij verklaar ik uitdrukkelijk dat ik niet wil dat mijn persoonsgegevens worden verwerkt voor het trainen van AI-modellen die content genereren. Verwerking van persoonsgegevens in strijd met een dergelijke wilsverklaring is een schending van persoonlijkheidsrechten in de zin van artikel 30, lid 2, onder b, van de Zwitserse federale wet op de gegevensbescherming (FADP).',
    'other-ai':
      'Hierbij verklaar ik uitdrukkelijk dat ik niet wil dat mijn persoonsgegevens worden verwerkt voor andere AI dan modellen die content genereren: niet voor het trainen en verbeteren daarvan, en niet voor het gebruik daarvan om te personaliseren wat mij wordt getoond en om producten te verbeteren. Verwerking van persoonsgegevens in strijd met een dergelijke wilsverklaring is een schending van persoonlijkheidsrechten in de zin van artikel 30, lid 2, onder b, van de Zwitserse federale wet op de gegevensbescherming (FADP).',
    restriction:
      'Hierbij verklaar ik uitdrukkelijk dat ik niet wil dat mijn persoonsgegevens worden verwerkt voor het trainen en verbeteren van AI-modellen. Verwerking van persoonsgegevens in strijd met een dergelijke wilsverklaring is een schending van persoonlijkheidsrechten in de zin van artikel 30, lid 2, onder b, van de Zwitserse federale wet op de gegevensbescherming (FADP). Zolang u daarover niet hebt beslist, verzoek ik u deze gegevens voor die doeleinden uitsluitend op te slaan.',
  },
  scope:
    'Dit betreft mijn profiel, wat ik op LinkedIn heb geschreven en geplaatst en wat ik in de AI-functies heb ingevoerd: zowel de gegevens die u al hebt als de gegevens die er later bij komen.',
  grounds: {
    objection: 'Mijn bezwaar berust op de volgende redenen, die verband houden met mijn specifieke situatie:',
    declaration: 'Mijn redenen zijn de volgende:',
  },
  situation: '[UW SITUATIE: schrijf hier in uw eigen woorden wat er in uw eigen situatie tegen deze verwerking pleit]',
  demand: {
    objection:
      'Ik verzoek u deze verwerking te staken, of mij mee te delen welke dwingende gerechtvaardigde gronden volgens u zwaarder wegen dan mijn belangen, rechten en vrijheden. Graag ontvang ik binnen een maand ({term}) een schriftelijke bevestiging van wat u hebt gedaan en met ingang van welke datum.',
    restriction:
      'Graag ontvang ik binnen een maand ({term}) een schriftelijke bevestiging dat de verwerking is beperkt en met ingang van welke datum, en bericht voordat de beperking wordt opgeheven.',
  },
  wish: {
    objection:
      'Ik verzoek u deze verwerking te staken, of mij mee te delen wat deze volgens u rechtvaardigt. Graag ontvang ik binnen een maand een schriftelijke bevestiging van wat u hebt gedaan en met ingang van welke datum.',
    restriction:
      'Graag ontvang ik binnen een maand een schriftelijke bevestiging dat de verwerking is beperkt en met ingang van welke datum, en bericht voordat de beperking wordt opgeheven.',
  },
  closing: 'Met vriendelijke groet,',
  name: '[UW NAAM]',
};
