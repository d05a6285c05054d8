import type { DraftWords } from './words.ts';

export const pt: DraftWords = {
  language: 'Português',
  subject: {
    'ai-training': 'Oposição à utilização dos meus dados pessoais para o treino de modelos de IA que geram conteúdos',
    'other-ai': 'Oposição ao tratamento dos meus dados pessoais para outras utilizações da IA',
    restriction: 'Pedido de limitação do tratamento dos meus dados pessoais para a IA',
  },
  greeting: 'Exmos. Senhores,',
  laws: {
    gdpr: {
      objection: 'do artigo 21.º, n.º 1, do RGPD',
      restriction: 'do artigo 18.º, n.º 1, alínea d), do RGPD',
      term: 'artigo 12.º, n.º 3, do RGPD',
    },
    'uk-gdpr': {
      objection: 'do artigo 21.º, n.º 1, do RGPD do Reino Unido (UK GDPR)',
      restriction: 'do artigo 18.º, n.º 1, alínea d), do RGPD do Reino Unido (UK GDPR)',
      term: 'artigo 12.º, n.º 3, do RGPD do Reino Unido',
    },
  },
  request: {
    'ai-training':
      'Nos termos {objection}, oponho-me ao tratamento dos meus dados pessoais para o treino de modelos de IA que geram conteúdos, na medida em que a LinkedIn o fundamente em interesses legítimos.',
    'other-ai':
      'Nos termos {objection}, oponho-me ao tratamento dos meus dados pessoais para IA que não os modelos que geram conteúdos, ou seja, para o treino e a melhoria dessa IA, bem como para a sua utilização com o fim de personalizar o que me é mostrado e de melhorar produtos, na medida em que a LinkedIn o fundamente em interesses legítimos.',
    restriction:
      'Nos termos {restriction}, solicito a limitação do tratamento dos meus dados pessoais para o treino e a melhoria de modelos de IA. Oponho-me a esse tratamento nos termos {objection}; até se verificar se os vossos motivos legítimos prevalecem sobre os meus, peço que se limitem a conservar esses dados, sem os utilizar para essas finalidades.',
  },
  declaration: {
    'ai-training':
      'Declaro expressamente que não quero que os meus dados pessoais sejam tratados para o treino de modelos de IA que geram conteúdos. O tratamento de dados pessoais contra uma tal declaração de vontade expressa constitui uma violação da personalidade nos termos do artigo 30.º, n.º 2, alínea b), da Lei Federal suíça sobre a Proteção de Dados (FADP).',
    'other-ai':
      'Declaro expressamente que não quero que os meus dados pessoais sejam tratados para IA que não os modelos que geram conteúdos: nem para o treino e a melhoria dessa IA, nem para a sua utilização com o fim de personalizar o que me é mostrado e de melhorar produtos. O tratamento de dados pessoais contra uma tal declaração de vontade expressa constitui uma violação da personalidade nos termos do artigo 30.º, n.º 2, alínea b), da Lei Federal suíça sobre a Proteção de Dados (FADP).',
    restriction:
      'Declaro expressamente que não quero que os meus dados pessoais sejam tratados para o treino e a melhoria de modelos de IA. O tratamento de dados pessoais contra uma tal declaração de vontade expressa constitui uma violação da personalidade nos termos do artigo 30.º, n.º 2, alínea b), da Lei Federal suíça sobre a Proteção de Dados (FADP). Até terem decidido a esse respeito, peço que se limitem a conservar esses dados, sem os utilizar para essas finalidades.',
  },
  scope:
    'Isto abrange o meu perfil, o que escrevi e publiquei no LinkedIn e o que introduzi nas suas funcionalidades de IA: tanto os dados que já detêm como os que venham a ser acrescentados.',
  grounds: {
    objection: 'A minha oposição assenta nos seguintes motivos relacionados com a minha situação particular:',
    declaration: 'Os meus motivos são os seguintes:',
  },
  situation:
    '[A SUA SITUAÇÃO: indique aqui, por palavras suas, o que na sua própria situação se opõe a este tratamento]',
  demand: {
    objection:
      'Peço que cessem esse tratamento ou que me indiquem as razões imperiosas e legítimas que, no vosso entender, prevalecem sobre os meus interesses, direitos e liberdades. Peço ainda que me confirmem por escrito, no prazo de um mês ({term}), o que foi feito e a partir de que data.',
    restriction:
      'Peço que me confirmem por escrito, no prazo de um mês ({term}), que o tratamento está limitado e a partir de que data, e que me informem antes de a limitação ser levantada.',
  },
  wish: {
    objection:
      'Peço que cessem esse tratamento ou que me indiquem o que, no vosso entender, o justifica. Peço ainda que me confirmem por escrito, no prazo de um mês, o que foi feito e a partir de que data.',
    restriction:
      'Peço que me confirmem por escrito, no prazo de um mês, que o tratamento está limitado e a partir de que data, e que me informem antes de a limitação ser levantada.',
  },
  closing: 'Com os melhores cumprimentos,',
  name: '[O SEU NOME]',
};
