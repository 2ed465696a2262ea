/** Date and origin of a do-not-call list, as callers give them and as the header of its file holds them. */
import { ComplianceInputError } from '../errors.js';
import { parseCivilDate } from '../time/civil-date.js';
import type { SetHeader } from './slab-writer.js';

/** Date and origin of a list. */
export interface DoNotCallListInfo {
  /** 'YYYY-MM-DD' on which the list was obtained. */
  readonly date: string;
  /** Where it comes from, for refusals: 'FTC registry'. */
  readonly source: string;
}

/** The header of a file. @throws ComplianceInputError for a date that cannot be read */
export function headerOf(info: DoNotCallListInfo): SetHeader {
  const day = parseCivilDate(info.date);
  if (day === undefined) throw new ComplianceInputError('date', "must be 'YYYY-MM-DD'");
  return { day, source: info.source };
}
