/** What a command says where its table is cut. */

/** The line below a table of `limit` rows that has more. */
export function moreText(limit: number): string {
  return `Only the first ${limit} are shown: there are more (--limit).\n`;
}
