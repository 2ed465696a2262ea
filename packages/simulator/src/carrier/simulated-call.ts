/** One simulated call between its INVITE and its end. */
import { defined, type AttemptId, type CallFact, type HangupCause, type Unstamped } from '@outdial/core';
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';
import type { AgentLegs } from './agent-legs.js';
import type { CallPlan } from './call-plan.js';
import { hear, type CarrierCallRecord } from './carrier-log.js';
import type { CarrierModel } from './carrier-model.js';

/** A fact of a call that its carrier stamps. */
export type UnstampedCallFact = Unstamped<CallFact, 'at' | 'campaignId' | 'attemptId'>;

/** What a call needs of the network around it. */
export interface CallNetwork {
  readonly clock: VirtualClock;
  readonly model: CarrierModel;
  readonly legs: AgentLegs;
  /** True while a process is connected and receives facts. */
  inControl(): boolean;
  tell(call: SimulatedCall, fact: UnstampedCallFact): void;
  /** Length of a media name, ms. */
  mediaLength(name: string): number;
  ended(call: SimulatedCall): void;
}

/** A called party who comes back from music says at least a few words. */
const LAST_WORDS_MS = 2_000;

/** A call between the INVITE and its end: one timer a concern, so that ending it cancels all. */
export class SimulatedCall {
  readonly record: CarrierCallRecord;
  readonly plan: CallPlan;
  phase: 'setup' | 'ringing' | 'answered' | 'ended' = 'setup';
  /** The agent who is, or is being, bridged. */
  agentId: string | null = null;
  /** The process that knew this call is gone; until reconciliation nobody controls it. */
  adopted = true;
  cause: HangupCause | undefined;
  readonly #network: CallNetwork;
  readonly #limits: { readonly ringTimeoutMs: number; readonly setupTimeoutMs: number };
  readonly #timers = new Map<string, Booking>();
  #play: { readonly playId: string } | null = null;
  #recording: { readonly recordingId: string; readonly since: number } | null = null;
  #heardRecordingSince: number | null = null;
  #greetingEndsAt = 0;
  /** Agents in the called party's room. */
  #room = new Set<string>();
  /** Epoch ms until which the called party talks. */
  #talkUntil: number | undefined;

  constructor(
    network: CallNetwork,
    record: CarrierCallRecord,
    plan: CallPlan,
    limits: { readonly ringTimeoutMs: number; readonly setupTimeoutMs: number },
  ) {
    this.#network = network;
    this.record = record;
    this.plan = plan;
    this.#limits = limits;
  }

  get attemptId(): AttemptId {
    return this.record.attemptId;
  }

  /** The INVITE left. */
  start(): void {
    const { plan } = this;
    this.#network.tell(this, { type: 'call.dialing' });
    if (plan.fate === 'never-rings' || plan.setup > this.#limits.setupTimeoutMs) {
      this.#book('life', this.#limits.setupTimeoutMs, () => this.end({ q850: 102, by: 'setup-timeout' }));
      return;
    }
    this.#book('life', plan.setup, () => this.#setUp());
  }

  /** A call that came in is answered: the caller hears music. */
  admitted(): void {
    this.phase = 'answered';
    this.record.answeredAt = this.#network.clock.now();
    this.#music();
    this.#network.tell(this, { type: 'call.answered' });
  }

