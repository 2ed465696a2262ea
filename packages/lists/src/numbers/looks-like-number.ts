/** Tells a telephone number from other text by how it is written. */

/** Whether a cell is written like a telephone number, and not like a date. */
export function looksLikeNumber(cell: string): boolean {
  const digits = cell.replace(/\D/g, '').length;
  return (
    digits >= 7 &&
    digits <= 15 &&
    /^'?\+?[\d\s().\u2013/-]+(?:\s*(?:x|ext\.?)\s*\d+)?$/i.test(cell) &&
    !/^(?:(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)/.test(cell)
  );
}
