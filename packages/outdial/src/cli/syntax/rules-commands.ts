/** Syntax of the commands that show the law: what is in force, what changed, what must be read again. */
import type { Given } from './command-syntax.js';

/** `outdial rules`. */
export const RULES = {
  name: 'rules',
  summary: [
    'the law in force: every rule with citation, value, dates and how well it is verified;',
    'with --campaign the rules that will judge that campaign',
  ],
  arguments: {},
  shares: ['json'],
  options: {
    at: {
      kind: 'text',
      value: 'instant',
      about: 'in force at this instant: a date, or ISO 8601 with offset (default: now)',
    },
    jurisdiction: {
      kind: 'text',
      value: 'code',
      about: 'only these: US, US-FL, fl, Florida, CA (Canada), US-CA, uk, policy',
    },
    campaign: {
      kind: 'text',
      short: 'c',
      value: 'file',
      about: 'only rules that reach the calls of this campaign, with its settings and policies',
    },
  },
} as const;

/** What `outdial rules` is given. */
export type RulesGiven = Given<typeof RULES>;

/** `outdial rules diff`. */
export const RULES_DIFF = {
  name: 'rules diff',
  summary: 'what changed in the law between two versions: place, rule, period, before, now, source',
  arguments: {
    old: { count: 'one', about: "rule-set version (as records name it), or a file of 'rules export'" },
    new: { count: 'maybe', about: "the same; 'now' is the law of this program", fallback: 'now' },
  },
  shares: ['json'],
  options: {
    jurisdiction: { kind: 'text', value: 'code', about: 'only this place: US-FL, fl, uk' },
    sources: { kind: 'switch', about: 'also values whose source changed, or that were compared again' },
  },
} as const;

/** What `outdial rules diff` is given. */
export type RulesDiffGiven = Given<typeof RULES_DIFF>;

/** `outdial rules due`. */
export const RULES_DUE = {
  name: 'rules due',
  summary: [
    'law to read on a day: written down from memory alone, last compared with its source more than',
    'a year before, or of a date on which it was expected to change',
  ],
  arguments: {},
  shares: ['json'],
  options: {
    at: { kind: 'text', value: 'day', about: 'the day, as YYYY-MM-DD', required: true },
    days: {
      kind: 'whole-number',
      value: 'count',
      about: 'days after which the law is to be compared with its source again',
      fallback: 365,
    },
    jurisdiction: { kind: 'text', value: 'code', about: 'only this place: US-FL, fl, uk' },
    campaign: {
      kind: 'text',
      short: 'c',
      value: 'file',
      about: 'only rules that reach the calls of this campaign',
    },
  },
} as const;

/** What `outdial rules due` is given. */
export type RulesDueGiven = Given<typeof RULES_DUE>;

/** `outdial rules export`. */
export const RULES_EXPORT = {
  name: 'rules export',
  summary: "the whole table of law as JSON, with every dated value: to be kept, and for 'rules diff'",
  arguments: {},
  shares: ['out'],
  options: {
    version: {
      kind: 'text',
      value: 'version',
      about: 'an earlier rule-set version',
      fallback: 'now',
    },
  },
} as const;

/** What `outdial rules export` is given. */
export type RulesExportGiven = Given<typeof RULES_EXPORT>;
