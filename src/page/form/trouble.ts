import { isFormPath } from '../../settings/form.ts';
import { type Reason, reason } from '../../vocabulary.ts';
import type { FormFacts } from './collect.ts';

/** Why there is nothing to be filled in. */

export function noForm(status: number): Reason {
  return reason(
    'control-not-found',
    `LinkedIn answers ${status} where the form was.`,
    'Look for “Data Processing Objection” in LinkedIn’s help, or send the text by the contact in its privacy notice.',
  );
}

export function notRecognised({ pathname }: FormFacts): Reason {
  const where = isFormPath(pathname) ? 'The form is not the one that is known' : 'This page is not the form';
  return reason(
    'control-not-found',
    `${where}; nothing was filled in.`,
    'Fill it in by hand, and paste the text; or close the window.',
  );
}
