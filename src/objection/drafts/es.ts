import type { DraftWords } from './words.ts';

export const es: DraftWords = {
  language: 'Español',
  subject: {
    'ai-training':
      'Oposición al uso de mis datos personales para el entrenamiento de modelos de IA que generan contenido',
    'other-ai': 'Oposición al tratamiento de mis datos personales para otros usos de la IA',
    restriction: 'Solicitud de limitación del tratamiento de mis datos personales para la IA',
  },
  greeting: 'A quien corresponda:',
  laws: {
    gdpr: {
      objection: 'el artículo 21, apartado 1, del RGPD',
      restriction: 'el artículo 18, apartado 1, letra d), del RGPD',
      term: 'artículo 12, apartado 3, del RGPD',
    },
    'uk-gdpr': {
      objection: 'el artículo 21, apartado 1, del RGPD del Reino Unido (UK GDPR)',
      restriction: 'el artículo 18, apartado 1, letra d), del RGPD del Reino Unido (UK GDPR)',
      term: 'artículo 12, apartado 3, del RGPD del Reino Unido',
    },
  },
  request: {
    'ai-training':
      'Conforme a lo dispuesto en {objection}, me opongo al tratamiento de mis datos personales para el entrenamiento de modelos de IA que generan contenido, en la medida en que LinkedIn lo base en intereses legítimos.',
    'other-ai':
      'Conforme a lo dispuesto en {objection}, me opongo al tratamiento de mis datos personales para una IA distinta de los modelos que generan contenido, es decir, para su entrenamiento y mejora, así como para su uso con el fin de personalizar lo que se me muestra y de mejorar productos, en la medida en que LinkedIn lo base en intereses legítimos.',
    restriction:
      'Conforme a lo dispuesto en {restriction}, solicito que limiten el tratamiento de mis datos personales para el entrenamiento y la mejora de modelos de IA. Me opongo a dicho tratamiento conforme a lo dispuesto en {objection}; mientras se verifica si sus motivos legítimos prevalecen sobre los míos, les ruego que se limiten a conservar esos datos, sin utilizarlos para tales fines.',
  },
  declaration: {
    'ai-training':
      'Declaro expresamente que no quiero que mis datos personales se traten para el entrenamiento de modelos de IA que generan contenido. Tratar datos personales en contra de una declaración de voluntad expresa como esta constituye una vulneración de la personalidad según el artículo 30, apartado 2, letra b, de la Ley Federal suiza de Protección de Datos (FADP).',
    'other-ai':
      'Declaro expresamente que no quiero que mis datos personales se traten para una IA distinta de los modelos que generan contenido: ni para su entrenamiento y mejora, ni para su uso con el fin de personalizar lo que se me muestra y de mejorar productos. Tratar datos personales en contra de una declaración de voluntad expresa como esta constituye una vulneración de la personalidad según el artículo 30, apartado 2, letra b, de la Ley Federal suiza de Protección de Datos (FADP).',
    restriction:
      'Declaro expresamente que no quiero que mis datos personales se traten para el entrenamiento y la mejora de modelos de IA. Tratar datos personales en contra de una declaración de voluntad expresa como esta constituye una vulneración de la personalidad según el artículo 30, apartado 2, letra b, de la Ley Federal suiza de Protección de Datos (FADP). Mientras no hayan resuelto al respecto, les ruego que se limiten a conservar esos datos, sin utilizarlos para tales fines.',
  },
  scope:
    'Esto abarca mi perfil, lo que he escrito y publicado en LinkedIn y lo que he introducido en sus funciones de IA: tanto los datos que ya obran en su poder como los que se añadan en el futuro.',
  grounds: {
    objection: 'Mi oposición se basa en los siguientes motivos relacionados con mi situación particular:',
    declaration: 'Mis motivos son los siguientes:',
  },
  situation:
    '[SU SITUACIÓN: indique aquí, con sus propias palabras, qué aspectos de su situación se oponen a este tratamiento]',
  demand: {
    objection:
      'Les ruego que cesen dicho tratamiento o que me indiquen los motivos legítimos imperiosos que, a su juicio, prevalecen sobre mis intereses, derechos y libertades. Les ruego asimismo que me confirmen por escrito, en el plazo de un mes ({term}), qué medidas han adoptado y a partir de qué fecha.',
    restriction:
      'Les ruego que me confirmen por escrito, en el plazo de un mes ({term}), que el tratamiento está limitado y a partir de qué fecha, y que me informen antes de levantar la limitación.',
  },
  wish: {
    objection:
      'Les ruego que cesen dicho tratamiento o que me indiquen qué lo justifica a su juicio. Les ruego asimismo que me confirmen por escrito, en el plazo de un mes, qué medidas han adoptado y a partir de qué fecha.',
    restriction:
      'Les ruego que me confirmen por escrito, en el plazo de un mes, que el tratamiento está limitado y a partir de qué fecha, y que me informen antes de levantar la limitación.',
  },
  closing: 'Atentamente,',
  name: '[SU NOMBRE]',
};
