/** The names of pause codes. */
import { TEXTS } from '../texts.js';

type Names = Readonly<Record<string, string>>;

/** A pause code as the agent reads it; one of the campaign's own as it is. */
export function ownPauseName(code: string): string {
  const known: Names = TEXTS.desk.pauseCodes;
  return known[code] ?? code;
}

/** A pause code as others read it: 'telephone went down'. */
export function pauseName(code: string): string {
  const known: Names = TEXTS.board.pauseCodes;
  return known[code] ?? ownPauseName(code);
}
