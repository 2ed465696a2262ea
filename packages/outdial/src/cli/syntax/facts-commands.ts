/** Syntax of the commands on facts about persons and numbers. */
import type { Given } from './command-syntax.js';

/** `outdial facts set`. */
export const FACTS_SET = {
  name: 'facts set',
  summary: [
    'set a fact of the law about a person or number (attorney, cease, bankrupt, time-zone ...),',
    'in force at once in every list and running campaign',
  ],
  arguments: {
    who: { count: 'one', about: 'number, lead id, or key:<value of the key column>' },
    fact: { count: 'one', about: 'the fact; its names stand in docs/guides/compliance-officer.md' },
  },
  shares: ['campaign', 'by'],
  options: {
    value: {
      kind: 'text',
      value: 'words',
      about: "hours ('Mon-Fri 09:00-17:00'), purposes, media, answer or time zone, where the fact has one",
    },
    at: {
      kind: 'text',
      value: 'instant',
      about: 'since when: a day of the agency, or ISO 8601 with offset (default: now)',
    },
    source: {
      kind: 'text',
      value: 'words',
      about: "how it reached you, e.g. 'letter'; not a name, not a number",
      required: true,
    },
    all: { kind: 'switch', about: 'of every person who has the number' },
  },
} as const;

/** What `outdial facts set` is given. */
export type FactsSetGiven = Given<typeof FACTS_SET>;

/** `outdial facts list`. */
export const FACTS_LIST = {
  name: 'facts list',
  summary: 'the facts on file of a person or number, with source and date, withdrawn ones too',
  arguments: { who: { count: 'one', about: 'number, lead id, or key:<value of the key column>' } },
  shares: ['campaign', 'json'],
  options: {},
} as const;

/** What `outdial facts list` is given. */
export type FactsListGiven = Given<typeof FACTS_LIST>;

/** `outdial facts remove`. */
export const FACTS_REMOVE = {
  name: 'facts remove',
  summary: [
    'withdraw a fact that was not so, and open the leads that it closed;',
    'it stays on record with the reason',
  ],
  arguments: {
    who: { count: 'one', about: 'number, lead id, or key:<value of the key column>' },
    fact: { count: 'one', about: 'the fact; its names stand in docs/guides/compliance-officer.md' },
  },
  shares: ['campaign', 'by'],
  options: {
    why: { kind: 'text', value: 'words', about: 'why, for the audit trail', required: true },
    all: { kind: 'switch', about: 'of every person who has the number' },
  },
} as const;

/** What `outdial facts remove` is given. */
export type FactsRemoveGiven = Given<typeof FACTS_REMOVE>;

/** `outdial facts export`. */
export const FACTS_EXPORT = {
  name: 'facts export',
  summary: "every fact on file of the campaign's lists as CSV, one a line",
  arguments: {},
  shares: ['campaign', 'out'],
  options: {},
} as const;

/** What `outdial facts export` is given. */
export type FactsExportGiven = Given<typeof FACTS_EXPORT>;

/** `outdial facts import`. */
export const FACTS_IMPORT = {
  name: 'facts import',
  summary: [
    "set the facts of a file with the columns of 'facts export' (number or lead, fact, value, date, source);",
    'where a line cannot be read, none is set',
  ],
  arguments: { file: { count: 'one', about: 'CSV file' } },
  shares: ['campaign', 'by'],
  options: {
    source: { kind: 'text', value: 'words', about: 'how they reached you, if the file does not say' },
  },
} as const;

/** What `outdial facts import` is given. */
export type FactsImportGiven = Given<typeof FACTS_IMPORT>;
