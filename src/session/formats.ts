import { extension } from './formats/extension.ts';
import { netscape } from './formats/netscape.ts';
import { storageState } from './formats/storage-state.ts';
import type { Session } from './session.ts';

/** What a session is given as. */
export interface Content {
  text: string;
  /** the text as JSON; undefined where it is not JSON */
  json: unknown;
}

/** One cookie as its file tells it, in the words of the browser extensions; nothing of it is checked yet. */
export interface Entry {
  /** where it stands, for messages: `cookie 3 of 7`, `line 12` */
  where: string;
  /** a record such as `cookie.ts` checks; undefined where the file is broken */
  fields: unknown;
}

export interface SessionFormat {
  name: Session['format'];
  /** Told by the content alone: names and endings of files are anyone's guess. */
  recognise(content: Content): boolean;
  /** Finds the cookies in a content that was recognised. */
  parse(content: Content): Entry[];
}

/** Every format a session may come in; the first that recognises the content takes it. */
export const FORMATS: readonly SessionFormat[] = [storageState, extension, netscape];
