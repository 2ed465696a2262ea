/** What simulated agents do with their customers beyond talking, and what supervisors do. */
import type { ConversationOrderFact, Unstamped } from '@outdial/core';
import type { Booking, VirtualClock } from '../clock/virtual-clock.js';
import { sample, type Distribution } from '../random/distribution.js';
import type { RandomStream } from '../random/random-source.js';

/** What an agent may do in a conversation. */
export const CONVERSATION_ACTS = ['hold', 'mute', 'digits', 'consult', 'transfer', 'park', 'record'] as const;

/** One of {@link CONVERSATION_ACTS}. */
export type ConversationAct = (typeof CONVERSATION_ACTS)[number];

/** How agents use conversations. Durations ms. */
export interface ConversationBehaviour {
  /** From one act's end to the next. */
  readonly every: Distribution;
  /** How long the customer is on hold, the consultation lasts, the supervisor listens. */
  readonly length: Distribution;
  /** Relative weights of the acts. */
  readonly weights: Readonly<Record<ConversationAct, number>>;
  /** Names of the campaign's directory of telephone numbers. */
  readonly contacts: readonly string[];
  /** Names of flows to which customers are given. Absent: none. */
  readonly flows?: readonly string[];
}

/** A telephone number rings for about this long, ms. */
const RINGING_MS = 10_000;

/** An order without its stamp. */
export type ConversationAction = Unstamped<ConversationOrderFact, 'at' | 'agentId'>;

/** What habits need. */
export interface HabitParts {
  readonly clock: VirtualClock;
  readonly stream: RandomStream;
  readonly behaviour: ConversationBehaviour;
  /** Agents of the same campaign. */
  readonly colleagues: readonly string[];
  act(action: ConversationAction): void;
}

/**
 * One agent's habits: a chain of acts while they talk. Orders are given blindly, as by people: those that do
 * not fit the moment are rejected.
 */
export class ConversationHabits {
  readonly #parts: HabitParts;
  #next: Booking | undefined;

  constructor(parts: HabitParts) {
    this.#parts = parts;
  }

  /** The agent talks. */
  begin(): void {
    this.#soon(this.#parts.behaviour.every, () => this.#actOnce());
  }

  /** The supervisor is at their desk. */
  supervise(): void {
    this.#soon(this.#parts.behaviour.every, () => this.#listen());
  }

  /** The agent does something else. */
  end(): void {
    this.#parts.clock.cancel(this.#next);
  }

  #actOnce(): void {
    const { act } = this.#parts;
    const done = (): void => this.begin();
    switch (this.#chosen()) {
      case 'hold':
        return this.#both('agent.hold', 'agent.resume');
      case 'mute':
        return this.#both('agent.mute', 'agent.unmute');
      case 'digits':
        act({ type: 'agent.digits', digits: '12#' });
        return done();
      case 'consult':
        return this.#consult(this.#target());
      case 'transfer':
        act({ type: 'agent.transfer', target: this.#flow() ?? this.#target() });
        return done();
      case 'park':
        act({ type: 'agent.park' });
        return done();
      case 'record':
        act({ type: 'agent.record', state: this.#parts.stream.pick(['on', 'paused', 'off'] as const) });
        return done();
    }
  }

  #both(first: 'agent.hold' | 'agent.mute', then: 'agent.resume' | 'agent.unmute'): void {
    this.#parts.act({ type: first });
    this.#soon(this.#parts.behaviour.length, () => {
      this.#parts.act({ type: then });
      this.begin();
    });
  }

  /** A number rings for a while before anybody can be asked. */
  #consult(target: Extract<ConversationAction, { type: 'agent.consult' }>['target']): void {
    const { act, behaviour, clock, stream } = this.#parts;
    act({ type: 'agent.consult', target });
    if (target.kind !== 'named') return this.#soon(behaviour.length, () => this.#decide());
    this.end();
    const asked = sample(behaviour.length, stream);
    this.#next = clock.after(asked + RINGING_MS, () => this.#decide());
  }

  /** The end of a consultation. */
  #decide(): void {
    const { act, stream, behaviour } = this.#parts;
    const type = stream.pick(['agent.complete', 'agent.cancel', 'agent.conference'] as const);
    act({ type });
    if (type !== 'agent.conference') return this.begin();
    this.#soon(behaviour.length, () => {
      act({ type: stream.pick(['agent.leave', 'agent.cancel'] as const) });
      this.begin();
    });
  }

  #listen(): void {
    const { act, stream, colleagues, behaviour } = this.#parts;
    if (colleagues.length === 0) return;
    const watchedId = stream.pick(colleagues);
    act({ type: 'supervisor.monitor', watchedId, how: stream.pick(['listen', 'whisper', 'barge'] as const) });
    this.#soon(behaviour.length, () => {
      if (stream.chance(0.3)) act({ type: 'supervisor.take-over', watchedId });
      else act({ type: 'supervisor.stop-monitoring' });
      this.supervise();
    });
  }

  #target(): Extract<ConversationAction, { type: 'agent.transfer' }>['target'] {
    const { stream, colleagues, behaviour } = this.#parts;
    const { contacts } = behaviour;
    if (contacts.length > 0 && stream.chance(0.4)) return { kind: 'named', name: stream.pick(contacts) };
    if (colleagues.length > 0 && stream.chance(0.5))
      return { kind: 'agent', agentId: stream.pick(colleagues) };
    return { kind: 'queue', skills: stream.chance(0.1) ? ['spanish'] : [] };
  }

  /** Agents say that the customer asked for the flow, or say nothing: then the law decides. */
  #flow(): Extract<ConversationAction, { type: 'agent.transfer' }>['target'] | null {
    const { stream, behaviour } = this.#parts;
    const { flows = [] } = behaviour;
    if (flows.length === 0 || !stream.chance(0.5)) return null;
    return { kind: 'flow', name: stream.pick(flows), asked: stream.chance(0.5) };
  }

  #chosen(): ConversationAct {
    const { weights } = this.#parts.behaviour;
    let left = this.#parts.stream.uniform() * CONVERSATION_ACTS.reduce((sum, act) => sum + weights[act], 0);
    return CONVERSATION_ACTS.find((act) => (left -= weights[act]) < 0) ?? 'hold';
  }

  #soon(delay: Distribution, action: () => void): void {
    this.end();
    this.#next = this.#parts.clock.after(sample(delay, this.#parts.stream), action);
  }
}
