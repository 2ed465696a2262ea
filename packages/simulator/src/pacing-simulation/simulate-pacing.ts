/** A small simulation of one pacer with its agents: no engine, no carrier, only what pacing decides. */
import type { Pacer, PacerFact } from '@outdial/core';
import { EventQueue } from './event-queue.js';
import { seededRandom } from './samplers.js';
import type { UniformDraw, Sampler } from './samplers.js';

/** A campaign to simulate; durations in ms, shares 0..1. */
export interface PacingScenario {
  readonly agents: number;
  /** Probability that a call is answered by a person, at this time since the start. */
  readonly answerRate: number | ((elapsed: number) => number);
  /** Dialing to the person's answer. */
  readonly ring: Sampler;
  /** Dialing to any other ending. */
  readonly failure: Sampler;
  readonly talk: Sampler;
  readonly wrapUp: Sampler;
  readonly connectGrace: number;
  readonly duration: number;
  /** Not counted at the start. */
  readonly warmUp: number;
  readonly seed: number;
  /** From the pacer's decision to the dial command; default 0. */
  readonly dialDelay?: number;
  /** Share of the calls that a machine answers (of those not answered by a person); default 0. */
  readonly machineShare?: number;
  /** From an answer, by person or machine, to the verdict of machine detection; default none. */
  readonly detection?: Sampler;
  /** Share of persons taken for a machine; default 0. */
  readonly falseMachine?: number;
  /** Between decisions without facts; default 1 s. */
  readonly tick?: number;
  /** Changes of the number of staffed agents: at these times since the start. */
  readonly roster?: readonly { readonly at: number; readonly agents: number }[];
  /** Whether there are leads to dial at this time since the start; default always. */
  readonly leads?: (elapsed: number) => boolean;
  /** Time of the first fact; default 0. */
  readonly origin?: number;
  /** Gives the pacer the campaign's own answer probabilities; default false. */
  readonly tellsProbability?: boolean;
  /** Per-call answer probability; overrides `answerRate` where given. */
  readonly callProbability?: (random: UniformDraw, elapsed: number) => number;
  /** Called with every fact after the pacer was. */
  readonly onFact?: (fact: PacerFact) => void;
  /** Length of the periods reported one by one; default: the whole. */
  readonly period?: number;
}

/** Figures of a simulated campaign, warm-up cut. */
export interface PacingResult {
  /** (talk + wrap-up) / staffed time. */
  readonly occupancy: number;
  /** Abandoned / live answers. */
  readonly abandonment: number;
  readonly answers: number;
  readonly abandoned: number;
  readonly dials: number;
  /** Minutes of talk per hour of staffed agent. */
  readonly talkMinutesPerHour: number;
  /** Mean time an agent waits between two conversations, ms. */
  readonly waitBetweenCalls: number;
  readonly decisions: number;
  readonly periods: readonly {
    readonly answers: number;
    readonly abandoned: number;
    readonly busy: number;
    readonly staffed: number;
  }[];
}

interface SimAgent {
  readonly id: string;
  state: 'ready' | 'talking' | 'wrap-up' | 'offline';
  leaving: boolean;
  since: number;
}
interface WaitingCall {
  readonly id: string;
  readonly deadline: number;
  taken: boolean;
}

/** Runs a campaign with any pacer. Pure, and reproducible from the seed. */
export function simulatePacing(scenario: PacingScenario, pacer: Pacer): PacingResult {
  return new PacingSimulation(scenario, pacer).run();
}

class PacingSimulation {
  readonly #scenario: PacingScenario;
  readonly #pacer: Pacer;
  readonly #events: EventQueue;
  readonly #arrivals: UniformDraw;
  readonly #work: UniformDraw;
  readonly #start: number;
  readonly #agents: SimAgent[] = [];
  #ready: SimAgent[] = [];
  #waiting: WaitingCall[] = [];
  #pending = 0;
  #calls = 0;
  #staffedNow = 0;
  #busyNow = 0;
  #talkingNow = 0;
  #measuredAt: number;
  #staffedTime = 0;
  #busyTime = 0;
  #talkTime = 0;
  #answers = 0;
  #abandoned = 0;
  #dials = 0;
  #decisions = 0;
  readonly #periods: { answers: number; abandoned: number; busy: number; staffed: number }[] = [];

