/** The closed vocabulary of expressions over leads: fields and functions, with what people read of each. */
import { LEAD_REASONS, OUTCOMES } from '@outdial/core';
import { FIRST_ORDER, orderOnceDialed, priorityOf } from '../leads/dial-order.js';
import type { LeadRow } from '../leads/lead-row.js';
import { parseJson } from '../database/json-text.js';

/** What of a lead an expression may read. */
export const EXPRESSION_COLUMNS = [
  'list_id',
  'account',
  'seller',
  'owner_agent_id',
  'reason',
  'attempts',
  'last_outcome',
  'last_disposition',
  'last_attempt_at',
  'answer_probability',
  'dial_order',
  'created_at',
  'facts',
  'fields',
] as const;

/** A lead as an expression reads it. */
export type ExpressionLead = Pick<LeadRow, (typeof EXPRESSION_COLUMNS)[number]>;

/** Where a field of an expression comes from: a column of the lead, its facts, or its age. */
export type FieldSource =
  | { readonly kind: 'text'; readonly column: TextColumn }
  | { readonly kind: 'number'; readonly column: 'attempts' | 'answer_probability' }
  | { readonly kind: 'fact'; readonly fact: 'region' | 'country' | 'timeZone' | 'city' | 'postalCode' }
  | { readonly kind: 'days-since'; readonly column: 'created_at' | 'last_attempt_at' }
  | { readonly kind: 'priority' };

/** Columns of leads that hold text. */
type TextColumn =
  'list_id' | 'account' | 'seller' | 'owner_agent_id' | 'reason' | 'last_outcome' | 'last_disposition';

/** A field of the vocabulary. */
export interface LeadField {
  readonly source: FieldSource;
  /** Other names of the field. */
  readonly also?: readonly string[];
  /** Every text that it can hold; absent: any. */
  readonly words?: readonly string[];
  /** What it is, for documentation and screens. */
  readonly about: string;
}

const OUTCOME_WORDS: readonly string[] = Object.keys(OUTCOMES);

/** Name of a field. */
export type LeadFieldName =
  | 'list'
  | 'region'
  | 'country'
  | 'zone'
  | 'city'
  | 'postalCode'
  | 'account'
  | 'seller'
  | 'owner'
  | 'reason'
  | 'attempts'
  | 'lastOutcome'
  | 'lastDisposition'
  | 'age'
  | 'sinceAttempt'
  | 'priority'
  | 'answerProbability';

/** Every field by its name. What is none of them is a column of the list. */
export const LEAD_FIELDS: Readonly<Record<LeadFieldName, LeadField>> = {
  list: { source: { kind: 'text', column: 'list_id' }, about: 'Id of the list.' },
  region: {
    source: { kind: 'fact', fact: 'region' },
    also: ['state'],
    about: 'State, province or region as the list gives it, ISO 3166-2 without the country: "CA".',
  },
  country: { source: { kind: 'fact', fact: 'country' }, about: 'ISO 3166-1 code: "US".' },
  zone: {
    source: { kind: 'fact', fact: 'timeZone' },
    also: ['timeZone'],
    about: 'Time zone that the list gives: "America/Denver".',
  },
  city: { source: { kind: 'fact', fact: 'city' }, about: 'City as the list gives it.' },
  postalCode: {
    source: { kind: 'fact', fact: 'postalCode' },
    also: ['zip'],
    about: 'Postal code as the list gives it, a text: "94110".',
  },
  account: { source: { kind: 'text', column: 'account' }, about: 'Account of the lead.' },
  seller: { source: { kind: 'text', column: 'seller' }, about: 'Company for which the lead is called.' },
  owner: { source: { kind: 'text', column: 'owner_agent_id' }, about: 'Id of the agent who owns the lead.' },
  reason: {
    source: { kind: 'text', column: 'reason' },
    words: LEAD_REASONS,
    about: 'Why it is dialed now: "fresh", "retry", "callback" or "abandoned".',
  },
  attempts: {
    source: { kind: 'number', column: 'attempts' },
    about: 'Attempts that counted, over the life of the lead.',
  },
  lastOutcome: {
    source: { kind: 'text', column: 'last_outcome' },
    also: ['outcome'],
    words: OUTCOME_WORDS,
    about:
      `Outcome of the last attempt (${OUTCOME_WORDS.slice(0, 4).join(', ')} ...). ` +
      'Not known before the first.',
  },
  lastDisposition: {
    source: { kind: 'text', column: 'last_disposition' },
    also: ['disposition'],
    about: 'Disposition of the last attempt. Not known where there was none.',
  },
  age: {
    source: { kind: 'days-since', column: 'created_at' },
    about: 'Days since the lead came into the store, with fractions.',
  },
  sinceAttempt: {
    source: { kind: 'days-since', column: 'last_attempt_at' },
    about: 'Days since the last attempt, with fractions. Not known before the first.',
  },
  priority: { source: { kind: 'priority' }, about: "The lead's own priority; larger is dialed earlier." },
  answerProbability: {
    source: { kind: 'number', column: 'answer_probability' },
    about: 'Chance (0 to 1) that a person answers, where the list has one.',
  },
};

