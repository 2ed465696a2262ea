/** Syntax of the commands on scheduled callbacks. */
import type { Given } from './command-syntax.js';

/** `outdial callbacks list`. */
export const CALLBACKS_LIST = {
  name: 'callbacks list',
  summary: 'callbacks in the order in which they are due',
  arguments: {},
  shares: ['campaign'],
  options: {
    agent: { kind: 'text', value: 'id', about: 'only those reserved for this agent' },
    from: { kind: 'text', value: 'day', about: 'due on this day of the agency or later, or at an instant' },
    to: { kind: 'text', value: 'day', about: 'due up to the end of this day, or before an instant' },
    limit: { kind: 'whole-number', value: 'count', about: 'largest number of rows', fallback: 50 },
  },
} as const;

/** What `outdial callbacks list` is given. */
export type CallbacksListGiven = Given<typeof CALLBACKS_LIST>;

/** `outdial callbacks move`. */
export const CALLBACKS_MOVE = {
  name: 'callbacks move',
  summary: 'move a callback to another instant or agent; the law is asked again when it is dialed',
  arguments: { lead: { count: 'one', about: "lead id, as 'outdial callbacks list' shows it" } },
  shares: ['campaign'],
  options: {
    at: { kind: 'text', value: 'instant', about: 'when to call (ISO 8601 with offset)', required: true },
    agent: { kind: 'text', value: 'id', about: 'who calls (default: as it is)' },
    anybody: { kind: 'switch', about: 'any agent may call' },
  },
} as const;

/** What `outdial callbacks move` is given. */
export type CallbacksMoveGiven = Given<typeof CALLBACKS_MOVE>;

/** `outdial callbacks cancel`. */
export const CALLBACKS_CANCEL = {
  name: 'callbacks cancel',
  summary: 'make a callback an ordinary lead, dialable from the same instant on',
  arguments: { lead: { count: 'one', about: "lead id, as 'outdial callbacks list' shows it" } },
  shares: ['campaign'],
  options: {
    why: { kind: 'text', value: 'words', about: 'why, for the audit trail', required: true },
  },
} as const;

/** What `outdial callbacks cancel` is given. */
export type CallbacksCancelGiven = Given<typeof CALLBACKS_CANCEL>;
