/** Texts of a filter that no lead of the campaign is likely to have: misspelt, or of another campaign. */
import { isTimeZone } from '@outdial/core';
import type { ExpressionProblem, LeadCondition, LeadFieldName } from '@outdial/store';
import { SUBDIVISION_CODE, isCountryCode } from '../campaign-file/basic-values.js';

/** What a campaign knows of the values of its leads. */
export interface CampaignWords {
  readonly lists: readonly string[];
  /** Codes of its dispositions; empty: they are not known. */
  readonly dispositions: readonly string[];
}

/** What is odd about a value; null: nothing. */
type Doubt = { readonly what: string; readonly allowed: readonly string[] } | null;

const DOUBTS: Readonly<Partial<Record<LeadFieldName, (value: string, words: CampaignWords) => Doubt>>> = {
  lastDisposition: (value, { dispositions }) =>
    dispositions.length === 0 || dispositions.includes(value)
      ? null
      : { what: 'no disposition of the campaign has this code', allowed: dispositions },
  list: (value, { lists }) =>
    lists.includes(value) ? null : { what: 'the campaign dials no list of this id', allowed: lists },
  country: (value) =>
    isCountryCode(value) ? null : { what: 'countries are two capital letters, as in "US"', allowed: [] },
  region: (value) =>
    SUBDIVISION_CODE.test(value)
      ? null
      : { what: 'regions are codes without the country, as in "CA"', allowed: [] },
  zone: (value) =>
    isTimeZone(value) ? null : { what: 'zones are IANA names, as in "America/Denver"', allowed: [] },
};

/** The doubtful texts of a condition, each with its place. The condition can be used all the same. */
export function doubtfulValues(
  { values }: Pick<LeadCondition, 'values'>,
  words: CampaignWords,
): readonly ExpressionProblem[] {
  return values.flatMap(({ field, name, position, length }) => {
    const doubt = DOUBTS[field]?.(name, words) ?? null;
    return doubt === null ? [] : [{ position, length, ...doubt }];
  });
}
