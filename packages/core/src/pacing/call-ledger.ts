/** The calls as the pacer knows them from facts, with counts by stage. */
import type { EndedOutcome } from './contract.js';

/** Where a call is. 'resolved' ones are kept a while so that late and duplicate facts find them. */
export type LedgerStage = 'ringing' | 'answered' | 'connected' | 'resolved';

/** What the ledger knows of one call. */
export interface CallRecord {
  readonly id: string;
  stage: LedgerStage;
  /** When it was dialed; undefined when its `dialed` was not seen (yet). */
  dialedAt: number | undefined;
  /** The campaign's own answer probability, if it gave one. */
  answerProbability: number | undefined;
  answeredAt: number | undefined;
  deadlineAt: number | undefined;
  endedAt: number | undefined;
  outcome: EndedOutcome | undefined;
  /** Whether the abandonment of this call was counted. */
  abandoned: boolean;
  /** A line is in use by this call. */
  holdsLine: boolean;
}

/**
 * What a listener is told of calls; every method is called at most once for a call, except that an answer
 * may follow `ended`.
 */
export interface CallListener {
  /** A call began to ring. */
  began(call: CallRecord): void;
  /**
   * A live answer. `wasRinging` is false when the call had not been dialed, or had been ended, as far as
   * the facts have shown.
   */
  answered(call: CallRecord, at: number, wasRinging: boolean): void;
  /** A ringing call ended without an answer. */
  failed(call: CallRecord, at: number): void;
  /** A live answer was abandoned, or taken by an agent, or its called party hung up. */
  settled(call: CallRecord, abandoned: boolean): void;
}

/** Resolved calls remembered, so that a late `dialed` does not open a call that has ended. */
const REMEMBERED = 8_192;
/** Most calls in flight that are kept; beyond it the oldest is dropped. */
const MAX_IN_FLIGHT = 500_000;
/**
 * The line of an abandoned call counts as free after this long, whatever facts were lost: its message and
 * hang-up take less.
 */
const ABANDONED_LINE_MOST_MS = 60_000;
/** An answered call is no longer waiting this long after its deadline, whatever facts were lost. */
const LOST_AFTER_DEADLINE_MS = 5_000;

/**
 * Calls in flight and those just resolved, with counts kept up to date; robust to late, duplicate and unknown
 * facts.
 */
export class CallLedger {
  readonly calls: Map<string, CallRecord> = new Map();
  /** Dialed, neither answered nor ended. */
  ringing = 0;
  /** Answered, and neither with an agent nor abandoned nor hung up. */
  waiting = 0;
  linesInUse = 0;
  /** Whether outcome 'hung-up' has been seen: only then are lines of answered calls freed by it. */
  reportsHangUps = false;
  readonly #waitingCalls = new Set<CallRecord>();
  /** Abandoned calls whose line is in use until their hang-up is reported. */
  readonly #abandonedOnLine = new Set<CallRecord>();
  #resolved = new Map<string, CallRecord>();
  #resolvedBefore = new Map<string, CallRecord>();
  readonly #listener: CallListener;

  constructor(listener: CallListener) {
    this.#listener = listener;
  }

  /** Dialed and not yet with an agent. */
  get inFlight(): number {
    return this.ringing + this.waiting;
  }

  find(callId: string): CallRecord | undefined {
    return this.calls.get(callId) ?? this.#resolved.get(callId) ?? this.#resolvedBefore.get(callId);
  }

  dialed(callId: string, at: number, answerProbability: number | undefined): void {
    const known = this.find(callId);
    if (known !== undefined) {
      known.dialedAt ??= at;
      return;
    }
    const call = this.#open(callId);
    call.dialedAt = at;
    call.answerProbability = probabilityOf(answerProbability);
    call.stage = 'ringing';
    this.ringing += 1;
    this.#holdLine(call);
    this.#listener.began(call);
  }

  answered(callId: string, at: number, deadlineAt: number): void {
    const call = this.find(callId) ?? this.#open(callId);
    if (call.answeredAt !== undefined) return;
    const wasRinging = call.stage === 'ringing';
    if (wasRinging) this.ringing -= 1;
    if (call.stage === 'resolved' && !this.calls.has(callId)) this.#reopen(call);
    call.answeredAt = at;
    call.deadlineAt = deadlineAt;
    call.stage = 'answered';
    this.waiting += 1;
    this.#waitingCalls.add(call);
    this.#holdLine(call);
    this.#listener.answered(call, at, wasRinging);
  }

  connected(callId: string, at: number, deadlineAt: number): void {
    const call = this.#answeredCall(callId, at, deadlineAt);
    if (call === undefined || call.stage === 'connected') return;
    this.#stopWaiting(call);
    call.stage = 'connected';
    this.#listener.settled(call, false);
  }

  abandoned(callId: string, at: number): void {
    const call = this.#answeredCall(callId, at, at);
    if (call === undefined || call.stage === 'connected') return;
    this.#stopWaiting(call);
    call.abandoned = true;
    this.#listener.settled(call, true);
    if (this.reportsHangUps) this.#keepLine(call, at);
    else this.#resolve(call, at);
  }

