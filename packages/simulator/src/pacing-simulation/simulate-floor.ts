/**
 * A small simulation of several campaigns that share agents: no engine, no carrier, only what pacing
 * decides.
 */
import type { AgentReach, CallTaker, FloorPacerFact } from '@outdial/core';
import { EventQueue } from './event-queue.js';
import { seededRandom } from './samplers.js';
import type { Sampler, UniformDraw } from './samplers.js';

/** What paces a simulated floor: `createFloorPacer`, or a baseline. */
export interface FloorPacing {
  observe(fact: FloorPacerFact): void;
  /** Calls to place now in addition to those in flight, by campaign id. */
  decide(now: number): ReadonlyMap<string, { readonly calls: number }>;
  /** Which of these agents, all in reach, takes an answered call; undefined: none of them. */
  chooseAgent(campaignId: string, among: readonly CallTaker[]): string | undefined;
}

/** One campaign of a simulated floor; durations in ms, shares 0..1. */
export interface SimulatedFloorCampaign {
  readonly campaignId: string;
  readonly answerRate: number | ((elapsed: number) => number);
  /** Dialing to the person's answer. */
  readonly ring: Sampler;
  /** Dialing to any other ending. */
  readonly failure: Sampler;
  readonly talk: Sampler;
  readonly wrapUp: Sampler;
  /** Whether there are leads to dial at this time since the start; default always. */
  readonly leads?: (elapsed: number) => boolean;
}

/** Agents who take calls of the same campaigns. */
export interface SimulatedAgentGroup extends AgentReach {
  readonly count: number;
}

/** A floor to simulate. */
export interface FloorScenario {
  readonly campaigns: readonly SimulatedFloorCampaign[];
  readonly agents: readonly SimulatedAgentGroup[];
  readonly connectGrace: number;
  readonly duration: number;
  /** Not counted at the start. */
  readonly warmUp: number;
  readonly seed: number;
  /** From the decision to the dial command; default 0. */
  readonly dialDelay?: number;
  /** Between decisions without facts; default 1 s. */
  readonly tick?: number;
}

/** Figures of one campaign, warm-up cut. */
export interface FloorCampaignResult {
  readonly answers: number;
  readonly abandoned: number;
  /** Abandoned / live answers. */
  readonly abandonment: number;
  readonly dials: number;
  /** Talk and wrap-up for this campaign over the staffed time of all agents. */
  readonly busyShare: number;
}

/** Figures of a floor. */
export interface FloorResult {
  readonly campaigns: ReadonlyMap<string, FloorCampaignResult>;
  /** (talk + wrap-up) / staffed time. */
  readonly occupancy: number;
  readonly decisions: number;
}

interface FloorAgent {
  readonly agentId: string;
  readonly reach: AgentReach;
  state: 'ready' | 'talking' | 'wrap-up';
  readySince: number;
}

interface CampaignRun {
  readonly campaign: SimulatedFloorCampaign;
  readonly arrivals: UniformDraw;
  readonly work: UniformDraw;
  pending: number;
  busyNow: number;
  busyTime: number;
  answers: number;
  abandoned: number;
  dials: number;
}

interface WaitingCall {
  readonly callId: string;
  readonly run: CampaignRun;
  isTaken: boolean;
}

/** Runs a floor with any pacing. Pure, and reproducible from the seed. */
export function simulateFloor(scenario: FloorScenario, pacing: FloorPacing): FloorResult {
  return new FloorSimulation(scenario, pacing).run();
}

class FloorSimulation {
  readonly #scenario: FloorScenario;
  readonly #pacing: FloorPacing;
  readonly #events = new EventQueue(0);
  readonly #runs: readonly CampaignRun[];
  readonly #agents: readonly FloorAgent[];
  #waiting: WaitingCall[] = [];
  #calls = 0;
  #measuredAt = 0;
  #decisions = 0;