  constructor(scenario: PacingScenario, pacer: Pacer) {
    this.#scenario = scenario;
    this.#pacer = pacer;
    this.#start = scenario.origin ?? 0;
    this.#events = new EventQueue(this.#start);
    this.#arrivals = seededRandom(scenario.seed * 2 + 1);
    this.#work = seededRandom(scenario.seed * 2 + 2);
    this.#measuredAt = this.#start;
  }

  run(): PacingResult {
    const [scenario, events, start] = [this.#scenario, this.#events, this.#start];
    this.#staff(scenario.agents);
    for (const change of scenario.roster ?? [])
      events.schedule(start + change.at, () => this.#staff(change.agents));
    this.#tick();
    while (events.step(start + scenario.duration)) this.#decide();
    this.#measure();
    return this.#result();
  }

  #result(): PacingResult {
    const [answers, abandoned] = [this.#answers, this.#abandoned];
    return {
      occupancy: this.#staffedTime > 0 ? this.#busyTime / this.#staffedTime : 0,
      abandonment: answers > 0 ? abandoned / answers : 0,
      answers,
      abandoned,
      dials: this.#dials,
      decisions: this.#decisions,
      periods: this.#periods,
      waitBetweenCalls: (this.#staffedTime - this.#busyTime) / Math.max(1, answers - abandoned),
      talkMinutesPerHour: this.#staffedTime > 0 ? (60 * this.#talkTime) / this.#staffedTime : 0,
    };
  }

  get #elapsed(): number {
    return this.#events.now - this.#start;
  }

  get #counts(): boolean {
    return this.#elapsed >= this.#scenario.warmUp;
  }

  /** Adds up staffed and busy time since the last change. */
  #measure(): void {
    const now = this.#events.now;
    const from = Math.max(this.#measuredAt, this.#start + this.#scenario.warmUp);
    if (now > from) {
      const span = now - from;
      this.#staffedTime += span * this.#staffedNow;
      this.#busyTime += span * this.#busyNow;
      this.#talkTime += span * this.#talkingNow;
      const period = this.#period();
      period.staffed += span * this.#staffedNow;
      period.busy += span * this.#busyNow;
    }
    this.#measuredAt = now;
  }

  #period(): { answers: number; abandoned: number; busy: number; staffed: number } {
    const index = Math.max(
      0,
      Math.floor((this.#elapsed - this.#scenario.warmUp) / (this.#scenario.period ?? Infinity)),
    );
    while (this.#periods.length <= index)
      this.#periods.push({ answers: 0, abandoned: 0, busy: 0, staffed: 0 });
    return this.#periods[index]!;
  }

  #report(fact: PacerFact): void {
    this.#pacer.observe(fact);
    this.#scenario.onFact?.(fact);
  }

  #tick(): void {
    this.#events.schedule(this.#events.now + (this.#scenario.tick ?? 1_000), () => this.#tick());
  }

  #decide(): void {
    this.#decisions += 1;
    const { calls } = this.#pacer.decide(this.#events.now);
    if (this.#scenario.leads !== undefined && !this.#scenario.leads(this.#elapsed)) return;
    for (let n = Math.max(0, calls - this.#pending); n > 0; n -= 1) this.#place();
  }

  #place(): void {
    const delay = this.#scenario.dialDelay ?? 0;
    if (delay === 0) {
      this.#dial();
      return;
    }
    this.#pending += 1;
    this.#events.schedule(this.#events.now + delay, () => {
      this.#pending -= 1;
      this.#dial();
    });
  }

