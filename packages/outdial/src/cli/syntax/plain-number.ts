/** Numbers that people write on the command line. */

/**
 * The number that a text is in plain digits, '1.5' or '-3'; NaN for any other text. JSON has no 'Infinity',
 * and nobody means 16 with '0x10'.
 */
export function plainNumber(text: string): number {
  return /^[+-]?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : NaN;
}