  constructor(scenario: FloorScenario, pacing: FloorPacing) {
    this.#scenario = scenario;
    this.#pacing = pacing;
    // Each campaign draws its own chances, so that all pacers meet the same.
    this.#runs = scenario.campaigns.map((campaign, i) => ({
      campaign,
      arrivals: seededRandom(scenario.seed * 1_000 + 2 * i + 1),
      work: seededRandom(scenario.seed * 1_000 + 2 * i + 2),
      pending: 0,
      busyNow: 0,
      busyTime: 0,
      answers: 0,
      abandoned: 0,
      dials: 0,
    }));
    let number = 0;
    this.#agents = scenario.agents.flatMap(({ count, ...reach }) =>
      Array.from({ length: count }, () => ({
        agentId: `a${(number += 1)}`,
        reach,
        state: 'ready' as const,
        readySince: 0,
      })),
    );
  }

  run(): FloorResult {
    const { duration, tick = 1_000 } = this.#scenario;
    for (const { agentId, reach } of this.#agents)
      this.#pacing.observe({ type: 'agent', agentId, state: 'ready', at: 0, reach });
    const again = (): void => this.#events.schedule(this.#events.now + tick, again);
    again();
    while (this.#events.step(duration)) this.#decide();
    this.#measure();
    return this.#result();
  }

  #result(): FloorResult {
    const staffed = this.#agents.length * (this.#scenario.duration - this.#scenario.warmUp);
    const campaigns = this.#runs.map(
      ({ campaign, answers, abandoned, dials, busyTime }) =>
        [
          campaign.campaignId,
          {
            answers,
            abandoned,
            abandonment: answers > 0 ? abandoned / answers : 0,
            dials,
            busyShare: busyTime / staffed,
          },
        ] as const,
    );
    return {
      campaigns: new Map(campaigns),
      occupancy: this.#runs.reduce((sum, { busyTime }) => sum + busyTime, 0) / staffed,
      decisions: this.#decisions,
    };
  }

  get #counts(): boolean {
    return this.#events.now >= this.#scenario.warmUp;
  }

  #measure(): void {
    const now = this.#events.now;
    const from = Math.max(this.#measuredAt, this.#scenario.warmUp);
    if (now > from) for (const run of this.#runs) run.busyTime += (now - from) * run.busyNow;
    this.#measuredAt = now;
  }

  #decide(): void {
    this.#decisions += 1;
    const decided = this.#pacing.decide(this.#events.now);
    for (const run of this.#runs) {
      if (run.campaign.leads?.(this.#events.now) === false) continue;
      const calls = decided.get(run.campaign.campaignId)?.calls ?? 0;
      for (let n = Math.max(0, calls - run.pending); n > 0; n -= 1) this.#place(run);
    }
  }

  #place(run: CampaignRun): void {
    const { dialDelay = 0 } = this.#scenario;
    if (dialDelay === 0) {
      this.#dial(run);
      return;
    }
    run.pending += 1;
    this.#events.schedule(this.#events.now + dialDelay, () => {
      run.pending -= 1;
      this.#dial(run);
    });
  }

  #dial(run: CampaignRun): void {
    const at = this.#events.now;
    const { campaignId, answerRate, ring, failure } = run.campaign;
    const callId = `c${(this.#calls += 1)}`;
    if (this.#counts) run.dials += 1;
    this.#pacing.observe({ type: 'dialed', campaignId, callId, at });
    const rate = typeof answerRate === 'number' ? answerRate : answerRate(at);
    const isAnswered = run.arrivals() < rate;
    const [rings, fails] = [ring(run.arrivals), failure(run.arrivals)];
    if (isAnswered) this.#events.schedule(at + rings, () => this.#answer(run, callId));
    else
      this.#events.schedule(at + fails, () =>
        this.#pacing.observe({
          type: 'ended',
          campaignId,
          callId,
          outcome: 'no-answer',
          at: this.#events.now,
        }),
      );
  }

  #answer(run: CampaignRun, callId: string): void {
    const at = this.#events.now;
    const { campaignId } = run.campaign;
    if (this.#counts) run.answers += 1;
    this.#pacing.observe({ type: 'answered', campaignId, callId, at });
    const agent = this.#agentFor(campaignId);
    if (agent !== undefined) {
      this.#connect(run, callId, agent);
      return;
    }
    const call = { callId, run, isTaken: false };
    this.#waiting.push(call);
    if (this.#scenario.connectGrace === 0) this.#giveUp(call);
    else this.#events.schedule(at + this.#scenario.connectGrace, () => this.#giveUp(call));
  }

  #agentFor(campaignId: string): FloorAgent | undefined {
    const ready = this.#agents.filter(
      ({ state, reach }) => state === 'ready' && (reach.campaigns?.includes(campaignId) ?? true),
    );
    const chosen = ready.length === 0 ? undefined : this.#pacing.chooseAgent(campaignId, ready);
    return ready.find(({ agentId }) => agentId === chosen);
  }

  #giveUp(call: WaitingCall): void {
    if (call.isTaken) return;
    this.#waiting = this.#waiting.filter((other) => other !== call);
    if (this.#counts) call.run.abandoned += 1;
    const { campaignId } = call.run.campaign;
    this.#pacing.observe({ type: 'abandoned', campaignId, callId: call.callId, at: this.#events.now });
  }

  #connect(run: CampaignRun, callId: string, agent: FloorAgent): void {
    const at = this.#events.now;
    const { campaignId } = run.campaign;
    this.#measure();
    run.busyNow += 1;
    agent.state = 'talking';
    this.#pacing.observe({ type: 'connected', campaignId, callId, agentId: agent.agentId, at });
    this.#pacing.observe({ type: 'agent', agentId: agent.agentId, state: 'talking', at });
    this.#events.schedule(at + run.campaign.talk(run.work), () => {
      const wrapUp = run.campaign.wrapUp(run.work);
      agent.state = 'wrap-up';
      this.#pacing.observe({ type: 'agent', agentId: agent.agentId, state: 'wrap-up', at: this.#events.now });
      if (wrapUp === 0) this.#free(run, agent);
      else this.#events.schedule(this.#events.now + wrapUp, () => this.#free(run, agent));
    });
  }

  #free(run: CampaignRun, agent: FloorAgent): void {
    const at = this.#events.now;
    this.#measure();
    run.busyNow -= 1;
    agent.state = 'ready';
    agent.readySince = at;
    this.#pacing.observe({ type: 'agent', agentId: agent.agentId, state: 'ready', at });
    for (const call of this.#waiting) {
      if (this.#agentFor(call.run.campaign.campaignId) !== agent) continue;
      call.isTaken = true;
      this.#waiting = this.#waiting.filter((other) => other !== call);
      this.#connect(call.run, call.callId, agent);
      return;
    }
  }
}
