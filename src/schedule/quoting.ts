import { UsageError } from '../errors.ts';

/** How each language of a schedule writes a word that may hold anything. Pure. */

/** For a line of a crontab, where a percent sign would end the command: cron takes the backslash away. */
export function escapeCron(command: string): string {
  return command.replaceAll('%', '\\%');
}

/** For ExecStart= of systemd: quoted, with specifiers and variables doubled. */
export function quoteSystemd(word: string): string {
  const escaped = word.replace(/[\\"]/g, '\\$&').replaceAll('%', '%%').replaceAll('$', '$$$$');
  return `"${escaped}"`;
}

/** For a command line of Windows, as `CommandLineToArgvW` reads it. */
export function quoteWindows(word: string): string {
  if (word && !/[\s"]/.test(word)) return word;
  const escaped = word.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, '$1$1');
  return `"${escaped}"`;
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A line break ends a line in most of these languages, whatever stands around it. @throws UsageError */
export function requireOneLine(words: readonly string[]): void {
  const wrong = words.find((word) => /\p{Cc}/u.test(word));
  if (wrong === undefined) return;
  const shown = wrong.replace(/\p{Cc}/gu, '?');
  throw new UsageError(`"${shown}" holds a line break or another control character; give it another name first.`);
}
