import type { DraftWords } from './words.ts';

export const pl: DraftWords = {
  language: 'Polski',
  subject: {
    'ai-training': 'Sprzeciw wobec wykorzystywania moich danych osobowych do trenowania modeli AI generujących treści',
    'other-ai': 'Sprzeciw wobec przetwarzania moich danych osobowych na potrzeby innych zastosowań AI',
    restriction: 'Żądanie ograniczenia przetwarzania moich danych osobowych na potrzeby AI',
  },
  greeting: 'Szanowni Państwo,',
  laws: {
    gdpr: {
      objection: 'art. 21 ust. 1 RODO',
      restriction: 'art. 18 ust. 1 lit. d RODO',
      term: 'art. 12 ust. 3 RODO',
    },
    'uk-gdpr': {
      objection: 'art. 21 ust. 1 brytyjskiego RODO (UK GDPR)',
      restriction: 'art. 18 ust. 1 lit. d brytyjskiego RODO (UK GDPR)',
      term: 'art. 12 ust. 3 brytyjskiego RODO',
    },
  },
  request: {
    'ai-training':
      'na podstawie {objection} wnoszę sprzeciw wobec przetwarzania moich danych osobowych do celów trenowania modeli AI generujących treści w zakresie, w jakim LinkedIn opiera je na prawnie uzasadnionych interesach.',
    'other-ai':
      'na podstawie {objection} wnoszę sprzeciw wobec przetwarzania moich danych osobowych na potrzeby AI innej niż modele generujące treści, to jest do celów jej trenowania i ulepszania, a także jej wykorzystywania do personalizowania wyświetlanych mi treści i ulepszania produktów, w zakresie, w jakim LinkedIn opiera to przetwarzanie na prawnie uzasadnionych interesach.',
    restriction:
      'na podstawie {restriction} żądam ograniczenia przetwarzania moich danych osobowych do celów trenowania i ulepszania modeli AI. Na podstawie {objection} wnoszę sprzeciw wobec tego przetwarzania; do czasu stwierdzenia, czy prawnie uzasadnione podstawy po Państwa stronie są nadrzędne wobec podstaw mojego sprzeciwu, proszę w tych celach wyłącznie przechowywać te dane.',
  },
  declaration: {
    'ai-training':
      'niniejszym wyraźnie oświadczam, że nie chcę, aby moje dane osobowe były przetwarzane do celów trenowania modeli AI generujących treści. Przetwarzanie danych osobowych wbrew takiemu wyraźnemu oświadczeniu woli stanowi naruszenie dóbr osobistych w rozumieniu art. 30 ust. 2 lit. b szwajcarskiej federalnej ustawy o ochronie danych (FADP).',
    'other-ai':
      'niniejszym wyraźnie oświadczam, że nie chcę, aby moje dane osobowe były przetwarzane na potrzeby AI innej niż modele generujące treści: ani do celów jej trenowania i ulepszania, ani do jej wykorzystywania w celu personalizowania wyświetlanych mi treści i ulepszania produktów. Przetwarzanie danych osobowych wbrew takiemu wyraźnemu oświadczeniu woli stanowi naruszenie dóbr osobistych w rozumieniu art. 30 ust. 2 lit. b szwajcarskiej federalnej ustawy o ochronie danych (FADP).',
    restriction:
      'niniejszym wyraźnie oświadczam, że nie chcę, aby moje dane osobowe były przetwarzane do celów trenowania i ulepszania modeli AI. Przetwarzanie danych osobowych wbrew takiemu wyraźnemu oświadczeniu woli stanowi naruszenie dóbr osobistych w rozumieniu art. 30 ust. 2 lit. b szwajcarskiej federalnej ustawy o ochronie danych (FADP). Do czasu rozpatrzenia tego oświadczenia proszę w tych celach wyłącznie przechowywać te dane.',
  },
  scope:
    'Dotyczy to mojego profilu, tego, co napisano i opublikowano z mojego konta na LinkedIn, oraz tego, co zostało przeze mnie wprowadzone do funkcji AI: zarówno danych, które już Państwo posiadają, jak i tych, które pojawią się później.',
  grounds: {
    objection: 'Mój sprzeciw opieram na następujących przyczynach związanych z moją szczególną sytuacją:',
    declaration: 'Moje powody są następujące:',
  },
  situation:
    '[TWOJA SYTUACJA: napisz tutaj własnymi słowami, co w Twojej sytuacji przemawia przeciwko temu przetwarzaniu]',
  demand: {
    objection:
      'Proszę o zaprzestanie tego przetwarzania albo o wskazanie ważnych prawnie uzasadnionych podstaw, które Państwa zdaniem są nadrzędne wobec moich interesów, praw i wolności. Proszę również o pisemne potwierdzenie w terminie miesiąca ({term}), jakie działania zostały podjęte i od jakiej daty.',
    restriction:
      'Proszę o pisemne potwierdzenie w terminie miesiąca ({term}), że przetwarzanie zostało ograniczone i od jakiej daty, oraz o poinformowanie mnie przed uchyleniem ograniczenia.',
  },
  wish: {
    objection:
      'Proszę o zaprzestanie tego przetwarzania albo o wskazanie, co je Państwa zdaniem usprawiedliwia. Proszę również o pisemne potwierdzenie w terminie miesiąca, jakie działania zostały podjęte i od jakiej daty.',
    restriction:
      'Proszę o pisemne potwierdzenie w terminie miesiąca, że przetwarzanie zostało ograniczone i od jakiej daty, oraz o poinformowanie mnie przed uchyleniem ograniczenia.',
  },
  closing: 'Z poważaniem',
  name: '[TWOJE IMIĘ I NAZWISKO]',
};
