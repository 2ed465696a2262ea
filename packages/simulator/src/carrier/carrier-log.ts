/** The carrier's own record of calls, legs and outages: the auditor's first source. */
import type { AttemptId, HangupCause, MachineVerdict } from '@outdial/core';
import type { CallFate } from './carrier-model.js';

/**
 * What the called party heard for a while. 'message': media the engine ordered; 'fallback': the dialplan's
 * own message, nobody being in control; 'music': on hold, or between two agents; 'party': another
 * called party, with no agent.
 */
export interface Hearing {
  readonly what: 'silence' | 'agent' | 'music' | 'message' | 'fallback' | 'party';
  readonly from: number;
  to: number | null;
  readonly agentId?: string;
  /** The call of the other party. */
  readonly partyId?: AttemptId;
  readonly media?: readonly string[];
}

/**
 * One call as the carrier saw it. All instants are true time, epoch ms; the engine's own clock may differ.
 */
export interface CarrierCallRecord {
  readonly attemptId: AttemptId;
  readonly campaignId: string;
  readonly phone: string;
  readonly callerNumber: string;
  readonly detectMachine: boolean;
  /** When the INVITE left us. */
  readonly invitedAt: number;
  readonly fate: CallFate;
  readonly verdict: MachineVerdict;
  ringingAt?: number;
  answeredAt?: number;
  endedAt?: number;
  endedBy?: HangupCause['by'];
  /** When the dialplan's own message began. */
  fallbackAt?: number;
  readonly heard: Hearing[];
  readonly keys: { readonly key: string; readonly at: number }[];
  /** When an agent was ordered onto the call. */
  readonly connectOrders: number[];
  /**
   * When each kind of fact about this call first reached the engine. Faults may keep a fact from it.
   */
  readonly reachedEngineAt: Partial<Record<string, number>>;
  /** When the engine learned that something had been played to its end, or not. */
  readonly playsReportedAt: number[];
}

/** Somebody who called us. All instants are true time, epoch ms. */
export interface CallerRecord {
  readonly inboundId: string;
  readonly callerNumber: string | null;
  readonly calledNumber: string;
  readonly arrivedAt: number;
  /** They heard that they are not taken. */
  refusedAt?: number;
  /** They gave up while it rang. */
  goneAt?: number;
  /** The call once it was admitted. */
  call?: CarrierCallRecord;
}

/** An agent's leg while it was up. A ring that nobody took is a leg of no length. */
export interface AgentLegRecord {
  readonly agentId: string;
  readonly upAt: number;
  downAt: number | null;
}

/** An agent's leg in one conversation: in a room, listening, or on the way there. */
export interface LegUse {
  readonly agentId: string;
  readonly attemptId: AttemptId;
  readonly from: number;
  to: number | null;
}

/** Everything the carrier knows: the auditor's first source. */
export interface CarrierLog {
  /** In the order the INVITEs left. */
  readonly calls: CarrierCallRecord[];
  /** Calls that came in. Admitted ones are not among `calls`. */
  readonly callers: CallerRecord[];
  readonly legs: AgentLegRecord[];
  readonly legUses: LegUse[];
  /** Requests had to be repeated: orders were carried out late. */
  readonly slowOrders: { readonly from: number; readonly to: number }[];
  /** Nobody controlled the calls: the process was dead or its event socket down. */
  readonly outages: { readonly from: number; to: number | null; readonly why: string }[];
}

/** Ends what the called party hears now and starts something else. */
export function hear(
  record: CarrierCallRecord,
  at: number,
  hearing: Omit<Hearing, 'from' | 'to'> | null,
): void {
  const current = record.heard.at(-1);
  if (current && current.to === null) current.to = at;
  if (hearing) record.heard.push({ ...hearing, from: at, to: null });
}
