/** The called party of a simulated call: what they hear, how long they stay, and the key they press. */
import { defined } from '@outdial/core';
import type { VirtualClock } from '../clock/virtual-clock.js';
import type { CallPlan } from './call-plan.js';
import type { CallTimers } from './call-timers.js';
import { hear, type CarrierCallRecord } from './carrier-log.js';

/** A called party who comes back from music says at least a few words. */
const LAST_WORDS_MS = 2_000;

/** What a called party acts with. */
export interface CalledPartyParts {
  readonly clock: VirtualClock;
  readonly timers: CallTimers;
  readonly record: CarrierCallRecord;
  readonly plan: CallPlan;
  readonly hangUp: () => void;
  readonly press: (key: string) => void;
}

/** A person hangs up once their patience is spent. A machine has none: it hangs up when its tape ends. */
export class CalledParty {
  readonly #parts: CalledPartyParts;
  #heardRecordingSince: number | null = null;
  /** Epoch ms until which they talk. */
  #talkUntil: number | undefined;

  constructor(parts: CalledPartyParts) {
    this.#parts = parts;
  }

  /** They hear an agent. How long they stay counts from the first agent. */
  hearAgent(agentId: string): void {
    const { clock, record, plan } = this.#parts;
    const hearing = record.heard.at(-1);
    if (hearing?.to !== null || hearing.what !== 'agent' || hearing.agentId !== agentId)
      hear(record, clock.now(), { what: 'agent', agentId });
    this.#talkUntil ??= clock.now() + plan.conversationPatience;
    this.#stay(Math.max(LAST_WORDS_MS, this.#talkUntil - clock.now()));
  }

  /** They hear another called party, and no agent. */
  hearParty(partyId: string): void {
    const { clock, record, plan } = this.#parts;
    const hearing = record.heard.at(-1);
    if (hearing?.to !== null || hearing.partyId !== partyId)
      hear(record, clock.now(), { what: 'party', partyId });
    this.#talkUntil ??= clock.now() + plan.conversationPatience;
    this.#stay(Math.max(LAST_WORDS_MS, this.#talkUntil - clock.now()));
  }

  hearMusic(): void {
    const { clock, record, plan } = this.#parts;
    const hearing = record.heard.at(-1);
    if (hearing?.to === null && hearing.what === 'music') return;
    hear(record, clock.now(), { what: 'music' });
    this.#stay(plan.musicPatience);
  }

  hearSilence(): void {
    const { clock, record, plan } = this.#parts;
    hear(record, clock.now(), { what: 'silence' });
    this.#stay(plan.silencePatience);
  }

  /** They hear our message or that of the dialplan; their patience counts from the first recording. */
  hearRecording(what: 'message' | 'fallback', media?: readonly string[]): void {
    const { clock, timers, record, plan, press } = this.#parts;
    const now = clock.now();
    hear(record, now, { what, ...defined({ media }) });
    if (plan.fate !== 'human') return;
    this.#heardRecordingSince ??= now;
    this.#stay(this.#heardRecordingSince + plan.recordingPatience - now);
    const { key } = plan;
    if (key === null || record.keys.length > 0) return;
    timers.book('key', plan.keyDelay, () => {
      record.keys.push({ key, at: clock.now() });
      press(key);
    });
  }

  /** They do not hang up until they hear something else. */
  stays(): void {
    this.#parts.timers.cancel('patience');
  }

  /** They do not press the key for which they had reached out. */
  pressesNothing(): void {
    this.#parts.timers.cancel('key');
  }

  #stay(patience: number): void {
    const { timers, plan, hangUp } = this.#parts;
    if (plan.fate === 'human') timers.book('patience', patience, hangUp);
  }
}
