/** Syntax of the commands on do-not-call lists and the company's own opt-outs. */
import type { Given } from './command-syntax.js';

/** `outdial dnc build`. */
export const DNC_BUILD = {
  name: 'dnc build',
  summary: [
    'make a set file of lists of numbers, as registries and systems deliver them',
    '(text, CSV, XML, change lists; gzip and ZIP too);',
    'a set whose name ends in .gz is compressed',
  ],
  arguments: {
    set: { count: 'one', about: 'set file to write' },
    files: { count: 'many', about: 'lists of numbers' },
  },
  shares: ['country'],
  options: {
    source: {
      kind: 'text',
      value: 'words',
      about: "where the list comes from, for refusals, e.g. 'FTC registry'",
      required: true,
    },
    date: {
      kind: 'text',
      value: 'date',
      about: 'day on which the list was obtained, YYYY-MM-DD',
      required: true,
    },
  },
} as const;

/** What `outdial dnc build` is given. */
export type DncBuildGiven = Given<typeof DNC_BUILD>;

/** `outdial dnc merge`. */
export const DNC_MERGE = {
  name: 'dnc merge',
  summary: 'add and remove numbers; the old set stays until the new one is complete',
  arguments: { set: { count: 'one', about: 'set file' } },
  shares: ['country'],
  options: {
    add: { kind: 'texts', value: 'file', about: 'lists of numbers to add' },
    remove: {
      kind: 'texts',
      value: 'file',
      about: 'lists of numbers to remove; a number in both stays in the set',
    },
    date: { kind: 'text', value: 'date', about: 'day of the changes, YYYY-MM-DD', required: true },
    out: { kind: 'text', value: 'set', about: 'write here instead of replacing the set' },
  },
} as const;

/** What `outdial dnc merge` is given. */
export type DncMergeGiven = Given<typeof DNC_MERGE>;

/** `outdial dnc info`. */
export const DNC_INFO = {
  name: 'dnc info',
  summary: 'show its date, its age and what the law allows, the count and the checksum',
  arguments: { set: { count: 'one', about: 'set file' } },
  shares: ['json'],
  options: {
    at: {
      kind: 'text',
      value: 'instant',
      about: 'age at this instant (ISO 8601 with offset; default: now)',
    },
  },
} as const;

/** What `outdial dnc info` is given. */
export type DncInfoGiven = Given<typeof DNC_INFO>;

/** `outdial dnc check`. */
export const DNC_CHECK = {
  name: 'dnc check',
  summary: 'is the number in the set? exit code 0: no, 6: yes',
  arguments: {
    set: { count: 'one', about: 'set file' },
    number: { count: 'one', about: 'telephone number' },
  },
  shares: ['country'],
  options: {},
} as const;

/** What `outdial dnc check` is given. */
export type DncCheckGiven = Given<typeof DNC_CHECK>;

/** `outdial dnc opt-out`. */
export const DNC_OPT_OUT = {
  name: 'dnc opt-out',
  summary: [
    "put numbers on the company's own list:",
    'in force at once, in every running campaign of the store',
  ],
  arguments: { numbers: { count: 'any', about: 'telephone numbers' } },
  shares: ['campaign'],
  options: {
    file: { kind: 'text', value: 'file', about: 'file of numbers, in any format that dnc build reads' },
    partial: { kind: 'switch', about: 'take the numbers that can be read, even if some lines cannot' },
    source: { kind: 'text', value: 'words', about: 'how the request reached you', fallback: 'command line' },
  },
} as const;

/** What `outdial dnc opt-out` is given. */
export type DncOptOutGiven = Given<typeof DNC_OPT_OUT>;

/** `outdial dnc opt-in`. */
export const DNC_OPT_IN = {
  name: 'dnc opt-in',
  summary: [
    "take a mistaken entry off the company's own list and open the leads that it closed;",
    'the audit trail keeps both',
  ],
  arguments: { number: { count: 'one', about: 'telephone number' } },
  shares: ['campaign'],
  options: {
    why: {
      kind: 'text',
      value: 'words',
      about: 'why the entry was a mistake, for the audit trail',
      required: true,
    },
  },
} as const;

/** What `outdial dnc opt-in` is given. */
export type DncOptInGiven = Given<typeof DNC_OPT_IN>;

/** `outdial dnc export`. */
export const DNC_EXPORT = {
  name: 'dnc export',
  summary: [
    "numbers of the company's own list as CSV, which dnc opt-out --file and dnc build read;",
    'a person on it stands with every number that the store knows',
  ],
  arguments: {},
  shares: ['campaign', 'out'],
  options: {},
} as const;

/** What `outdial dnc export` is given. */
export type DncExportGiven = Given<typeof DNC_EXPORT>;
