/** The forecast of a class of agents: how many who are busy now come free, by horizon. */
import { DurationGrid } from '../estimation/duration-grid.js';
import { AgeLadder } from './age-ladder.js';
import type { LadderEntry } from './age-ladder.js';
import type { AgentReturn } from './agent-return.js';
import type { AgentRecord } from './agent-roster.js';
import { HORIZONS } from './horizons.js';
import type { Learning } from './learning.js';

/** Groups of the agent ladder, for each campaign; other work is counted with the first. */
const TALKING = 0;
const OTHER_WORK = 1;
const WRAP_UP = 2;
const GROUPS = 3;

const AGENT_GRID = new DurationGrid(1_000, 1.12, 7_200_000);

/** Whether other work began, or what seemed to be some was a call of a campaign. */
export type OtherWorkChange = 'began' | 'was none' | undefined;

/** Agents who take calls of the same campaigns, with those of them who are busy by activity and age. */
export class AgentOutlook {
  readonly agents: AgeLadder;
  readonly #entries = new Map<AgentRecord, LadderEntry>();
  readonly #staffed = new Set<AgentRecord>();
  readonly #taken: ReadonlySet<number> | undefined;

  /**
   * @param campaigns number of campaigns of the floor, whether or not these agents take their calls
   * @param taken places of those whose calls they take; undefined: of all
   */
  constructor(campaigns: number, taken?: ReadonlySet<number>) {
    this.#taken = taken;
    this.agents = new AgeLadder(AGENT_GRID, GROUPS * campaigns, HORIZONS);
  }

  /** Agents neither offline nor paused. */
  get staffed(): number {
    return this.#staffed.size;
  }

  /** Whether they take the calls of the campaign at this place. */
  takes(campaign: number): boolean {
    return this.#taken?.has(campaign) ?? true;
  }

  /**
   * An agent changed state; `campaign` is the place of the campaign they talk or talked for. Returns what
   * that means for other work.
   */
  changed(agent: AgentRecord, campaign: number, now: number): OtherWorkChange {
    const before = this.#entries.get(agent);
    const wasOther = before?.group === OTHER_WORK;
    this.forget(agent);
    if (agent.state !== 'offline' && agent.state !== 'paused') this.#staffed.add(agent);
    const group = groupOf(agent);
    if (group === undefined) return undefined;
    const of = group === OTHER_WORK ? 0 : campaign;
    this.#entries.set(agent, this.agents.add(agent.since, GROUPS * of + group, now));
    if (group === OTHER_WORK) return 'began';
    return wasOther && before.since === agent.since ? 'was none' : undefined;
  }

  forget(agent: AgentRecord): void {
    this.#staffed.delete(agent);
    const entry = this.#entries.get(agent);
    if (entry === undefined) return;
    this.agents.remove(entry);
    this.#entries.delete(agent);
  }

  /** Agents busy with calls of this campaign or with other work, which every campaign learns. */
  busyWith(campaign: number): number {
    let busy = 0;
    this.agents.forEachCell((group, _, count) => {
      if (campaignOf(group) === campaign || group === OTHER_WORK) busy += count;
    });
    return busy;
  }

  /** Conversations that still run are right-censored observations. */
  noteRunning({ talk, other, wrapUp }: Learning, campaign: number): void {
    const estimators = [talk, other, wrapUp];
    this.agents.forEachCell((group, age, count) => {
      if (campaignOf(group) === campaign || group === OTHER_WORK)
        estimators[group % GROUPS]!.addRunning(age, count);
    });
  }
}

/**
 * Probability that a busy agent is free by each horizon, by campaign, activity and age; `until` includes the
 * grace.
 */
export function agentTable(
  returns: readonly AgentReturn[],
  until: readonly number[],
  withOtherWork: boolean,
): Float64Array {
  const { cells } = AGENT_GRID;
  const table = new Float64Array(GROUPS * returns.length * cells * HORIZONS);
  returns.forEach((agents, campaign) => {
    const rooms = until.map((horizon) => agents.room(horizon));
    const base = GROUPS * campaign;
    for (let cell = 0; cell < cells; cell += 1) {
      const age = AGENT_GRID.middleOf(cell);
      const talking = placeOf(base + TALKING, cell);
      const other = placeOf(base + OTHER_WORK, cell);
      const wrapUp = placeOf(base + WRAP_UP, cell);
      rooms.forEach((room, j) => {
        table[talking + j] = agents.fromTalk(age, room);
        if (withOtherWork && campaign === 0) table[other + j] = agents.fromOtherWork(age, room);
        table[wrapUp + j] = agents.fromWrapUp(age, room);
      });
    }
  });
  return table;
}

/** Where the horizons of a cell begin in the table. */
function placeOf(group: number, cell: number): number {
  return (group * AGENT_GRID.cells + cell) * HORIZONS;
}

function campaignOf(group: number): number {
  return Math.floor(group / GROUPS);
}

function groupOf({ state, ownCall }: AgentRecord): number | undefined {
  if (state === 'talking') return ownCall ? TALKING : OTHER_WORK;
  return state === 'wrap-up' ? WRAP_UP : undefined;
}
