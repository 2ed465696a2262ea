/** An error in words, without what could be a telephone number. */
export function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\d{5,}/g, '#');
}
