/** Syntax of the commands on the audit trail. */
import type { Given } from './command-syntax.js';

/** `outdial audit export`. */
export const AUDIT_EXPORT = {
  name: 'audit export',
  summary: 'decisions as a table, a page on one number, or the records themselves',
  arguments: {},
  shares: ['campaign', 'out'],
  options: {
    format: {
      kind: 'choice',
      value: 'format',
      words: ['csv', 'page', 'records'],
      about: '{words}; page is HTML and needs --number, records is JSON, one a line',
      fallback: 'csv',
    },
    number: { kind: 'text', value: 'number', about: 'only this number' },
    from: {
      kind: 'text',
      value: 'instant',
      about: 'decided at this instant or later: a date, or ISO 8601 with offset',
    },
    to: { kind: 'text', value: 'instant', about: 'decided before this instant' },
  },
} as const;

/** What `outdial audit export` is given. */
export type AuditExportGiven = Given<typeof AUDIT_EXPORT>;

/** `outdial audit verify`. */
export const AUDIT_VERIFY = {
  name: 'audit verify',
  summary: [
    'is every record as it was written? exit code 0: yes, 6: no,',
    'and which is the first that differs',
  ],
  arguments: {},
  shares: ['campaign', 'json'],
  options: {},
} as const;

/** What `outdial audit verify` is given. */
export type AuditVerifyGiven = Given<typeof AUDIT_VERIFY>;

/** `outdial audit replay`. */
export const AUDIT_REPLAY = {
  name: 'audit replay',
  summary: 'evaluate recorded decisions again by the law of today, and show what differs',
  arguments: {
    id: { count: 'maybe', fallback: 'all', about: "a record, an attempt, or 'all'" },
  },
  shares: ['campaign'],
  options: {},
} as const;

/** What `outdial audit replay` is given. */
export type AuditReplayGiven = Given<typeof AUDIT_REPLAY>;
