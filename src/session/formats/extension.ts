import { z } from 'zod';
import type { SessionFormat } from '../formats.ts';
import { entriesOf } from './entries.ts';

const shape = z.union([
  z.array(z.unknown()),
  z.object({ url: z.string(), cookies: z.array(z.unknown()) }).transform(({ cookies }) => cookies),
]);

/** EditThisCookie, Cookie-Editor, Puppeteer and CDP (a list), and J2Team Cookies (`{ url, cookies }`). */
export const extension: SessionFormat = {
  name: 'extension',
  recognise: ({ json }) => shape.safeParse(json).success,
  parse: ({ json }) => entriesOf(shape.parse(json)),
};
