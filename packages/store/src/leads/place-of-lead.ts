/** The place that a new lead is called at. */
import { LIMITS, defined } from '@outdial/core';
import type { NewLead } from '@outdial/lists';
import { placeKey } from './places.js';

/** Key of the place a lead is called at: what its list says, else what its number says. */
export function placeOfLead(lead: NewLead): string {
  const { country, region, timeZone } = lead.facts ?? {};
  const first = lead.phones[0]?.phone ?? '';
  const place = defined({
    country: textOf(country) ?? '',
    region: textOf(region),
    timeZone: textOf(timeZone),
    areaCode: first.startsWith('+1') ? first.slice(2, 5) : undefined,
  });
  return placeKey(place).slice(0, PLACE_MOST);
}

/** Longest key of a place kept. */
const PLACE_MOST = LIMITS.storedId.max;

/** Facts may come from a program in another language: what is not text names no place. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
