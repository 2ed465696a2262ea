/** Reads the facts of the law that a row brings. */
import { defined } from '@outdial/core';
import type { ImportedFacts, RelationshipFacts } from '../lead/imported-facts.js';
import type { Cells } from './cells.js';
import { readDoNotCall } from './read-do-not-call.js';
import { readPlace } from './read-place.js';
import { readFlagOf, readPastDateOf } from './read-values.js';
import type { RowOptions } from './row-options.js';

/** The facts of a row. `country`: that of the person. */
export function readFacts(cells: Cells, country: string, options: RowOptions): ImportedFacts {
  return defined({
    ...readPlace(cells, country, options),
    lineClass: cells.text('lineClass'),
    phoneUse: readPhoneUse(cells),
    numberProvidedBy: cells.text('numberProvidedBy'),
    isBusiness: readFlagOf(cells, 'isBusiness'),
    existingContract: readFlagOf(cells, 'existingContract'),
    doNotCall: readDoNotCall(cells, options),
    relationship: readRelationship(cells, options),
  });
}

function readRelationship(cells: Cells, options: RowOptions): RelationshipFacts | undefined {
  const relationship = defined({
    lastTransactionAt: readPastDateOf(cells, 'lastTransactionAt', options),
    lastInquiryAt: readPastDateOf(cells, 'lastInquiryAt', options),
  });
  return Object.keys(relationship).length > 0 ? relationship : undefined;
}

function readPhoneUse(cells: Cells): ImportedFacts['phoneUse'] {
  const given = cells.text('phoneUse');
  const use = given?.toLowerCase();
  if (use === undefined || use === 'work' || use === 'personal') return use;
  cells.report('phoneUse', given ?? '', 'it is not a use of a number', "use 'work' or 'personal'");
  return undefined;
}
