/** What a row is listed with whose lead was there before. */
import type { RowProblem } from '@outdial/lists';
import type { WrittenLead } from '../leads/write-leads.js';

/** What becomes of a duplicate, and what may be missed. */
const TAKEN =
  "its requests and limits are taken; 'duplicates: update' of the list also takes its newer values and a " +
  'number that only it has';

/** Why a written row is a duplicate, or null where it is none. */
export function duplicateProblem({ verdict, sameAs }: WrittenLead): RowProblem | null {
  const from = sameAs === undefined ? '' : ` (its line ${sameAs})`;
  const common = { field: '', value: '' };
  if (verdict === 'duplicate-in-file')
    return {
      ...common,
      problem:
        sameAs === undefined ? 'the person is in the file before' : `it is the person of line ${sameAs}`,
      remedy: `two persons with one number need a person key each; ${TAKEN}`,
    };
  if (verdict === 'duplicate-in-list')
    return {
      ...common,
      problem: `the list has the person already, from an earlier import${from}`,
      remedy: TAKEN,
    };
  return null;
}
