/** The dial modes, and the voices that a call may play. */
import { PROMPT_VOICES } from '../ivr/index.js';
import { PACING_MODES } from '../pacing/index.js';

/** Every dial mode, ordered by how far a call is placed ahead of an agent. */
export const DIAL_MODES: typeof PACING_MODES = PACING_MODES;

/** How a campaign dials: one of {@link DIAL_MODES}. 'manual': an agent asks for each call. */
export type DialMode = (typeof DIAL_MODES)[number];

/**
 * How a call came about: dialed to a person in one of the modes, it came in, or dialed to a third party for a
 * conversation.
 */
export type CallMode = DialMode | 'inbound' | 'third-party';

/** Calls that are not dialed to a lead of a list: no figure of outbound calling counts them. */
export const MODES_BESIDE_LISTS: readonly Exclude<CallMode, DialMode>[] = ['inbound', 'third-party'];

/** Whether a call is dialed to a lead of a list. */
export function isOfList(mode: string): mode is DialMode {
  return !MODES_BESIDE_LISTS.some((beside) => beside === mode);
}

/** Whether a call in this mode is placed before its agent is chosen. */
export function mayOverdial(mode: CallMode): boolean {
  return mode === 'predictive' || mode === 'power';
}

/** Every voice that a call may play: a person, and the voices of prompts. */
export const CALL_VOICES: readonly ['live', ...typeof PROMPT_VOICES] = ['live', ...PROMPT_VOICES];

/** What the called party hears: one of {@link CALL_VOICES}. */
export type CallVoice = (typeof CALL_VOICES)[number];