  #dial(): void {
    const [scenario, random] = [this.#scenario, this.#arrivals];
    const at = this.#events.now;
    const callId = `c${(this.#calls += 1)}`;
    const rate =
      scenario.callProbability?.(random, this.#elapsed) ??
      (typeof scenario.answerRate === 'number' ? scenario.answerRate : scenario.answerRate(this.#elapsed));
    if (this.#counts) this.#dials += 1;
    this.#report({
      type: 'dialed',
      callId,
      at,
      ...(scenario.tellsProbability === true ? { answerProbability: rate } : {}),
    });
    // Every call draws the same number of values, so that all pacers meet the same chances.
    const [person, machine, mistaken] = [random() < rate, random(), random()];
    const [ring, failure, detection] = [
      scenario.ring(random),
      scenario.failure(random),
      scenario.detection?.(random) ?? 0,
    ];
    if (person && mistaken >= (scenario.falseMachine ?? 0))
      this.#events.schedule(at + ring + detection, () => this.#answer(callId));
    else if (person || machine < (scenario.machineShare ?? 0))
      this.#endLater(callId, ring + detection, 'machine');
    else this.#endLater(callId, failure, 'no-answer');
  }

  #endLater(callId: string, after: number, outcome: 'machine' | 'no-answer'): void {
    this.#events.schedule(this.#events.now + after, () =>
      this.#report({ type: 'ended', callId, outcome, at: this.#events.now }),
    );
  }

  #answer(callId: string): void {
    const at = this.#events.now;
    if (this.#counts) {
      this.#answers += 1;
      this.#period().answers += 1;
    }
    this.#report({ type: 'answered', callId, at });
    const agent = this.#ready.shift();
    if (agent !== undefined) {
      this.#connect(callId, agent);
      return;
    }
    const call = { id: callId, deadline: at + this.#scenario.connectGrace, taken: false };
    this.#waiting.push(call);
    if (this.#scenario.connectGrace === 0) this.#giveUp(call);
    else this.#events.schedule(call.deadline, () => this.#giveUp(call));
  }

  #giveUp(call: WaitingCall): void {
    if (call.taken) return;
    this.#waiting = this.#waiting.filter((other) => other !== call);
    if (this.#counts) {
      this.#abandoned += 1;
      this.#period().abandoned += 1;
    }
    this.#report({ type: 'abandoned', callId: call.id, at: this.#events.now });
  }

  #connect(callId: string, agent: SimAgent): void {
    const at = this.#events.now;
    this.#enter(agent, 'talking');
    this.#report({ type: 'connected', callId, agentId: agent.id, at });
    this.#report({ type: 'agent', agentId: agent.id, state: 'talking', at });
    this.#events.schedule(at + this.#scenario.talk(this.#work), () => {
      this.#enter(agent, 'wrap-up');
      this.#report({ type: 'agent', agentId: agent.id, state: 'wrap-up', at: this.#events.now });
      const wrapUp = this.#scenario.wrapUp(this.#work);
      if (wrapUp === 0) this.#free(agent);
      else this.#events.schedule(this.#events.now + wrapUp, () => this.#free(agent));
    });
  }

  #free(agent: SimAgent): void {
    const at = this.#events.now;
    if (agent.leaving) {
      this.#enter(agent, 'offline');
      this.#report({ type: 'agent', agentId: agent.id, state: 'offline', at });
      return;
    }
    this.#enter(agent, 'ready');
    this.#report({ type: 'agent', agentId: agent.id, state: 'ready', at });
    const call = this.#waiting.shift();
    if (call === undefined) {
      this.#ready.push(agent);
      return;
    }
    call.taken = true;
    this.#connect(call.id, agent);
  }

  #enter(agent: SimAgent, state: SimAgent['state']): void {
    this.#measure();
    const weight = (s: SimAgent['state']): number => (s === 'talking' || s === 'wrap-up' ? 1 : 0);
    this.#staffedNow += (state === 'offline' ? 0 : 1) - (agent.state === 'offline' ? 0 : 1);
    this.#busyNow += weight(state) - weight(agent.state);
    this.#talkingNow += (state === 'talking' ? 1 : 0) - (agent.state === 'talking' ? 1 : 0);
    agent.state = state;
    agent.since = this.#events.now;
  }

  /** Agents who log in are ready at once. Of those who log out, busy ones finish their call first. */
  #staff(target: number): void {
    while (this.#agents.length < target)
      this.#agents.push({
        id: `a${this.#agents.length + 1}`,
        state: 'offline',
        leaving: true,
        since: this.#events.now,
      });
    this.#agents.forEach((agent, index) => {
      const stays = index < target;
      agent.leaving = !stays;
      if (stays && agent.state === 'offline') this.#free(agent);
      if (stays || agent.state !== 'ready') return;
      this.#ready = this.#ready.filter((other) => other !== agent);
      this.#free(agent);
    });
  }
}
