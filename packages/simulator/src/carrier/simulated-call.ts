/** One simulated call between its INVITE and its end. */
import {
  type AttemptId,
  type CallFact,
  type DialCommand,
  type HangupCause,
  type Unstamped,
} from '@outdial/core';
import type { VirtualClock } from '../clock/virtual-clock.js';
import type { AgentLegs } from './agent-legs.js';
import type { CallPlan } from './call-plan.js';
import { CallTimers } from './call-timers.js';
import { CalledParty } from './called-party.js';
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

/** The trunk of calls that ask for none. */
const SIMULATED_TRUNK = 'simulated';

/** What the order to dial says of the call. */
export type SimulatedCallLimits = Pick<DialCommand, 'ringTimeoutMs' | 'setupTimeoutMs' | 'trunk'>;

/** A call between the INVITE and its end, as the network sees it. */
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
  readonly #limits: SimulatedCallLimits;
  readonly #timers: CallTimers;
  readonly #party: CalledParty;
  #play: { readonly playId: string } | null = null;
  #recording: { readonly recordingId: string; readonly since: number } | null = null;
  #greetingEndsAt = 0;
  #isSwallowed = false;
  /** Another called party in the same room. */
  #partner: AttemptId | null = null;
  /** Agents in the called party's room. */
  #room = new Set<string>();

  constructor(network: CallNetwork, record: CarrierCallRecord, plan: CallPlan, limits: SimulatedCallLimits) {
    this.#network = network;
    this.record = record;
    this.plan = plan;
    this.#limits = limits;
    this.#timers = new CallTimers(network.clock);
    this.#party = new CalledParty({
      clock: network.clock,
      timers: this.#timers,
      record,
      plan,
      hangUp: () => this.end({ q850: 16, by: 'far' }),
      press: (digit) => network.tell(this, { type: 'call.digit', digit }),
    });
  }

  get attemptId(): AttemptId {
    return this.record.attemptId;
  }

  /** Another called party in the same room. Null: there is none. */
  get partnerId(): AttemptId | null {
    return this.#partner;
  }

  /** The INVITE left. A dead trunk does not answer it. */
  start(isTrunkDead = false): void {
    const { plan } = this;
    this.#network.tell(this, { type: 'call.dialing', trunk: this.#limits.trunk ?? SIMULATED_TRUNK });
    this.#isSwallowed = isTrunkDead;
    if (isTrunkDead || plan.fate === 'never-rings' || plan.setup > this.#limits.setupTimeoutMs) {
      this.#timers.book('life', this.#limits.setupTimeoutMs, () =>
        this.end({ q850: 102, by: 'setup-timeout' }),
      );
      return;
    }
    this.#timers.book('life', plan.setup, () => this.#setUp());
  }

  /** The trunk lives again, and with it what was sent meanwhile. */
  trunkBack(): void {
    if (!this.#isSwallowed || this.phase !== 'setup') return;
    this.#isSwallowed = false;
    if (this.plan.fate !== 'never-rings') this.#timers.book('life', 0, () => this.#setUp());
  }

  /** A call that came in is answered: the caller hears music. */
  admitted(): void {
    this.phase = 'answered';
    this.record.answeredAt = this.#network.clock.now();
    this.#party.hearMusic();
    this.#network.tell(this, { type: 'call.answered' });
  }

  /** Ends the call. Idempotent. */
  end(cause: HangupCause): void {
    if (this.phase === 'ended') return;
    this.#timers.cancelAll();
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
    this.#timers.book('hang-up', this.#network.model.hangUpDelay, () => this.end({ q850: 16, by: 'us' }));
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
    this.#timers.book('bridge', this.plan.bridgeDelay, () => this.#bridged(agentId));
  }

  /** An agent's leg broke under the call: music for the called party, unless another agent is there. */
  bridgeBroken(agentId: string): void {
    if (this.#room.delete(agentId) && this.phase === 'answered') {
      const [other] = this.#room;
      if (other === undefined && this.#partner !== null) this.#party.hearParty(this.#partner);
      else if (other === undefined) this.#party.hearMusic();
      else this.#party.hearAgent(other);
    }
    if (agentId !== this.agentId) return;
    const wasTalking = !this.#timers.has('bridge');
    this.agentId = [...this.#room][0] ?? null;
    this.#timers.cancel('bridge');
    if (this.phase !== 'answered' || wasTalking) return;
    this.#network.tell(this, { type: 'call.connect-failed', agentId, reason: 'leg lost' });
    this.#party.hearSilence();
  }

  /** The parties of the conversation are in their places. `heard`: the agents in the call's room. */
  arranged(places: {
    readonly inRoom: boolean;
    readonly heard: readonly string[];
    readonly agentId: string | null;
    /** Another called party in the room. */
    readonly partyId?: string;
  }): void {
    const { inRoom, heard, agentId, partyId } = places;
    if (this.phase !== 'answered') return;
    this.#timers.cancel('bridge');
    this.#stopMedia(false);
    this.agentId = agentId;
    this.#room = new Set(heard);
    this.#partner = partyId ?? null;
    if (heard.length > 0) this.#party.hearAgent(heard[0] ?? '');
    else if (partyId !== undefined) this.#party.hearParty(partyId);
    // Who is put into an empty room by order hears what is there.
    else if (inRoom) this.#party.hearSilence();
    else this.#party.hearMusic();
  }

  /** Another called party of the conversation has ended: music, unless an agent is there. */
  partnerEnded(attemptId: AttemptId): void {
    if (this.#partner !== attemptId) return;
    this.#partner = null;
    if (this.phase === 'answered' && this.#room.size === 0) this.#party.hearMusic();
  }

  play(playId: string, media: readonly string[]): void {
    if (this.phase !== 'answered' || this.agentId !== null) {
      this.#network.tell(this, { type: 'call.played', playId, completed: false });
      return;
    }
    this.#stopMedia(false);
    this.#play = { playId };
    const length = media.reduce((sum, name) => sum + this.#network.mediaLength(name), 0);
    this.#party.hearRecording('message', media);
    this.#timers.book('play', length, () => this.#stopMedia(true));
  }

  stopPlay(playId: string): void {
    if (this.#play?.playId === playId) this.#stopMedia(false);
  }

  startRecording(recordingId: string, maxMs: number): void {
    if (this.phase !== 'answered') {
      this.#network.tell(this, { type: 'call.recorded', recordingId, durationMs: 0 });
      return;
    }
    this.#party.stays();
    this.#recording = { recordingId, since: this.#network.clock.now() };
    this.#timers.book('recording', Math.min(maxMs, this.plan.utterance), () =>
      this.stopRecording(recordingId),
    );
  }

  stopRecording(recordingId: string): void {
    const recording = this.#recording;
    if (recording?.recordingId !== recordingId) return;
    this.#recording = null;
    this.#timers.cancel('recording');
    this.#network.tell(this, {
      type: 'call.recorded',
      recordingId,
      durationMs: this.#network.clock.now() - recording.since,
    });
    if (this.phase === 'answered') this.#party.hearSilence();
  }

  /** A machine beeps at the end of its greeting, a person never does. */
  waitForBeep(timeoutMs: number): void {
    const beepIn =
      this.plan.fate === 'machine' ? Math.max(0, this.#greetingEndsAt - this.#network.clock.now()) : Infinity;
    this.#timers.book('beep', Math.min(beepIn, timeoutMs), () =>
      this.#network.tell(this, { type: 'call.beep' }),
    );
  }

  /** Nobody is in control of an answered call: our dialplan plays its own message and hangs up. */
  fallback(): void {
    if (this.phase !== 'answered' || this.record.fallbackAt !== undefined) return;
    this.#stopMedia(false);
    this.record.fallbackAt = this.#network.clock.now();
    this.#party.hearRecording('fallback');
    this.#timers.book('play', this.#network.model.fallbackLength, () => this.end({ q850: 16, by: 'us' }));
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
      this.#timers.book('life', this.#limits.ringTimeoutMs, () =>
        this.end({ q850: 19, sip: 487, by: 'ring-timeout' }),
      );
    } else if (answers) {
      this.#timers.book('life', next, () => this.#answer());
    } else {
      const cause: HangupCause =
        plan.fate === 'rejected'
          ? { q850: 21, sip: 603, text: 'Decline', by: 'far' }
          : { q850: 19, sip: 480, by: 'far' };
      this.#timers.book('life', next, () => this.end(cause));
    }
  }

  #answer(): void {
    const { clock } = this.#network;
    this.phase = 'answered';
    this.record.answeredAt = clock.now();
    this.#greetingEndsAt = clock.now() + this.plan.greeting;
    this.#party.hearSilence();
    if (this.plan.fate === 'machine')
      this.#timers.book('machine', this.plan.greeting + this.plan.machineRecords, () =>
        this.end({ q850: 16, by: 'far' }),
      );
    if (!this.#network.inControl() || !this.adopted) {
      this.fallback();
      return;
    }
    this.#network.tell(this, { type: 'call.answered' });
    if (!this.record.detectMachine) return;
    this.#timers.book('detection', this.plan.detectionDelay, () =>
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
    this.#party.stays();
    this.#party.pressesNothing();
    this.#room = new Set([agentId]);
    this.#party.hearAgent(agentId);
    this.#network.tell(this, { type: 'call.connected', agentId });
  }

  #unbridge(): void {
    if (this.agentId !== null) this.#network.legs.unbridge(this.agentId, this.attemptId);
    this.agentId = null;
    this.#timers.cancel('bridge');
  }

  #stopMedia(completed: boolean): void {
    const play = this.#play;
    this.#play = null;
    this.#timers.cancel('play');
    if (play) {
      this.#network.tell(this, { type: 'call.played', playId: play.playId, completed });
      if (this.phase === 'answered' && !this.#timers.has('bridge')) this.#party.hearSilence();
    }
    if (!completed && this.#recording) this.stopRecording(this.#recording.recordingId);
  }
}
