/** Syntax of the commands on retention, erasure and legal holds. */
import type { Given } from './command-syntax.js';

/** `outdial retention plan`. */
export const RETENTION_PLAN = {
  name: 'retention plan',
  summary: [
    'which records the law asks to keep and for how long, and what is older and would be erased;',
    'changes nothing',
  ],
  arguments: {},
  shares: ['campaign', 'json'],
  options: {
    years: {
      kind: 'number',
      value: 'years',
      about: 'a longer period of your own, or a period where the law sets none',
    },
  },
} as const;

/** What `outdial retention plan` is given. */
export type RetentionPlanGiven = Given<typeof RETENTION_PLAN>;

/** `outdial retention apply`. */
export const RETENTION_APPLY = {
  name: 'retention apply',
  summary: [
    'erase persons of whom everything is older than the period: leads, facts, consent,',
    'and what names them in calls; do-not-call entries, figures and the audit trail stay',
  ],
  arguments: {},
  shares: ['campaign', 'by'],
  options: {
    years: {
      kind: 'number',
      value: 'years',
      about: 'a longer period of your own, or a period where the law sets none',
    },
    yes: { kind: 'switch', about: 'erase them; without it, it says what would be erased' },
  },
} as const;

/** What `outdial retention apply` is given. */
export type RetentionApplyGiven = Given<typeof RETENTION_APPLY>;

/** `outdial retention archive`. */
export const RETENTION_ARCHIVE = {
  name: 'retention archive',
  summary: [
    'move calls, decisions and entries of the audit trail from before a day to tables of their own, while',
    'campaigns run: what is dialed from stays small; nothing is erased, and everything can still be read',
  ],
  arguments: {},
  shares: ['campaign', 'by'],
  options: {
    before: {
      kind: 'text',
      value: 'day',
      about: 'the first day that stays (YYYY-MM-DD), at least 400 days ago',
      required: true,
    },
    yes: { kind: 'switch', about: 'move them; without it, it says how many calls would go' },
  },
} as const;

/** What `outdial retention archive` is given. */
export type RetentionArchiveGiven = Given<typeof RETENTION_ARCHIVE>;

/** `outdial retention erase`. */
export const RETENTION_ERASE = {
  name: 'retention erase',
  summary: [
    'erase one person at their request; calls and consent that the law asks to keep stay until their period',
    'ends, which it says',
  ],
  arguments: { who: { count: 'one', about: 'number, lead id, or key:<value of the key column>' } },
  shares: ['campaign', 'by'],
  options: {
    why: {
      kind: 'text',
      earlier: 'reason',
      value: 'words',
      about: 'why, for the audit trail',
      required: true,
    },
    years: {
      kind: 'number',
      value: 'years',
      about: 'a longer period of your own, or a period where the law sets none',
    },
    yes: { kind: 'switch', about: 'erase; without it, it says what would be erased' },
  },
} as const;

/** What `outdial retention erase` is given. */
export type RetentionEraseGiven = Given<typeof RETENTION_ERASE>;

/** `outdial retention recordings`. */
export const RETENTION_RECORDINGS = {
  name: 'retention recordings',
  summary: [
    'remove the files of recordings that are older than the period of the campaign (conversations.recording',
    '.keepDays), or of the law where that is longer; those of a person under a legal hold stay',
  ],
  arguments: {},
  shares: ['campaign', 'by'],
  options: {
    days: { kind: 'number', value: 'days', about: "instead of the campaign's own period" },
    yes: { kind: 'switch', about: 'remove them; without it, it says how many would go' },
  },
} as const;

/** What `outdial retention recordings` is given. */
export type RetentionRecordingsGiven = Given<typeof RETENTION_RECORDINGS>;

/** `outdial retention hold`. */
export const RETENTION_HOLD = {
  name: 'retention hold',
  summary: 'set a legal hold: a person, number, campaign, or everything is not erased until it is released',
  arguments: {
    who: { count: 'one', about: "number, lead id, key:<value>, campaign:<id>, or 'all'" },
  },
  shares: ['campaign', 'by'],
  options: {
    why: { kind: 'text', earlier: 'reason', value: 'words', about: 'the proceeding', required: true },
  },
} as const;

/** What `outdial retention hold` is given. */
export type RetentionHoldGiven = Given<typeof RETENTION_HOLD>;

/** `outdial retention holds`. */
export const RETENTION_HOLDS = {
  name: 'retention holds',
  summary: 'the legal holds, released ones too',
  arguments: {},
  shares: ['campaign', 'json'],
  options: {},
} as const;

/** What `outdial retention holds` is given. */
export type RetentionHoldsGiven = Given<typeof RETENTION_HOLDS>;

/** `outdial retention release`. */
export const RETENTION_RELEASE = {
  name: 'retention release',
  summary: 'release a legal hold',
  arguments: { id: { count: 'one', about: "its id, as 'outdial retention holds' shows it" } },
  shares: ['campaign', 'by'],
  options: { why: { kind: 'text', value: 'words', about: 'why, for the audit trail', required: true } },
} as const;

/** What `outdial retention release` is given. */
export type RetentionReleaseGiven = Given<typeof RETENTION_RELEASE>;
