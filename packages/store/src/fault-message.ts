/** Digits in a row that may be a telephone number; database errors quote the values they stumbled over. */
const NUMBERS = /\+?\d{7,}/g;

/** An error's message without telephone numbers, for facts and logs. */
export function faultMessage(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(NUMBERS, '#');
}
