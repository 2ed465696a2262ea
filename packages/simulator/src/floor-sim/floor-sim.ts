import type { Pacer, PacerFact } from '@outdial/core';
import { EventQueue } from './event-queue.js';
import { seededRandom } from './random.js';
import type { RandomSource, Sampler } from './random.js';

/** A campaign to simulate; durations in ms, shares 0..1. */
export interface FloorScenario {
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
  /** From the pacer's wish to the dial command; default 0. */
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
  /** Tells the campaign's own answer probabilities; default none. */
  readonly tellsProbability?: boolean;
  /** Per-call answer probability; overrides `answerRate` where given. */
  readonly callProbability?: (random: RandomSource, elapsed: number) => number;
  /** Called with every fact after the pacer was. */
  readonly onFact?: (fact: PacerFact) => void;
  /** Length of the periods reported one by one; default: the whole. */
  readonly period?: number;
}

/** What a simulated campaign came to, warm-up cut. */
export interface FloorResult {
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

/** Runs a campaign of a floor with any pacer; pure and reproducible from the seed. */
export function simulateFloor(scenario: FloorScenario, pacer: Pacer): FloorResult {
  return new FloorSim(scenario, pacer).run();
}

class FloorSim {
  private readonly scenario: FloorScenario;
  private readonly pacer: Pacer;
  private readonly events: EventQueue;
  private readonly arrivals: RandomSource;
  private readonly work: RandomSource;
  private readonly start: number;
  private readonly agents: SimAgent[] = [];
  private ready: SimAgent[] = [];
  private waiting: WaitingCall[] = [];
  private pending = 0;
  private calls = 0;
  private staffedNow = 0;
  private busyNow = 0;
  private talkingNow = 0;
  private measuredAt: number;
  private staffedTime = 0;
  private busyTime = 0;
  private talkTime = 0;
  private answers = 0;
  private abandoned = 0;
  private dials = 0;
  private decisions = 0;
  private readonly periods: { answers: number; abandoned: number; busy: number; staffed: number }[] = [];

  constructor(scenario: FloorScenario, pacer: Pacer) {
    this.scenario = scenario;
    this.pacer = pacer;
    this.start = scenario.origin ?? 0;
    this.events = new EventQueue(this.start);
    this.arrivals = seededRandom(scenario.seed * 2 + 1);
    this.work = seededRandom(scenario.seed * 2 + 2);
    this.measuredAt = this.start;
  }

  run(): FloorResult {
    const { scenario, events, start } = this;
    this.staff(scenario.agents);
    for (const change of scenario.roster ?? [])
      events.schedule(start + change.at, () => this.staff(change.agents));
    this.tick();
    while (events.step(start + scenario.duration)) this.decide();
    this.measure();
    return this.result();
  }

  private result(): FloorResult {
    const { answers, abandoned, dials, decisions, periods } = this;
    return {
      occupancy: this.staffedTime > 0 ? this.busyTime / this.staffedTime : 0,
      abandonment: answers > 0 ? abandoned / answers : 0,
      answers,
      abandoned,
      dials,
      decisions,
      periods,
      waitBetweenCalls: (this.staffedTime - this.busyTime) / Math.max(1, answers - abandoned),
      talkMinutesPerHour: this.staffedTime > 0 ? (60 * this.talkTime) / this.staffedTime : 0,
    };
  }

  private get elapsed(): number {
    return this.events.now - this.start;
  }

  private get counts(): boolean {
    return this.elapsed >= this.scenario.warmUp;
  }

  /** Adds up staffed and busy time since the last change. */
  private measure(): void {
    const now = this.events.now;
    const from = Math.max(this.measuredAt, this.start + this.scenario.warmUp);
    if (now > from) {
      const span = now - from;
      this.staffedTime += span * this.staffedNow;
      this.busyTime += span * this.busyNow;
      this.talkTime += span * this.talkingNow;
      const period = this.period();
      period.staffed += span * this.staffedNow;
      period.busy += span * this.busyNow;
    }
    this.measuredAt = now;
  }

  private period(): { answers: number; abandoned: number; busy: number; staffed: number } {
    const index = Math.max(
      0,
      Math.floor((this.elapsed - this.scenario.warmUp) / (this.scenario.period ?? Infinity)),
    );
    while (this.periods.length <= index) this.periods.push({ answers: 0, abandoned: 0, busy: 0, staffed: 0 });
    return this.periods[index]!;
  }

  private tell(fact: PacerFact): void {
    this.pacer.observe(fact);
    this.scenario.onFact?.(fact);
  }

  private tick(): void {
    this.events.schedule(this.events.now + (this.scenario.tick ?? 1_000), () => this.tick());
  }

  private decide(): void {
    this.decisions += 1;
    const { calls } = this.pacer.decide(this.events.now);
    if (this.scenario.leads !== undefined && !this.scenario.leads(this.elapsed)) return;
    for (let n = Math.max(0, calls - this.pending); n > 0; n -= 1) this.place();
  }