  /** Ends the call. Idempotent. */
  end(cause: HangupCause): void {
    if (this.phase === 'ended') return;
    for (const name of [...this.#timers.keys()]) this.#cancel(name);
    this.#stopMedia(false);
    this.#unbridge();
    this.#room.clear();
    this.phase = 'ended';
    this.cause = cause;
    this.record.endedAt = this.#network.clock.now();
    this.record.endedBy = cause.by;
    hear(this.record, this.#network.clock.now(), null);
    this.#network.ended(this);
    this.#network.tell(this, { type: 'call.ended', cause });
  }

  /** We hang up, after the time an order takes. */
  hangUp(): void {
    this.#book('hang-up', this.#network.model.hangUpDelay, () => this.end({ q850: 16, by: 'us' }));
  }

  /** Bridges with an agent's leg. */
  connect(agentId: string): void {
    const { legs } = this.#network;
    this.record.connectOrders.push(this.#network.clock.now());
    const reason =
      this.phase !== 'answered'
        ? 'call not answered'
        : this.agentId !== null
          ? 'call already bridged'
          : !legs.isUp(agentId)
            ? 'no leg'
            : legs.callOf(agentId) !== null
              ? 'agent busy'
              : null;
    if (reason !== null) {
      this.#network.tell(this, { type: 'call.connect-failed', agentId, reason });
      return;
    }
    this.agentId = agentId;
    legs.bridge(agentId, this.attemptId);
    this.#book('bridge', this.plan.bridgeDelay, () => this.#bridged(agentId));
  }

  /** An agent's leg broke under the call: music for the called party, unless another agent is there. */
  bridgeBroken(agentId: string): void {
    if (this.#room.delete(agentId) && this.#room.size === 0 && this.phase === 'answered') this.#music();
    if (agentId !== this.agentId) return;
    const wasTalking = !this.#timers.has('bridge');
    this.agentId = [...this.#room][0] ?? null;
    this.#cancel('bridge');
    if (this.phase !== 'answered' || wasTalking) return;
    this.#network.tell(this, { type: 'call.connect-failed', agentId, reason: 'leg lost' });
    this.#silence();
  }

  /** The parties of the conversation are in their places. `heard`: the agents in the call's room. */
  arranged(places: {
    readonly inRoom: boolean;
    readonly heard: readonly string[];
    readonly agentId: string | null;
  }): void {
    const { inRoom, heard, agentId } = places;
    if (this.phase !== 'answered') return;
    this.#cancel('bridge');
    this.#stopMedia(false);
    this.agentId = agentId;
    this.#room = new Set(heard);
    if (heard.length > 0) this.#talk(heard[0] ?? '');
    // Who is put into an empty room by order hears what is there.
    else if (inRoom) this.#silence();
    else this.#music();
  }

  play(playId: string, media: readonly string[]): void {
    if (this.phase !== 'answered' || this.agentId !== null) {
      this.#network.tell(this, { type: 'call.played', playId, completed: false });
      return;
    }
    this.#stopMedia(false);
    this.#play = { playId };
    const length = media.reduce((sum, name) => sum + this.#network.mediaLength(name), 0);
    this.#listen('message', media);
    this.#book('play', length, () => this.#stopMedia(true));
  }

  stopPlay(playId: string): void {
    if (this.#play?.playId === playId) this.#stopMedia(false);
  }

  startRecording(recordingId: string, maxMs: number): void {
    if (this.phase !== 'answered') {
      this.#network.tell(this, { type: 'call.recorded', recordingId, durationMs: 0 });
      return;
    }
    this.#cancel('patience');
    this.#recording = { recordingId, since: this.#network.clock.now() };
    this.#book('recording', Math.min(maxMs, this.plan.utterance), () => this.stopRecording(recordingId));
  }

  stopRecording(recordingId: string): void {
    const recording = this.#recording;
    if (recording?.recordingId !== recordingId) return;
    this.#recording = null;
    this.#cancel('recording');
    this.#network.tell(this, {
      type: 'call.recorded',
      recordingId,
      durationMs: this.#network.clock.now() - recording.since,
    });
    if (this.phase === 'answered') this.#silence();
  }

  /** A machine beeps at the end of its greeting, a person never does. */
  waitForBeep(timeoutMs: number): void {
    const beepIn =
      this.plan.fate === 'machine' ? Math.max(0, this.#greetingEndsAt - this.#network.clock.now()) : Infinity;
    this.#book('beep', Math.min(beepIn, timeoutMs), () => this.#network.tell(this, { type: 'call.beep' }));
  }

  /** Nobody is in control of an answered call: our dialplan plays its own message and hangs up. */
  fallback(): void {
    if (this.phase !== 'answered' || this.record.fallbackAt !== undefined) return;
    this.#stopMedia(false);
    this.record.fallbackAt = this.#network.clock.now();
    this.#listen('fallback');
    this.#book('play', this.#network.model.fallbackLength, () => this.end({ q850: 16, by: 'us' }));
  }

  #setUp(): void {
    const { plan } = this;
    switch (plan.fate) {
      case 'invalid':
        return this.end({ q850: 1, sip: 404, by: 'far' });
      case 'busy':
        return this.end({ q850: 17, sip: 486, by: 'far' });
      case 'congestion':
        return this.end({ q850: 34, sip: 503, by: 'far' });
      case 'blocked':
        return this.end({ q850: 21, sip: 608, text: 'Rejected', by: 'far' });
      default:
        return this.#ring();
    }
  }

  #ring(): void {
    const { plan } = this;
    this.phase = 'ringing';
    this.record.ringingAt = this.#network.clock.now();
    this.#network.tell(this, { type: 'call.ringing' });
    const answers = plan.fate === 'human' || plan.fate === 'machine';
    const next = answers ? plan.ring : plan.giveUp;
    if (next >= this.#limits.ringTimeoutMs) {
      this.#book('life', this.#limits.ringTimeoutMs, () =>
        this.end({ q850: 19, sip: 487, by: 'ring-timeout' }),
      );
    } else if (answers) {
      this.#book('life', next, () => this.#answer());
    } else {
      const cause: HangupCause =
        plan.fate === 'rejected'
          ? { q850: 21, sip: 603, text: 'Decline', by: 'far' }
          : { q850: 19, sip: 480, by: 'far' };
      this.#book('life', next, () => this.end(cause));
    }
  }

  #answer(): void {
    const { clock } = this.#network;
    this.phase = 'answered';
    this.record.answeredAt = clock.now();
    this.#greetingEndsAt = clock.now() + this.plan.greeting;
    this.#silence();
    if (this.plan.fate === 'machine')
      this.#book('machine', this.plan.greeting + this.plan.machineRecords, () =>
        this.end({ q850: 16, by: 'far' }),
      );
    if (!this.#network.inControl() || !this.adopted) {
      this.fallback();
      return;
    }
    this.#network.tell(this, { type: 'call.answered' });
    if (!this.record.detectMachine) return;
    this.#book('detection', this.plan.detectionDelay, () =>
      this.#network.tell(this, { type: 'call.detected', verdict: this.plan.verdict }),
    );
  }

  #bridged(agentId: string): void {
    if (this.plan.bridgeFails) {
      this.#unbridge();
      this.#network.tell(this, { type: 'call.connect-failed', agentId, reason: 'bridge failed' });
      return;
    }
    this.#stopMedia(false);
    this.#cancel('patience');
    this.#cancel('key');
    this.#room = new Set([agentId]);
    this.#talk(agentId);
    this.#network.tell(this, { type: 'call.connected', agentId });
  }

