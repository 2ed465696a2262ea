/** Reads where the person of a row is: state, postal code, city, time zone. */
import { defined } from '@outdial/core';
import type { ColumnTarget } from '../columns/column-targets.js';
import type { ImportedFacts } from '../lead/imported-facts.js';
import { readCountry } from '../values/country.js';
import { readPostalCode } from '../values/postal-code.js';
import { readRegion } from '../values/region.js';
import { readTimeZone } from '../values/time-zone.js';
import { isEmpty } from './cells.js';
import type { Cells } from './cells.js';
import type { RowOptions } from './row-options.js';

/** The place of a person. */
export type PlaceFacts = Pick<
  ImportedFacts,
  'country' | 'region' | 'postalCode' | 'city' | 'timeZone' | 'timeZoneSource'
>;

/**
 * The place of a row. `country`: the one that the row names, else that of its number. Where the row names
 * none and the address is of another country, the address says which: a number with a foreign area code is
 * common.
 */
export function readPlace(cells: Cells, country: string, { defaultCountry }: RowOptions): PlaceFacts {
  const candidates = cells.text('country') === undefined ? othersOf(country, defaultCountry) : [country];
  const regionText = regionOf(cells, candidates[0] ?? country);
  const postalText = cells.text('postalCode');
  const of = candidates.find((candidate) => fits(candidate, regionText, postalText)) ?? country;
  const timeZone = zoneOf(cells, of);
  return defined({
    country: of,
    region: reported(cells, 'region', regionText, regionText && readRegion(regionText, of), of),
    postalCode: reported(cells, 'postalCode', postalText, postalText && readPostalCode(postalText, of), of),
    city: cells.text('city'),
    timeZone,
    timeZoneSource: timeZone === undefined ? undefined : sourceOfZone(cells, of),
  });
}

/** A zone that the person confirmed decides alone; any other of a list is weighed. */
function sourceOfZone(cells: Cells, country: string): 'confirmed' | 'guess' {
  const confirmed = cells.text('confirmedTimeZone');
  return confirmed !== undefined && readTimeZone(confirmed, country) !== null ? 'confirmed' : 'guess';
}

/** The numbers of the United States and Canada are of one plan. */
function othersOf(country: string, defaultCountry: string): readonly string[] {
  const isOfPlan = country === 'US' || country === 'CA';
  return [...new Set([country, defaultCountry, ...(isOfPlan ? ['US', 'CA'] : [])])];
}

function fits(country: string, region: string | undefined, postalCode: string | undefined): boolean {
  return (
    (region === undefined || readRegion(region, country) !== null) &&
    (postalCode === undefined || readPostalCode(postalCode, country) !== null)
  );
}

/** 'NA' is Naples, Navarre and Nayarit; the country's own name says nothing more than the country. */
function regionOf(cells: Cells, country: string): string | undefined {
  const column = cells.columns.of('region');
  if (!column) return undefined;
  const text = cells.in(column).trim();
  if (isEmpty(text))
    return text.toUpperCase() === 'NA' && readRegion('NA', country) === 'NA' ? 'NA' : undefined;
  const given = cells.text('region');
  return given !== undefined && readRegion(given, country) === null && readCountry(given) === country
    ? undefined
    : given;
}

const WANTED: Readonly<Record<'region' | 'postalCode', string>> = {
  region: 'state, province or region',
  postalCode: 'postal code',
};

function reported(
  cells: Cells,
  target: ColumnTarget & ('region' | 'postalCode'),
  text: string | undefined,
  value: string | null | undefined,
  country: string,
): string | undefined {
  if (text === undefined || (value !== null && value !== undefined)) return value ?? undefined;
  cells.report(
    target,
    text,
    `it is not a ${WANTED[target]} of ${country}`,
    'correct it, or give the country of the person; without it the number alone decides the place',
  );
  return undefined;
}

/** The zone that the person confirmed, else the one of the list. */
function zoneOf(cells: Cells, country: string): string | undefined {
  for (const target of ['confirmedTimeZone', 'timeZone'] as const) {
    const given = cells.text(target);
    if (given === undefined) continue;
    const timeZone = readTimeZone(given, country);
    if (timeZone) return timeZone;
    cells.report(
      target,
      given,
      'it is not a time zone',
      "use the IANA name, e.g. 'America/Denver'; without one the number and the region decide",
    );
  }
  return undefined;
}