  ended(callId: string, outcome: EndedOutcome, at: number): void {
    const call = this.find(callId) ?? this.#open(callId);
    if (outcome === 'hung-up') this.reportsHangUps = true;
    if (call.endedAt !== undefined) {
      if (this.#abandonedOnLine.has(call)) this.#resolve(call, at);
      return;
    }
    // A cancel that crosses an answer is an answer: its agent, its deadline or its hang-up resolves it.
    if (outcome === 'cancelled' && call.stage === 'answered') return;
    const wasRinging = call.stage === 'ringing';
    if (wasRinging) this.ringing -= 1;
    if (call.stage === 'answered') {
      this.#stopWaiting(call);
      this.#listener.settled(call, false);
    }
    call.endedAt = at;
    call.outcome = outcome;
    if (wasRinging) this.#listener.failed(call, at);
    this.#resolve(call, at);
  }

  /** The agent's conversation is over: its line is free, whether or not that was reported. */
  releaseLine(callId: string, at: number): void {
    const call = this.calls.get(callId);
    if (call !== undefined && call.stage === 'connected') this.#resolve(call, at);
  }

  /**
   * Drops answered calls whose end was never reported, `holdFor` ms after the deadline (agentless calls last
   * longer).
   */
  expire(now: number, holdFor: number): void {
    for (const call of this.#abandonedOnLine) {
      if (now <= (call.endedAt ?? now) + ABANDONED_LINE_MOST_MS) break;
      this.#resolve(call, now);
    }
    for (const call of this.#waitingCalls) {
      if (now <= (call.deadlineAt ?? call.answeredAt ?? now) + LOST_AFTER_DEADLINE_MS + holdFor) break;
      this.#stopWaiting(call);
      this.#resolve(call, now);
    }
  }

  /** Ringing calls in the order they were opened. */
  *ringingCalls(): Generator<CallRecord> {
    for (const call of this.calls.values()) if (call.stage === 'ringing') yield call;
  }

  /** Puts a call of a snapshot back, without telling the listener. */
  restore(call: CallRecord): void {
    this.calls.set(call.id, call);
    if (call.holdsLine) this.linesInUse += 1;
    if (call.stage === 'ringing') this.ringing += 1;
    if (call.stage === 'resolved' && call.holdsLine) this.#abandonedOnLine.add(call);
    if (call.stage !== 'answered') return;
    this.waiting += 1;
    this.#waitingCalls.add(call);
  }

  #open(callId: string): CallRecord {
    if (this.calls.size >= MAX_IN_FLIGHT) this.#dropOldest();
    const call: CallRecord = {
      id: callId,
      stage: 'resolved',
      dialedAt: undefined,
      answerProbability: undefined,
      answeredAt: undefined,
      deadlineAt: undefined,
      endedAt: undefined,
      outcome: undefined,
      abandoned: false,
      holdsLine: false,
    };
    this.calls.set(callId, call);
    return call;
  }

  /** A call that was ended or cancelled, and is answered after all. */
  #reopen(call: CallRecord): void {
    this.#resolved.delete(call.id);
    this.#resolvedBefore.delete(call.id);
    call.endedAt = undefined;
    this.calls.set(call.id, call);
  }

  /**
   * The call as answered; its `answered` fact may have been lost. Undefined when the call has been resolved
   * as a live answer before.
   */
  #answeredCall(callId: string, at: number, deadlineAt: number): CallRecord | undefined {
    const call = this.find(callId);
    if (call === undefined || call.answeredAt === undefined) {
      this.answered(callId, at, deadlineAt);
      return this.calls.get(callId);
    }
    return call.stage === 'resolved' ? undefined : call;
  }

  #keepLine(call: CallRecord, at: number): void {
    call.stage = 'resolved';
    call.endedAt = at;
    this.#abandonedOnLine.add(call);
  }

  #stopWaiting(call: CallRecord): void {
    if (this.#waitingCalls.delete(call)) this.waiting -= 1;
  }

  #resolve(call: CallRecord, at: number): void {
    call.stage = 'resolved';
    call.endedAt ??= at;
    if (call.holdsLine) this.linesInUse -= 1;
    call.holdsLine = false;
    this.calls.delete(call.id);
    this.#abandonedOnLine.delete(call);
    if (this.#resolved.size >= REMEMBERED) {
      this.#resolvedBefore = this.#resolved;
      this.#resolved = new Map();
    }
    this.#resolved.set(call.id, call);
  }

  #holdLine(call: CallRecord): void {
    if (call.holdsLine) return;
    call.holdsLine = true;
    this.linesInUse += 1;
  }

  #dropOldest(): void {
    const oldest = this.calls.values().next().value;
    if (oldest === undefined) return;
    if (oldest.stage === 'ringing') {
      this.ringing -= 1;
      this.#listener.failed({ ...oldest, outcome: 'cancelled' }, oldest.dialedAt ?? 0);
    }
    this.#stopWaiting(oldest);
    this.#resolve(oldest, oldest.dialedAt ?? 0);
  }
}

function probabilityOf(value: number | undefined): number | undefined {
  return value !== undefined && value >= 0 && value <= 1 ? value : undefined;
}
