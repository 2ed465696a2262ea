/** Width of tables where the output is not a terminal. */
const WIDTH_UNKNOWN = 140;
const NARROWEST = 18;
/** Borders and padding of one column. */
const FRAME = 3;

/**
 * Column widths for a table as wide as the terminal: columns of `flexible` (index to widest) share what the
 * others leave over, in proportion to what they want. Null: as wide as its content.
 */
export function fittingWidths(
  columns: number | undefined,
  rows: readonly (readonly string[])[],
  flexible: Readonly<Record<number, number>>,
): (number | null)[] {
  const count = Math.max(...rows.map((row) => row.length));
  const wanted = Array.from({ length: count }, (_, index) =>
    Math.min(
      flexible[index] ?? Number.POSITIVE_INFINITY,
      Math.max(...rows.map((row) => (row[index] ?? '').length)) + 2,
    ),
  );
  const isFlexible = (index: number): boolean => flexible[index] !== undefined;
  const firm = wanted.reduce((sum, width, index) => sum + (isFlexible(index) ? 0 : width), 0);
  const wish = wanted.reduce((sum, width, index) => sum + (isFlexible(index) ? width : 0), 0);
  const room = Math.max(0, (columns ?? WIDTH_UNKNOWN) - firm - count - FRAME);
  return wanted.map((width, index) =>
    isFlexible(index) ? Math.max(NARROWEST, Math.floor(Math.min(1, room / Math.max(1, wish)) * width)) : null,
  );
}
