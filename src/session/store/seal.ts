/**
 * What `age-encryption` does for us. Nothing that it throws gets out: its words may quote what it was given. It is loaded
 * when it is needed, because loading it takes a while.
 */
const age = () => import('age-encryption');

/** A new identity, `AGE-SECRET-KEY-1…`. */
export async function makeIdentity(): Promise<string> {
  return (await age()).generateX25519Identity();
}

/**
 * The identity in a text: `AGE-SECRET-KEY-1…` alone, or a key file of `age-keygen` with its comments.
 *
 * @returns it with its recipient, `age1…`; undefined where there is none
 */
export async function readIdentity(text: string): Promise<{ identity: string; recipient: string } | undefined> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const [identity, ...more] = lines.filter((line) => line !== '' && !line.startsWith('#'));
  if (identity === undefined || more.length > 0) return undefined;
  try {
    return { identity, recipient: await (await age()).identityToRecipient(identity) };
  } catch {
    return undefined;
  }
}

/** Encrypts for `age1…`; undefined where that is no recipient. */
export async function seal(text: string, recipient: string): Promise<Uint8Array | undefined> {
  const { Encrypter } = await age();
  try {
    const encrypter = new Encrypter();
    encrypter.addRecipient(recipient);
    return await encrypter.encrypt(text);
  } catch {
    return undefined;
  }
}

/** Decrypts, or says why not. Bytes that are cut off or changed are `damaged`, unless the change hides whom they are for. */
export async function unseal(bytes: Uint8Array, identity: string): Promise<{ text: string } | 'wrong-key' | 'damaged'> {
  const { Decrypter } = await age();
  try {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return { text: await decrypter.decrypt(bytes, 'text') };
  } catch (error) {
    return error instanceof Error && error.message.startsWith('no identity matched') ? 'wrong-key' : 'damaged';
  }
}

/** Sealed bytes as text that survives being pasted. */
export async function armored(bytes: Uint8Array): Promise<string> {
  return (await age()).armor.encode(bytes);
}

/** The counterpart; undefined where the text is no armored age file, or not a whole one. */
export async function unarmored(text: string): Promise<Uint8Array | undefined> {
  const { armor } = await age();
  try {
    return armor.decode(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
