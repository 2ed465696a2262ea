/** A small simulation of one pacer with its agents: no engine, no carrier, only what pacing decides. */
import { defined } from '@outdial/core';
import type { Pacer, PacerFact } from '@outdial/core';
import { drawCall, worldsOf } from './call-world.js';
import type { CallWorld, DrawnCall } from './call-world.js';
import { EventQueue } from './event-queue.js';
import { PacingMeasure, type SimulatedState } from './pacing-measure.js';
import type { InboundTraffic, PacingResult, PacingScenario } from './pacing-scenario.js';
import { seededRandom } from './samplers.js';
import type { UniformDraw } from './samplers.js';

interface SimAgent {
  readonly id: string;
  state: SimulatedState;
  leaving: boolean;
}

/** An answered call, and the sampler of its conversation. */
interface AnsweredCall {
  readonly id: string;
  readonly talk: DrawnCall['talk'];
}
interface WaitingCall extends AnsweredCall {
  readonly deadline: number;
  taken: boolean;
}

/** What a dead trunk held back comes within this time of its return, ms. */
export const BURST_MS = 2_000;
const BURST_STEPS = 20;
const HOUR_MS = 3_600_000;

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
  readonly #opinions: UniformDraw;
  readonly #callersDraw: UniformDraw;
  #world: CallWorld;
  readonly #start: number;
  readonly #measure: PacingMeasure;
  readonly #agents: SimAgent[] = [];
  #ready: SimAgent[] = [];
  #waiting: WaitingCall[] = [];
  /** When each caller who waits came in. */
  #callers: number[] = [];
  #pending = 0;
  #calls = 0;
  #decisions = 0;

  constructor(scenario: PacingScenario, pacer: Pacer) {
    this.#scenario = scenario;
    this.#pacer = pacer;
    this.#world = scenario;
    this.#start = scenario.origin ?? 0;
    this.#events = new EventQueue(this.#start);
    this.#arrivals = seededRandom(scenario.seed * 2 + 1);
    this.#work = seededRandom(scenario.seed * 2 + 2);
    this.#opinions = seededRandom(-1 - scenario.seed);
    this.#callersDraw = seededRandom(-1_000_003 - scenario.seed);
    this.#measure = new PacingMeasure(scenario);
  }

  run(): PacingResult {
    const [scenario, events, start] = [this.#scenario, this.#events, this.#start];
    this.#staff(scenario.agents);
    for (const change of scenario.roster ?? [])
      events.schedule(start + change.at, () => this.#staff(change.agents));
    worldsOf(scenario).forEach((world, i) => {
      if (i > 0) events.schedule(start + scenario.changes![i - 1]!.at, () => (this.#world = world));
    });
    this.#tick();
    if (scenario.inbound !== undefined) this.#expectCaller(scenario.inbound);
    while (events.step(start + scenario.duration)) this.#decide();
    this.#measure.addUp(events.now);
    return this.#measure.result(this.#decisions);
  }

  get #elapsed(): number {
    return this.#events.now - this.#start;
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
    const [scenario, world, random] = [this.#scenario, this.#world, this.#arrivals];
    const at = this.#events.now;
    const callId = `c${(this.#calls += 1)}`;
    const rate =
      scenario.callProbability?.(random, this.#elapsed) ??
      (typeof world.answerRate === 'number' ? world.answerRate : world.answerRate(this.#elapsed));
    this.#measure.count('dials', at);
    this.#report({
      type: 'dialed',
      callId,
      at,
      ...defined({ answerProbability: this.#told(rate) }),
    });
    const { outcome, after, talk } = drawCall(world, rate, random);
    if (outcome === 'answered') this.#later(after, () => this.#answer({ id: callId, talk }));
    else this.#later(after, () => this.#report({ type: 'ended', callId, outcome, at: this.#events.now }));
  }

  #told(probability: number): number | undefined {
    const { score, tellsProbability } = this.#scenario;
    return score?.(probability, this.#opinions) ?? (tellsProbability === true ? probability : undefined);
  }

  /** Something happens to a call; while the trunk is dead, it shows only when the trunk is back. */
  #later(after: number, happens: () => void): void {
    const at = this.#events.now + after;
    const { from, until } = this.#scenario.outage ?? { from: Infinity, until: Infinity };
    const isHeld = at >= this.#start + from && at < this.#start + until;
    const place = (this.#calls % BURST_STEPS) / BURST_STEPS;
    this.#events.schedule(isHeld ? this.#start + until + place * BURST_MS : at, happens);
  }

  #answer({ id, talk }: AnsweredCall): void {
    const at = this.#events.now;
    this.#measure.count('answers', at);
    this.#report({ type: 'answered', callId: id, at });
    const agent = this.#ready.shift();
    if (agent !== undefined) {
      this.#connect({ id, talk }, agent);
      return;
    }
    const call = { id, talk, deadline: at + this.#scenario.connectGrace, taken: false };
    this.#waiting.push(call);
    if (this.#scenario.connectGrace === 0) this.#giveUp(call);
    else this.#events.schedule(call.deadline, () => this.#giveUp(call));
  }

  #giveUp(call: WaitingCall): void {
    if (call.taken) return;
    this.#waiting = this.#waiting.filter((other) => other !== call);
    this.#measure.count('abandoned', this.#events.now);
    this.#report({ type: 'abandoned', callId: call.id, at: this.#events.now });
  }

  #connect({ id: callId, talk }: AnsweredCall, agent: SimAgent): void {
    const at = this.#events.now;
    this.#enter(agent, 'talking');
    this.#report({ type: 'connected', callId, agentId: agent.id, at });
    this.#talk(agent, talk);
  }

  /** The next caller, by thinning a Poisson process of the highest rate. */
  #expectCaller(traffic: InboundTraffic): void {
    const random = this.#callersDraw;
    const after = (-Math.log(1 - random()) * HOUR_MS) / traffic.mostPerHour;
    this.#events.schedule(this.#events.now + after, () => {
      const rate = typeof traffic.perHour === 'number' ? traffic.perHour : traffic.perHour(this.#elapsed);
      if (random() * traffic.mostPerHour < rate) this.#comesIn();
      this.#expectCaller(traffic);
    });
  }

  #comesIn(): void {
    const agent = this.#ready.shift();
    if (agent === undefined) this.#callers.push(this.#events.now);
    else this.#serve(this.#events.now, agent);
  }

  #serve(cameIn: number, agent: SimAgent): void {
    const at = this.#events.now;
    const { talk, within } = this.#scenario.inbound!;
    this.#measure.count('inbound', at);
    if (at - cameIn > within) this.#measure.count('late', at);
    this.#enter(agent, 'talking');
    this.#talk(agent, talk);
  }

  #talk(agent: SimAgent, talk: DrawnCall['talk']): void {
    const at = this.#events.now;
    this.#report({ type: 'agent', agentId: agent.id, state: 'talking', at });
    this.#events.schedule(at + talk(this.#work), () => {
      this.#enter(agent, 'wrap-up');
      this.#report({ type: 'agent', agentId: agent.id, state: 'wrap-up', at: this.#events.now });
      const wrapUp = this.#world.wrapUp(this.#work);
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
    const cameIn = this.#callers.shift();
    if (cameIn !== undefined) {
      this.#serve(cameIn, agent);
      return;
    }
    const call = this.#waiting.shift();
    if (call === undefined) {
      this.#ready.push(agent);
      return;
    }
    call.taken = true;
    this.#connect(call, agent);
  }

  #enter(agent: SimAgent, state: SimulatedState): void {
    this.#measure.enter(agent.state, state, this.#events.now);
    agent.state = state;
  }

  /** Agents who log in are ready at once. Of those who log out, busy ones finish their call first. */
  #staff(target: number): void {
    while (this.#agents.length < target)
      this.#agents.push({
        id: `a${this.#agents.length + 1}`,
        state: 'offline',
        leaving: true,
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
