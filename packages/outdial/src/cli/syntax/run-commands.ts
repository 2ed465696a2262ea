/** Syntax of the commands that dial, and of the kill switch. */
import type { Given } from './command-syntax.js';

/** `outdial run`. */
export const RUN = {
  name: 'run',
  summary: 'dial the campaign; Ctrl-C drains it, a second Ctrl-C stops it at once',
  arguments: {},
  shares: ['campaign'],
  options: {
    untilDry: { kind: 'switch', about: 'drain when no lead is dialable any more' },
    for: { kind: 'number', value: 'minutes', about: 'drain after this many minutes' },
    takeOver: {
      kind: 'switch',
      about: 'take the campaign from a process that runs it, which then halts',
    },
    pace: {
      kind: 'number',
      value: 'factor',
      about: 'with simulated telephony: this many times faster than real time',
      fallback: 1,
    },
  },
} as const;

/** What `outdial run` is given. */
export type RunGiven = Given<typeof RUN>;

/** `outdial simulate`. */
export const SIMULATE = {
  name: 'simulate',
  summary: "dial the lists' files in virtual time, on a simulated carrier and in a store of its own",
  arguments: {},
  shares: ['campaign'],
  options: {
    seed: { kind: 'whole-number', value: 'number', about: 'seed of the random numbers' },
    minutes: { kind: 'number', value: 'count', about: 'virtual minutes' },
    html: { kind: 'text', value: 'file', about: 'also write the report as a page with plots' },
  },
} as const;

/** What `outdial simulate` is given. */
export type SimulateGiven = Given<typeof SIMULATE>;

/** `outdial demo`. */
export const DEMO = {
  name: 'demo',
  summary: 'the demonstration: imports a messy list, dials it predictively in virtual time, and reports',
  arguments: {},
  shares: [],
  options: {
    folder: {
      kind: 'text',
      value: 'folder',
      about: 'folder of the demonstration (default: examples/demo of the repository)',
    },
    keep: {
      kind: 'text',
      value: 'folder',
      about: 'keep database, log and report here (default: .outdial/demo)',
    },
  },
} as const;

/** What `outdial demo` is given. */
export type DemoGiven = Given<typeof DEMO>;

/** `outdial serve`. */
export const SERVE = {
  name: 'serve',
  summary: [
    'a floor with its console for browsers: agents, supervisors, lists; an empty folder becomes a',
    'demonstration; Ctrl-C drains it, a second Ctrl-C stops it at once',
  ],
  arguments: {
    folder: { count: 'maybe', about: 'folder of the server, with its outdial.yaml', fallback: '.' },
  },
  shares: [],
  options: {
    host: { kind: 'text', value: 'address', about: 'listen here instead of http.host of outdial.yaml' },
    port: {
      kind: 'whole-number',
      orZero: true,
      value: 'number',
      about: 'listen here instead of http.port of outdial.yaml; 0: any free port',
    },
  },
} as const;

/** What `outdial serve` is given. */
export type ServeGiven = Given<typeof SERVE>;

/** `outdial stop`. */
export const STOP = {
  name: 'stop',
  summary: ['kill switch: halts every campaign on this store within a second,', 'and lets no other dial'],
  arguments: {},
  shares: ['campaign'],
  options: {
    why: {
      kind: 'text',
      earlier: 'reason',
      value: 'words',
      about: 'why, for the audit trail',
      fallback: 'ordered on the command line',
    },
    release: { kind: 'switch', about: 'turn the kill switch off' },
  },
} as const;

/** What `outdial stop` is given. */
export type StopGiven = Given<typeof STOP>;
