export type Cell = string | number | boolean | null | undefined;

/** A line of a table by RFC 4180, with its end. For a spreadsheet as for a script. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(write).join(',')}\r\n`;
}

function write(cell: Cell): string {
  const text = asText(String(cell ?? ''));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet takes what begins so for a formula (OWASP, CSV injection; also in full width): an apostrophe makes it text. */
function asText(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
