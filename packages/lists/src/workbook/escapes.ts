/** Characters that a workbook writes as _xHHHH_ because XML cannot hold them (ECMA-376, 22.9.2.19). */

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** A text of a cell with its characters: 'Yes_x000D_' ends with a carriage return. */
export function withoutEscapes(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
