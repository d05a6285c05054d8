import { UsageError } from '../../errors.ts';
import { fault } from '../../fault.ts';
import { type KeptSession, keptOfText, MAX_SIZE, textOfKept } from './kept.ts';
import { armored, readIdentity, seal, unarmored, unseal } from './seal.ts';

const SUBJECT = 'The exported session cannot be opened';
const EXPORT_AGAIN = 'export it again and hand over the whole text';

/**
 * A kept session for another machine: armored age text that only the recipient's key opens. Its content is one that
 * `--session` reads, so `age --decrypt -i key.txt session.age | linkedin-ai-optout check --session -` works as well.
 *
 * @param recipient `age1…`, as `age-keygen` prints it
 * @throws UsageError where that is no recipient
 */
export async function exportFor(kept: KeptSession, recipient: string): Promise<string> {
  const sealed = await seal(textOfKept(kept), recipient.trim());
  if (sealed) return armored(sealed);
  // It is not shown: somebody may have given the secret half.
  throw new UsageError('That is no age recipient; give the public key that age-keygen prints, "age1…".');
}

/** Is this text an armored age file? */
export function isExport(text: string): boolean {
  return /^\uFEFF?\s*-----BEGIN AGE ENCRYPTED FILE-----/.test(text);
}

/**
 * The counterpart of `exportFor`.
 *
 * @param text armored; white space around it and other line ends do not matter
 * @param identity `AGE-SECRET-KEY-1…`, or a key file of `age-keygen`
 * @throws UsageError
 */
export async function importFrom(text: string, identity: string): Promise<KeptSession> {
  const key = await readIdentity(identity);
  if (!key)
    throw fault(SUBJECT, 'the key is no age identity', 'give the one that age-keygen made, "AGE-SECRET-KEY-1…"');
  const bytes = text.length <= 2 * MAX_SIZE ? await unarmored(text) : undefined;
  if (!bytes) throw fault(SUBJECT, 'it is no armored age file, or not a whole one', EXPORT_AGAIN);
  const opened = await unseal(bytes, key.identity);
  if (opened === 'wrong-key') throw fault(SUBJECT, 'it was made for another key', `${EXPORT_AGAIN}, for this key`);
  if (opened === 'damaged') throw fault(SUBJECT, 'it is damaged', EXPORT_AGAIN);
  const kept = keptOfText(opened.text);
  if (kept === 'newer') throw fault(SUBJECT, 'it was made by a newer version of this program', 'update this one');
  if (kept === 'damaged') throw fault(SUBJECT, 'it holds no session', EXPORT_AGAIN);
  return kept;
}
