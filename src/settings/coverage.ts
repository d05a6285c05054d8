/** What off means and does not mean, each with its source and the day that source was last seen to say so. */

export interface Fact {
  text: string;
  source: string;
  asOf: string;
}

const NOTICE = 'LinkedIn European Regional Privacy Notice';
const HELP = 'LinkedIn help a5538339 and a6278444';

export const COVERS: readonly Fact[] = [
  {
    text: 'From now on, training of models that generate content: on profile, posts, articles, comments, poll answers, group activity and group messages, prompts to AI features, saved résumés and screening answers.',
    source: NOTICE,
    asOf: '2026-08-22',
  },
  { text: 'In the UK also the sharing with Microsoft for its AI training.', source: NOTICE, asOf: '2026-08-22' },
];

export const DOES_NOT_COVER: readonly Fact[] = [
  { text: 'What models were already trained on: turning it off is not retroactive.', source: HELP, asOf: '2026-08-22' },
  {
    text: 'AI that does not generate content: personalisation, security, moderation. LinkedIn’s Data Processing Objection form is for those.',
    source: NOTICE,
    asOf: '2026-08-22',
  },
];

export const COVERAGE_AS_OF = '2026-08-22';