  private place(): void {
    const delay = this.scenario.dialDelay ?? 0;
    if (delay === 0) {
      this.dial();
      return;
    }
    this.pending += 1;
    this.events.schedule(this.events.now + delay, () => {
      this.pending -= 1;
      this.dial();
    });
  }

  private dial(): void {
    const { scenario, arrivals: random } = this;
    const at = this.events.now;
    const callId = `c${(this.calls += 1)}`;
    const rate =
      scenario.callProbability?.(random, this.elapsed) ??
      (typeof scenario.answerRate === 'number' ? scenario.answerRate : scenario.answerRate(this.elapsed));
    if (this.counts) this.dials += 1;
    this.tell({
      type: 'dialed',
      callId,
      at,
      ...(scenario.tellsProbability === true ? { answerProbability: rate } : {}),
    });
    // Always the same draws a call, so that all pacers meet the same luck.
    const [person, machine, mistaken] = [random() < rate, random(), random()];
    const [ring, failure, detection] = [
      scenario.ring(random),
      scenario.failure(random),
      scenario.detection?.(random) ?? 0,
    ];
    if (person && mistaken >= (scenario.falseMachine ?? 0))
      this.events.schedule(at + ring + detection, () => this.answer(callId));
    else if (person || machine < (scenario.machineShare ?? 0))
      this.endLater(callId, ring + detection, 'machine');
    else this.endLater(callId, failure, 'no-answer');
  }

  private endLater(callId: string, after: number, outcome: 'machine' | 'no-answer'): void {
    this.events.schedule(this.events.now + after, () =>
      this.tell({ type: 'ended', callId, outcome, at: this.events.now }),
    );
  }

  private answer(callId: string): void {
    const at = this.events.now;
    if (this.counts) {
      this.answers += 1;
      this.period().answers += 1;
    }
    this.tell({ type: 'answered', callId, at });
    const agent = this.ready.shift();
    if (agent !== undefined) {
      this.connect(callId, agent);
      return;
    }
    const call = { id: callId, deadline: at + this.scenario.connectGrace, taken: false };
    this.waiting.push(call);
    if (this.scenario.connectGrace === 0) this.giveUp(call);
    else this.events.schedule(call.deadline, () => this.giveUp(call));
  }

  private giveUp(call: WaitingCall): void {
    if (call.taken) return;
    this.waiting = this.waiting.filter((other) => other !== call);
    if (this.counts) {
      this.abandoned += 1;
      this.period().abandoned += 1;
    }
    this.tell({ type: 'abandoned', callId: call.id, at: this.events.now });
  }

  private connect(callId: string, agent: SimAgent): void {
    const at = this.events.now;
    this.enter(agent, 'talking');
    this.tell({ type: 'connected', callId, agentId: agent.id, at });
    this.tell({ type: 'agent', agentId: agent.id, state: 'talking', at });
    this.events.schedule(at + this.scenario.talk(this.work), () => {
      this.enter(agent, 'wrap-up');
      this.tell({ type: 'agent', agentId: agent.id, state: 'wrap-up', at: this.events.now });
      const wrapUp = this.scenario.wrapUp(this.work);
      if (wrapUp === 0) this.free(agent);
      else this.events.schedule(this.events.now + wrapUp, () => this.free(agent));
    });
  }

  private free(agent: SimAgent): void {
    const at = this.events.now;
    if (agent.leaving) {
      this.enter(agent, 'offline');
      this.tell({ type: 'agent', agentId: agent.id, state: 'offline', at });
      return;
    }
    this.enter(agent, 'ready');
    this.tell({ type: 'agent', agentId: agent.id, state: 'ready', at });
    const call = this.waiting.shift();
    if (call === undefined) {
      this.ready.push(agent);
      return;
    }
    call.taken = true;
    this.connect(call.id, agent);
  }

  private enter(agent: SimAgent, state: SimAgent['state']): void {
    this.measure();
    const weight = (s: SimAgent['state']): number => (s === 'talking' || s === 'wrap-up' ? 1 : 0);
    this.staffedNow += (state === 'offline' ? 0 : 1) - (agent.state === 'offline' ? 0 : 1);
    this.busyNow += weight(state) - weight(agent.state);
    this.talkingNow += (state === 'talking' ? 1 : 0) - (agent.state === 'talking' ? 1 : 0);
    agent.state = state;
    agent.since = this.events.now;
  }

  /** Agents come at once; those who go finish their call first, the free ones go at once. */
  private staff(target: number): void {
    while (this.agents.length < target)
      this.agents.push({
        id: `a${this.agents.length + 1}`,
        state: 'offline',
        leaving: true,
        since: this.events.now,
      });
    this.agents.forEach((agent, index) => {
      const stays = index < target;
      agent.leaving = !stays;
      if (stays && agent.state === 'offline') this.free(agent);
      if (stays || agent.state !== 'ready') return;
      this.ready = this.ready.filter((other) => other !== agent);
      this.free(agent);
    });
  }
}
