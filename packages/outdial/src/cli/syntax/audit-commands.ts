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
    'is every record and every row as it was written? exit code 0: nothing was found, 6: something was,',
    'and which is the first that differs; says what it could not check',
  ],
  arguments: {},
  shares: ['campaign', 'json'],
  options: {
    heads: {
      kind: 'text',
      value: 'file',
      about: "heads kept elsewhere, as 'outdial audit heads' prints them, one line each",
    },
  },
} as const;

/** What `outdial audit verify` is given. */
export type AuditVerifyGiven = Given<typeof AUDIT_VERIFY>;

/** `outdial audit heads`. */
export const AUDIT_HEADS = {
  name: 'audit heads',
  summary: 'where every chain of the audit trail ends, as one line of JSON to keep on another machine',
  arguments: {},
  shares: ['campaign'],
  options: {},
} as const;

/** What `outdial audit heads` is given. */
export type AuditHeadsGiven = Given<typeof AUDIT_HEADS>;

/** `outdial audit baseline`. */
export const AUDIT_BASELINE = {
  name: 'audit baseline',
  summary: [
    'checks the trail, then states all rows as they are now: when the key is introduced or replaced,',
    'or after rows were lawfully erased; it stays on record',
  ],
  arguments: {},
  shares: ['campaign'],
  options: {
    why: {
      kind: 'text',
      earlier: 'reason',
      value: 'words',
      about: 'why, for the audit trail',
      required: true,
    },
  },
} as const;

/** What `outdial audit baseline` is given. */
export type AuditBaselineGiven = Given<typeof AUDIT_BASELINE>;

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

/** `outdial complaint`. */
export const COMPLAINT = {
  name: 'complaint',
  summary: [
    'everything on file about one number, for a regulator or a lawyer: calls, decisions with rules and',
    'citations, consent, facts, requests, recordings; the file is readable by its owner only',
  ],
  arguments: { number: { count: 'one', about: 'telephone number' } },
  shares: ['campaign', 'out'],
  options: {
    format: {
      kind: 'choice',
      value: 'format',
      words: ['page', 'json'],
      about: '{words}; a page is HTML that loads nothing from elsewhere',
      fallback: 'page',
    },
  },
} as const;

/** What `outdial complaint` is given. */
export type ComplaintGiven = Given<typeof COMPLAINT>;
