/** Reads the facts of the law that a row brings. */
import { defined } from '@outdial/core';
import type { ImportedFacts, RelationshipFacts } from '../lead/imported-facts.js';
import type { DateOrder } from '../values/dates.js';
import { readPostalCode, readRegion, readTimeZone } from '../values/place-names.js';
import type { Cells } from './cells.js';
import { readDateOf, readFlagOf } from './read-values.js';

/** The facts of a row. `country`: that of the person. */
export function readFacts(cells: Cells, country: string, order: DateOrder): ImportedFacts {
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
    doNotCall: readFlagOf(cells, 'nationalDoNotCall') === true ? { national: true } : undefined,
    relationship: readRelationship(cells, order),
  });
}

function readRelationship(cells: Cells, order: DateOrder): RelationshipFacts | undefined {
  const relationship = defined({
    lastTransactionAt: readDateOf(cells, 'lastTransactionAt', order),
    lastInquiryAt: readDateOf(cells, 'lastInquiryAt', order),
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