/** The functions of expressions: how they are written, and what they are. */
export const EXPRESSION_FUNCTIONS = {
  column: {
    form: 'column("Loan amount")',
    about: 'A column of the list by its header. A header that is one word needs no function: `balance`.',
  },
  number: {
    form: 'number(column)',
    about: 'A column read as a number (digits, one point, a minus); not known where it holds anything else.',
  },
  known: { form: 'known(value)', about: 'Whether the lead has the value at all. Always true or false.' },
  orElse: { form: 'orElse(value, other)', about: 'The value, or the other one where it is not known.' },
  contains: { form: 'contains(text, part)', about: 'Whether the part occurs in the text, letter by letter.' },
  startsWith: { form: 'startsWith(text, part)', about: 'Whether the text begins with the part.' },
  abs: { form: 'abs(number)', about: 'The number without its sign.' },
  min: { form: 'min(number, number)', about: 'The least of up to eight numbers.' },
  max: { form: 'max(number, number)', about: 'The greatest of up to eight numbers.' },
} as const;

/** Name of a function. */
export type ExpressionFunction = keyof typeof EXPRESSION_FUNCTIONS;

const BY_NAME: ReadonlyMap<string, LeadFieldName> = new Map(
  (Object.keys(LEAD_FIELDS) as LeadFieldName[]).flatMap((name) => {
    const { also = [] } = LEAD_FIELDS[name];
    return [name, ...also].map((known) => [known, name] as const);
  }),
);

/** The field of this name; null where it is none of the vocabulary. */
export function leadFieldOf(name: string): LeadFieldName | null {
  return BY_NAME.get(name) ?? null;
}

/** Whether a field holds a number. */
export function isNumberField(name: LeadFieldName): boolean {
  const { kind } = LEAD_FIELDS[name].source;
  return kind === 'number' || kind === 'days-since' || kind === 'priority';
}

/** ms in a day. */
export const DAY_MS = 86_400_000;

/** The number of a field; null where it is not known. `at`: epoch ms. */
export function numberOfField(name: LeadFieldName, lead: ExpressionLead, at: number): number | null {
  const { source } = LEAD_FIELDS[name];
  if (source.kind === 'number') return lead[source.column];
  if (source.kind === 'priority') return priorityOf(orderOnceDialed(lead.dial_order));
  if (source.kind !== 'days-since') return null;
  const instant = lead[source.column];
  return instant === null ? null : (at - instant) / DAY_MS;
}

/** The text of a field; null where it is not known. */
export function textOfField(name: LeadFieldName, lead: ExpressionLead): string | null {
  const { source } = LEAD_FIELDS[name];
  if (source.kind === 'text') return lead[source.column];
  if (source.kind !== 'fact') return null;
  const fact = parseJson(lead.facts, {})[source.fact];
  return typeof fact === 'string' ? fact : null;
}

/** The text of a custom column; null where the lead has none. */
export function textOfColumn(column: string, lead: ExpressionLead): string | null {
  const fields = parseJson(lead.fields, {});
  return Object.hasOwn(fields, column) ? (fields[column] ?? null) : null;
}

/** A lead of this order or less was pushed to the front: its own priority stands behind the push. */
export const PUSHED_ORDER: number = FIRST_ORDER;
