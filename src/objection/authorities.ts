import type { Basis } from './vocabulary.ts';

/** Where a complaint goes when no answer came, or none that satisfies. As of 2026-09. */
export const AUTHORITIES: Record<Basis, { name: string; url: string; how: string }> = {
  gdpr: {
    name: 'the data protection authority of the country where you live or work',
    url: 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en',
    how: 'You may complain under Article 77 of the GDPR, free of charge; LinkedIn may extend the month by two more if it tells you so within the first (Article 12(3)).',
  },
  'uk-gdpr': {
    name: 'the Information Commissioner’s Office (ICO)',
    url: 'https://ico.org.uk/make-a-complaint/',
    how: 'You may complain under Article 77 of the UK GDPR, free of charge; LinkedIn may extend the month by two more if it tells you so within the first (Article 12(3)).',
  },
  fadp: {
    name: 'the Federal Data Protection and Information Commissioner (FDPIC)',
    url: 'https://www.edoeb.admin.ch/',
    how: 'You may report it there. The FADP itself names no month for this; it is what the draft asks for.',
  },
};
