/** Reads the facts of the law that a row brings. */
import { defined } from '@outdial/core';
import type { ImportedFacts, RelationshipFacts } from '../lead/imported-facts.js';
import { readPostalCode, readRegion, readTimeZone } from '../values/place-names.js';
import type { Cells } from './cells.js';
import { readDoNotCall } from './read-do-not-call.js';
import { readFlagOf, readPastDateOf } from './read-values.js';
import type { RowOptions } from './row-options.js';

/** The facts of a row. `country`: that of the person. */
export function readFacts(cells: Cells, country: string, options: RowOptions): ImportedFacts {
  const region = cells.text('region');
  const postalCode = cells.text('postalCode');
  const timeZone = readZone(cells, country);
  return defined({
    country,
    region: region === undefined ? undefined : readRegion(region),
    postalCode: postalCode === undefined ? undefined : readPostalCode(postalCode, country),
    city: cells.text('city'),
    lineClass: cells.text('lineClass'),
    phoneUse: readPhoneUse(cells),
    numberProvidedBy: cells.text('numberProvidedBy'),
    timeZone,
    timeZoneSource: timeZone === undefined ? undefined : ('guess' as const),
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

function readZone(cells: Cells, country: string): string | undefined {
  const given = cells.text('timeZone');
  if (given === undefined) return undefined;
  const timeZone = readTimeZone(given, country);
  if (timeZone) return timeZone;
  cells.report(
    'timeZone',
    given,
    'it is not a time zone',
    "use the IANA name, e.g. 'America/Denver'; without one the number and the region decide",
  );
  return undefined;
}
