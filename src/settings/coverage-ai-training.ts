import type { Coverage, Fact } from './fact.ts';

const NOTICE = 'LinkedIn’s European Regional Privacy Notice';
const HELP = 'LinkedIn help a5538339 and a6278444';
const PRESS = 'press';

const high = (text: string, source: string, asOf: string): Fact => ({ text, source, asOf, confidence: 'high' });
const notice = (text: string) => high(text, NOTICE, '2026-08-22');
const help = (text: string) => high(text, HELP, '2026-08-22');
const low = (text: string): Fact => ({ text, source: PRESS, asOf: '2026-08-22', confidence: 'low' });
const medium = (text: string): Fact => ({ text, source: PRESS, asOf: '2026-08-22', confidence: 'medium' });

/** “Data for Generative AI Improvement”. `asOf` is the day the source was last gone through, not the day it was written. */
export const aiTrainingCoverage: Coverage = {
  meaning: notice(
    'Whether LinkedIn and its affiliates may use your personal data and the content you create on LinkedIn to train generative AI models that create content. It is on unless you turn it off.',
  ),
  covers: [
    notice(
      'From now on, training of models that generate content: on profile, posts, articles, comments, poll answers, group activity and group messages, prompts to AI features, saved résumés and screening answers.',
    ),
    notice('In the UK also the sharing with Microsoft for its AI training.'),
  ],
  doesNotCover: [
    help('What models were already trained on: turning it off is not retroactive.'),
    notice(
      'AI that does not generate content: personalisation, security, moderation. LinkedIn’s Data Processing Objection form is for those.',
    ),
    help(
      'Not used for it in any case: private messages, credentials, payment data, salary and application data tied to a person.',
    ),
  ],
  regions: [
    notice(
      'Offered in the US and most of the world since September 2024; in the EU, EEA, UK, Switzerland, Canada and Hong Kong since 3 November 2025, there on the ground of legitimate interests.',
    ),
    low('In Mainland China it is apparently not offered.'),
  ],
  notes: [
    high('Members under 18: not used, even where the switch shows on.', 'LinkedIn, quoted in the press', '2026-08-22'),
    medium('Some student profiles are not on by default.'),
    notice(
      'For the rest, and where the switch is missing, there is LinkedIn’s Data Processing Objection form: linkedin-ai-optout object.',
    ),
  ],
  manualPath: high(
    'Me → Settings & Privacy → Data privacy → How LinkedIn uses your data → Data for Generative AI Improvement',
    'LinkedIn help a6278444',
    '2026-08-22',
  ),
};
