/** The settings of calls that come in. */
import type { Flow } from '../../ivr/index.js';
import type { InboundHours } from './hours.js';

/** What an agent takes: callers, dialed calls, or both. */
export const AGENT_WORK = ['both', 'inbound', 'outbound'] as const;

/** One of {@link AGENT_WORK}. */
export type AgentWork = (typeof AGENT_WORK)[number];

/** The offer of a callback to a caller who waits. */
export interface InboundCallback {
  /** The key that accepts it. */
  readonly key: string;
  /** What tells of it, after the position. */
  readonly offer: readonly string[];
  /** What the caller hears who has accepted. It hangs up. */
  readonly flow: Flow;
}

/** What a caller is told while they wait. */
export interface InboundAnnouncements {
  /** ms between two announcements. */
  readonly everyMs: number;
  /** Media for the caller who is next. */
  readonly next: readonly string[];
  /** Media before the number of the place. */
  readonly before: readonly string[];
  /** Media after the number of the place. */
  readonly after: readonly string[];
}

/** Calls that come in to a campaign. Durations are ms. */
export interface InboundSettings {
  /** E.164 numbers whose calls the campaign takes. */
  readonly numbers: readonly string[];
  /** When callers get an agent, as weekly hours. Null: whenever the campaign runs. */
  readonly hours: InboundHours | null;
  /** What a caller hears outside the hours. */
  readonly closedFlow: Flow;
  /** Callers who wait at once; more are refused as busy. */
  readonly mostWaiting: number;
  /** After this long a caller who waits hears `overflowFlow`. */
  readonly mostWaitMs: number;
  /** What a caller hears who has waited for too long. */
  readonly overflowFlow: Flow;
  /** Null: no announcements. */
  readonly announcements: InboundAnnouncements | null;
  /** Null: none is offered. */
  readonly callback: InboundCallback | null;
  /** Skills that an agent must have for a caller, in addition to the lead's. */
  readonly skills: readonly string[];
  /** What single agents take, by id. What an agent says at their log-in comes first. */
  readonly people?: Readonly<Record<string, AgentWork>>;
  /** What all other agents take. */
  readonly work: AgentWork;
  /** A caller who is answered by an agent within this time is answered in time. */
  readonly serviceLevelMs: number;
}

/** What an agent takes, by their log-in, the campaign's word on them, or its word on all. */
export function workOf(
  inbound: InboundSettings | undefined,
  agentId: string,
  asked: AgentWork | undefined,
): AgentWork {
  const named =
    inbound?.people && Object.hasOwn(inbound.people, agentId) ? inbound.people[agentId] : undefined;
  return asked ?? named ?? inbound?.work ?? 'both';
}
