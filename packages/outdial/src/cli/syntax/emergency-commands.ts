/** Syntax of the commands on declared emergencies. */
import type { Given } from './command-syntax.js';

const STATE = { count: 'one', about: 'US state, e.g. LA' } as const;

/** `outdial emergency declare`. */
export const EMERGENCY_DECLARE = {
  name: 'emergency declare',
  summary: [
    'note a declared emergency, during which some states forbid solicitation;',
    'running campaigns read it within doNotCall.reloadSeconds',
  ],
  arguments: { state: STATE },
  shares: ['campaign'],
  options: {
    from: { kind: 'text', value: 'instant', about: 'when it begins (ISO 8601 with offset; default: now)' },
    until: { kind: 'text', value: 'instant', about: 'when it ends, if that is known' },
  },
} as const;

/** What `outdial emergency declare` is given. */
export type EmergencyDeclareGiven = Given<typeof EMERGENCY_DECLARE>;

/** `outdial emergency end`. */
export const EMERGENCY_END = {
  name: 'emergency end',
  summary: [
    'end the emergencies of a state that are in force then;',
    'where none is, take those back that begin later',
  ],
  arguments: { state: STATE },
  shares: ['campaign'],
  options: {
    at: { kind: 'text', value: 'instant', about: 'when they end (ISO 8601 with offset; default: now)' },
  },
} as const;

/** What `outdial emergency end` is given. */
export type EmergencyEndGiven = Given<typeof EMERGENCY_END>;

/** `outdial emergency list`. */
export const EMERGENCY_LIST = {
  name: 'emergency list',
  summary: 'the declared emergencies of the campaign file and of the commands',
  arguments: {},
  shares: ['campaign', 'json'],
  options: {},
} as const;

/** What `outdial emergency list` is given. */
export type EmergencyListGiven = Given<typeof EMERGENCY_LIST>;
