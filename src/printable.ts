/** Text from a page as it may stand on a terminal: without what moves its cursor or colours it. */
export function printable(text: string): string {
  return text.replace(/\p{C}/gu, '');
}
