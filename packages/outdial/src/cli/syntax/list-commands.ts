/** Syntax of the commands on campaign files and lead lists. */
import { DIAL_MODES } from '@outdial/core';
import { DATE_ORDER_WORDS, NUMBER_STYLES } from '@outdial/lists';
import { LEAD_STATES } from '@outdial/store';
import { STARTING_PURPOSES } from '../starting-files/by-purpose.js';
import type { Given } from './command-syntax.js';

/** `outdial init`. */
export const INIT = {
  name: 'init',
  summary: [
    'write a campaign file and a short list to start from:',
    'in a folder, or under the name of a .yaml file',
  ],
  arguments: { where: { count: 'maybe', fallback: '.', about: 'folder, or name of the campaign file' } },
  shares: [],
  options: {
    purpose: {
      kind: 'choice',
      value: 'purpose',
      words: STARTING_PURPOSES,
      about: 'what the calls are for: {words}',
      fallback: 'telemarketing',
    },
    mode: {
      kind: 'choice',
      value: 'mode',
      words: DIAL_MODES,
      about: 'how it dials: {words}',
      fallback: 'predictive',
    },
    force: { kind: 'switch', about: 'overwrite files that exist' },
  },
} as const;

/** What `outdial init` is given. */
export type InitGiven = Given<typeof INIT>;

/** `outdial import`. */
export const IMPORT = {
  name: 'import',
  summary: 'read a list into the store; without a file, every list of the campaign that names one',
  arguments: { file: { count: 'maybe', about: 'CSV, workbook (.xlsx) or JSON, also as .gz or .zip' } },
  shares: ['campaign'],
  options: {
    list: { kind: 'text', value: 'id', about: 'list to import into (default: the first)' },
    doNotCall: {
      kind: 'text',
      value: 'file',
      about: 'numbers that must never be called; unless all of it can be read, no lead is imported',
    },
    doNotCallPartial: {
      kind: 'switch',
      about: 'import even if lines of the do-not-call file cannot be read',
    },
    dryRun: { kind: 'switch', about: 'read everything and write only the rejected rows' },
    map: {
      kind: 'texts',
      value: 'header=target',
      about: 'what columns hold, by header or position, e.g. --map "Contact No=phone" 3=region',
    },
    noHeader: { kind: 'switch', about: 'the file has no header line; map columns by position' },
    skipLines: { kind: 'whole-number', value: 'count', about: 'lines before the header (default: detected)' },
    sheet: { kind: 'text', value: 'name', about: 'sheet of a workbook (default: the first)' },
    encoding: { kind: 'text', value: 'name', about: 'encoding of the file (default: detected)' },
    undo: { kind: 'text', value: 'import', about: 'undo an import, if none of its leads was called' },
    numbers: {
      kind: 'choice',
      value: 'style',
      words: NUMBER_STYLES,
      about: 'how numbers without a plus sign are written: {words} (default: as the campaign file says)',
    },
    dates: {
      kind: 'choice',
      value: 'order',
      words: DATE_ORDER_WORDS,
      about: 'the order of dates such as 03/04/2026: {words} (default: as the campaign file says)',
    },
  },
} as const;

/** What `outdial import` is given. */
export type ImportGiven = Given<typeof IMPORT>;

/** `outdial leads list`. */
export const LEADS_LIST = {
  name: 'leads list',
  summary: 'leads as a table',
  arguments: {},
  shares: ['campaign'],
  options: {
    state: {
      kind: 'choice',
      value: 'state',
      words: LEAD_STATES,
      about: 'only leads in this state: {words}',
    },
    limit: { kind: 'whole-number', value: 'count', about: 'largest number of rows', fallback: 50 },
  },
} as const;

/** What `outdial leads list` is given. */
export type LeadsListGiven = Given<typeof LEADS_LIST>;

/** `outdial leads count`. */
export const LEADS_COUNT = {
  name: 'leads count',
  summary: 'how many leads an expression takes, by list; without one, the filter of the campaign file',
  arguments: {},
  shares: ['campaign'],
  options: {
    filter: {
      kind: 'text',
      value: 'expression',
      about: 'e.g. \'state in ["CA", "NV"] and balance > 500\' (default: leads.filter of the file)',
    },
    list: { kind: 'text', value: 'id', about: 'only leads of this list' },
    recount: {
      kind: 'switch',
      about: 'read every lead first, and set right the counts that the store keeps',
    },
  },
} as const;

/** What `outdial leads count` is given. */
export type LeadsCountGiven = Given<typeof LEADS_COUNT>;

/** `outdial leads close`. */
export const LEADS_CLOSE = {
  name: 'leads close',
  summary: 'close leads (recalled, paid); a running campaign hangs up within a second',
  arguments: {},
  shares: ['campaign'],
  options: {
    file: {
      kind: 'text',
      value: 'file',
      about: 'accounts, lead ids or numbers, one a line or as columns',
      required: true,
    },
    why: {
      kind: 'text',
      earlier: 'reason',
      value: 'words',
      about: 'why, for reports',
      fallback: 'withdrawn',
    },
  },
} as const;

/** What `outdial leads close` is given. */
export type LeadsCloseGiven = Given<typeof LEADS_CLOSE>;

/** `outdial leads reopen`. */
export const LEADS_REOPEN = {
  name: 'leads reopen',
  summary: [
    'open closed leads again (closed by mistake): dialable at once;',
    'who asked not to be called stays closed',
  ],
  arguments: {},
  shares: ['campaign'],
  options: {
    file: {
      kind: 'text',
      value: 'file',
      about: 'accounts, lead ids or numbers, one a line',
      required: true,
    },
    why: { kind: 'text', earlier: 'reason', value: 'words', about: 'why, for reports', fallback: 'reopened' },
  },
} as const;

/** What `outdial leads reopen` is given. */
export type LeadsReopenGiven = Given<typeof LEADS_REOPEN>;

/** `outdial leads recycle`. */
export const LEADS_RECYCLE = {
  name: 'leads recycle',
  summary: 'open closed leads again by how they ended: counts them, and changes nothing without --yes',
  arguments: {},
  shares: ['campaign'],
  options: {
    disposition: {
      kind: 'texts',
      value: 'code',
      about: 'how the last call ended, or why the lead was closed: disposition, outcome or reason',
    },
    olderThan: {
      kind: 'number',
      value: 'days',
      about: 'only leads whose last call is at least this long ago',
    },
    rounds: {
      kind: 'whole-number',
      value: 'count',
      about: 'only leads that were recycled less often than this',
    },
    rules: {
      kind: 'switch',
      about: 'by the rules of the campaign file (leads.recycle), without the options above',
    },
    list: { kind: 'text', value: 'id', about: 'only leads of this list' },
    why: { kind: 'text', earlier: 'reason', value: 'words', about: 'why, for reports', fallback: 'recycled' },
    yes: { kind: 'switch', about: 'open them' },
  },
} as const;

/** What `outdial leads recycle` is given. */
export type LeadsRecycleGiven = Given<typeof LEADS_RECYCLE>;

/** `outdial leads export`. */
export const LEADS_EXPORT = {
  name: 'leads export',
  summary: 'all leads with their outcome as CSV',
  arguments: {},
  shares: ['campaign', 'out'],
  options: {},
} as const;

/** What `outdial leads export` is given. */
export type LeadsExportGiven = Given<typeof LEADS_EXPORT>;
