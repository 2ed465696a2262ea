/** Syntax of the commands of a compliance officer: reassigned numbers, the consent ledger. */
import type { Given } from './command-syntax.js';

/** `outdial reassigned query`. */
export const REASSIGNED_QUERY = {
  name: 'reassigned query',
  summary: [
    'write the file to ask a reassigned-numbers database with: open numbers that have consent,',
    'with the day of the last',
  ],
  arguments: {},
  shares: ['campaign', 'out'],
  options: {},
} as const;

/** What `outdial reassigned query` is given. */
export type ReassignedQueryGiven = Given<typeof REASSIGNED_QUERY>;

/** `outdial reassigned import`. */
export const REASSIGNED_IMPORT = {
  name: 'reassigned import',
  summary: [
    'take the answers of a reassigned-numbers database (columns number and answer: yes, no, no data);',
    'hash, day and counts of the file stand in the audit trail',
  ],
  arguments: { file: { count: 'one', about: 'CSV file of answers' } },
  shares: ['campaign', 'by'],
  options: {
    queried: { kind: 'text', value: 'date', about: 'day on which the database was asked', required: true },
    certificate: { kind: 'text', value: 'file', about: 'certificate of the query: its hash is kept' },
  },
} as const;

/** What `outdial reassigned import` is given. */
export type ReassignedImportGiven = Given<typeof REASSIGNED_IMPORT>;

/** `outdial consents show`. */
export const CONSENTS_SHOW = {
  name: 'consents show',
  summary: 'consent and revocations on file of a person or number, with evidence and expiry',
  arguments: { who: { count: 'one', about: 'number, lead id, or key:<value of the key column>' } },
  shares: ['campaign', 'json'],
  options: {},
} as const;

/** What `outdial consents show` is given. */
export type ConsentsShowGiven = Given<typeof CONSENTS_SHOW>;

/** `outdial consents export`. */
export const CONSENTS_EXPORT = {
  name: 'consents export',
  summary: "the consent ledger of the campaign's lists as CSV, one grant or revocation a line",
  arguments: {},
  shares: ['campaign', 'out'],
  options: {},
} as const;

/** What `outdial consents export` is given. */
export type ConsentsExportGiven = Given<typeof CONSENTS_EXPORT>;

/** `outdial consents import`. */
export const CONSENTS_IMPORT = {
  name: 'consents import',
  summary: [
    "record the grants and revocations of a file with the columns of 'consents export';",
    'where a line cannot be read, none is recorded',
  ],
  arguments: { file: { count: 'one', about: 'CSV file' } },
  shares: ['campaign', 'by'],
  options: {
    source: { kind: 'text', value: 'words', about: 'how they reached you, if the file does not say' },
    expires: {
      kind: 'number',
      value: 'years',
      about: 'how long a consent without a date of expiry is valid, e.g. 2 for Spain',
    },
  },
} as const;

/** What `outdial consents import` is given. */
export type ConsentsImportGiven = Given<typeof CONSENTS_IMPORT>;
