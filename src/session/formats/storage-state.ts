import { z } from 'zod';
import type { SessionFormat } from '../formats.ts';
import { entriesOf } from './entries.ts';

/** `url` is how J2Team Cookies marks its own exports, which are otherwise alike. */
const shape = z.object({ cookies: z.array(z.unknown()), url: z.undefined().optional() });

/** Playwright's storage state: `{ cookies, origins }`. Its `origins`, the local storage, are left alone. */
export const storageState: SessionFormat = {
  name: 'storage-state',
  recognise: ({ json }) => shape.safeParse(json).success,
  parse: ({ json }) => entriesOf(shape.parse(json).cookies),
};
