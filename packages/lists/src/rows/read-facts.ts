/** Reads the facts of the law that a row brings. */
import { defined } from '@outdial/core';
import type { ColumnTarget } from '../columns/column-targets.js';
import type { ImportedFacts, RelationshipFacts } from '../lead/imported-facts.js';
import { BUSINESS, CALLED_PARTY, PHONE_USES } from '../values/use-words.js';
import type { Cells } from './cells.js';
import { readDoNotCall } from './read-do-not-call.js';
import { readPlace } from './read-place.js';
import { readFlagOf, readPastDateOf } from './read-values.js';
import type { RowOptions } from './row-options.js';

/** The facts of a row. `country`: that of the person. */
export function readFacts(cells: Cells, country: string, options: RowOptions): ImportedFacts {
  const place = readPlace(cells, country, options);
  const facts = defined({
    lineClass: whole(cells, 'lineClass'),
    phoneUse: readPhoneUse(cells),
    numberProvidedBy: readProvider(cells),
    isBusiness: readBusiness(cells),
    existingContract: readFlagOf(cells, 'existingContract'),
    doNotCall: readDoNotCall(cells, options),
    relationship: readRelationship(cells, options),
  });
  return Object.assign(place, facts);
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
  if (given === undefined) return undefined;
  const use = PHONE_USES.read(given);
  if (use !== null) return use;
  cells.report('phoneUse', given, 'it is not a use of a number', "use 'work' or 'personal'");
  return undefined;
}

function readBusiness(cells: Cells): boolean | undefined {
  const said = BUSINESS.read(cells.text('isBusiness') ?? '');
  return said === null ? readFlagOf(cells, 'isBusiness') : said === 'business';
}

function readProvider(cells: Cells): string | undefined {
  const given = whole(cells, 'numberProvidedBy');
  return given === undefined ? undefined : (CALLED_PARTY.read(given) ?? given);
}

/** Somebody else, or another class: what a text that is too long means for the law. */
const OTHER = 'other';

/** A text of which the law asks only whether it is one of few: without it, the law would allow more. */
function whole(cells: Cells, target: ColumnTarget): string | undefined {
  return cells.text(target) ?? (cells.whole(target) === undefined ? undefined : OTHER);
}