  #unbridge(): void {
    if (this.agentId !== null) this.#network.legs.unbridge(this.agentId, this.attemptId);
    this.agentId = null;
    this.#cancel('bridge');
  }

  /** The called party hears an agent. How long they stay counts from the first agent. */
  #talk(agentId: string): void {
    const { clock } = this.#network;
    const hearing = this.record.heard.at(-1);
    if (hearing?.to !== null || hearing.what !== 'agent' || hearing.agentId !== agentId)
      hear(this.record, clock.now(), { what: 'agent', agentId });
    this.#talkUntil ??= clock.now() + this.plan.conversationPatience;
    const left = Math.max(LAST_WORDS_MS, this.#talkUntil - clock.now());
    if (this.plan.fate === 'human') this.#book('patience', left, () => this.end({ q850: 16, by: 'far' }));
  }

  #music(): void {
    const hearing = this.record.heard.at(-1);
    if (hearing?.to === null && hearing.what === 'music') return;
    hear(this.record, this.#network.clock.now(), { what: 'music' });
    if (this.plan.fate === 'human')
      this.#book('patience', this.plan.musicPatience, () => this.end({ q850: 16, by: 'far' }));
  }

  #silence(): void {
    hear(this.record, this.#network.clock.now(), { what: 'silence' });
    if (this.plan.fate === 'human')
      this.#book('patience', this.plan.silencePatience, () => this.end({ q850: 16, by: 'far' }));
  }

  #listen(what: 'message' | 'fallback', media?: readonly string[]): void {
    const now = this.#network.clock.now();
    hear(this.record, now, { what, ...defined({ media }) });
    if (this.plan.fate !== 'human') return;
    this.#heardRecordingSince ??= now;
    this.#book('patience', this.#heardRecordingSince + this.plan.recordingPatience - now, () =>
      this.end({ q850: 16, by: 'far' }),
    );
    if (this.plan.key !== null && this.record.keys.length === 0)
      this.#book('key', this.plan.keyDelay, () => this.#press(this.plan.key ?? ''));
  }

  #press(key: string): void {
    this.record.keys.push({ key, at: this.#network.clock.now() });
    this.#network.tell(this, { type: 'call.digit', digit: key });
  }

  #stopMedia(completed: boolean): void {
    const play = this.#play;
    this.#play = null;
    this.#cancel('play');
    if (play) {
      this.#network.tell(this, { type: 'call.played', playId: play.playId, completed });
      if (this.phase === 'answered' && this.#timers.has('bridge') === false) this.#silence();
    }
    if (!completed && this.#recording) this.stopRecording(this.#recording.recordingId);
  }

  #book(name: string, delay: number, action: () => void): void {
    this.#cancel(name);
    const booking = this.#network.clock.after(delay, () => {
      this.#timers.delete(name);
      action();
    });
    this.#timers.set(name, booking);
  }

  #cancel(name: string): void {
    this.#network.clock.cancel(this.#timers.get(name));
    this.#timers.delete(name);
  }
}
