import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Lead } from '@outdial/core';
import { claim, factsOf, opening, recover, result } from './port-world.js';
import type { PortNode, PortWorld, WorldFactory } from './port-world.js';

/** One step of a random life; numbers choose among what there is. */
type Step =
  | { readonly do: 'claim'; readonly node: number; readonly count: number }
  | { readonly do: 'open'; readonly node: number; readonly which: number }
  | {
      readonly do: 'close';
      readonly node: number;
      readonly which: number;
      readonly outcome: 'no-answer' | 'conversation' | 'congestion' | 'invalid-number';
    }
  | { readonly do: 'release'; readonly node: number; readonly which: number }
  | { readonly do: 'withdraw'; readonly lead: number }
  | { readonly do: 'settle' | 'crash'; readonly node: number }
  | { readonly do: 'advance'; readonly ms: number };

const which = fc.nat(99);
const node = fc.nat(1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('claim' as const), node, count: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('open' as const), node, which }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      node,
      which,
      outcome: fc.constantFrom('no-answer', 'conversation', 'congestion', 'invalid-number'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('release' as const), node, which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('withdraw' as const), lead: which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('settle' as const), node }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), node }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('advance' as const), ms: fc.integer({ min: 1, max: 5_000_000 }) }),
  },
);

/** Ten leads on seven persons and eight numbers, in two lists: enough to collide all the time. */
const LEADS = [
  ['a', '+13035550101'],
  ['a', '+13035550102'],
  ['b', '+13035550101'],
  ['c', '+13035550103'],
  ['d', '+13035550104'],
  ['e', '+13035550105'],
  ['f', '+13035550106'],
  ['g', '+13035550107'],
  ['g', '+13035550108'],
  ['b', '+13035550108'],
] as const;

/** ms; for long runs by FC_RUNS. */
const TIME_LIMIT = 300_000;

/**
 * Properties that hold however processes race and die: rivals never share a lead, nothing is lost, nothing is
 * doubled.
 */
export function rivalsContract(
  name: string,
  create: WorldFactory,
  runs: { readonly claims: number; readonly lives: number },
): void {
  describe(`rivals: ${name}`, () => {
    test(
      'processes that claim in parallel never share a lead, and leave none behind',
      async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.integer({ min: 1, max: 40 }),
            fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 4 }),
            async (leads, batches) => {
              const world = await create();
              try {
                const ids = await world.addLeads(
                  'list',
                  Array.from({ length: leads }, (_, index) => ({
                    phones: [`+1303555${1_000 + index}`],
                    priority: index % 3,
                  })),
                );
                const nodes = await Promise.all(batches.map((_, index) => world.node(`n${index}`)));
                for (const [index, rival] of nodes.entries()) {
                  await world.defineCampaign(`c${index}`, ['list']);
                  await recover(world, rival, `c${index}`);
                }
                const won = (
                  await Promise.all(
                    nodes.map((rival, index) => claimAll(world, rival, `c${index}`, batches[index] ?? 1)),
                  )
                ).flat();
                expect([...won].sort()).toEqual([...ids].sort());
              } finally {
                await world.close();
              }
            },
          ),
          { numRuns: runs.claims },
        );
      },
      TIME_LIMIT,
    );

    test(
      'random lives with crashes keep every lead, one attempt a number and person, and one end an attempt',
      async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
            const world = await create();
            try {
              const life = await Life.begin(world);
              for (const one of steps) await life.take(one);
              await life.end();
            } finally {
              await world.close();
            }
          }),
          { numRuns: runs.lives },
        );
      },
      TIME_LIMIT,
    );
  });
}

async function claimAll(
  world: PortWorld,
  rival: PortNode,
  campaignId: string,
  count: number,
): Promise<string[]> {
  const won: string[] = [];
  for (;;) {
    const leads = await claim(world, rival, campaignId, count);
    won.push(...leads.map((lead) => lead.leadId));
    // A rival may hold the last rows locked for a moment: only the second empty answer in a row is believed.
    if (
      leads.length === 0 &&
      (await claim(world, rival, campaignId, 1).then(
        (more) => won.push(...more.map((lead) => lead.leadId)) && more.length,
      )) === 0
    )
      return won;
  }
}

/**
 * Two campaigns on two processes over shared persons and numbers, driven at random, with a model of what must
 * be true.
 */
class Life {
  readonly #world: PortWorld;
  readonly #ids: readonly string[];
  #nodes: PortNode[] = [];
  /** Leads in hand by campaign, not opened. */
  readonly #held: Lead[][] = [[], []];
  /** Attempts asked for and not closed, by campaign. */
  readonly #open: Map<string, Lead>[] = [new Map(), new Map()];
  readonly #read: number[] = [0, 0];
  #serial = 0;

  private constructor(world: PortWorld, ids: readonly string[]) {
    this.#world = world;
    this.#ids = ids;
  }

  static async begin(world: PortWorld): Promise<Life> {
    const ids = [
      ...(await world.addLeads('even', LEADS.filter((_, index) => index % 2 === 0).map(seed))),
      ...(await world.addLeads('odd', LEADS.filter((_, index) => index % 2 === 1).map(seed))),
    ];
    const life = new Life(world, [...new Set(ids)]);
    for (const index of [0, 1]) {
      await world.defineCampaign(campaign(index), ['even', 'odd']);
      await life.#start(index);
    }
    return life;
  }

  async take(one: Step): Promise<void> {
    switch (one.do) {
      case 'claim': {
        await this.#settle(one.node);
        this.#held[one.node]?.push(
          ...(await claim(this.#world, this.#node(one.node), campaign(one.node), one.count)),
        );
        this.#read[one.node] = this.#node(one.node).facts.length;
        return;
      }
      case 'open':
        return this.#openOne(one.node, one.which);
      case 'close':
        return this.#closeOne(one.node, one.which, one.outcome);
      case 'release':
        return this.#releaseOne(one.node, one.which);
      case 'withdraw':
        return this.#world.withdraw([this.#ids[one.lead % this.#ids.length] ?? ''], 'recalled');
      case 'settle':
        return this.#settle(one.node);
      case 'crash':
        return this.#crash(one.node);
      case 'advance':
        return this.#world.advance(one.ms);
      default:
        one satisfies never;
    }
  }

  /** Everything ends: crash both, recover, close what is open; then the books must balance. */
  async end(): Promise<void> {
    for (const index of [0, 1]) await this.#crash(index);
    for (const index of [0, 1]) {
      for (const [attemptId, lead] of this.#open[index] ?? [])
        this.#node(index).journal.close({
          campaignId: campaign(index),
          attemptId,
          result: result(this.#world, lead, { outcome: 'unknown' }),
          at: this.#world.now(),
        });
      await this.#settle(index);
    }
    const attempts = await this.#world.attempts();
    expect(attempts.filter((attempt) => !attempt.ended)).toEqual([]);
    expect(attempts.filter((attempt) => attempt.outcome === null || !attempt.decisionAllowed)).toEqual([]);
    expect(new Set(attempts.map((attempt) => attempt.attemptId)).size).toBe(attempts.length);
    for (const leadId of this.#ids) {
      const lead = await this.#world.lead(leadId);
      expect(lead.status).not.toBe('claimed');
      if (lead.status === 'open') expect(lead.nextDialableAt).not.toBeNull();
      expect(lead.attempts).toBe(
        attempts.filter((attempt) => attempt.leadId === leadId && attempt.outcome !== 'congestion').length,
      );
    }
  }

  #node(index: number): PortNode {
    const found = this.#nodes[index];
    if (!found) throw new Error('no node');
    return found;
  }

  async #start(index: number): Promise<void> {
    const started = await this.#world.node(`n${index}`);
    this.#nodes[index] = started;
    const recovered = await recover(this.#world, started, campaign(index));
    this.#read[index] = started.facts.length;
    this.#held[index] = [];
    this.#open[index] = new Map(recovered.open.map((attempt) => [attempt.attemptId, attempt.lead]));
  }

  async #crash(index: number): Promise<void> {
    await this.#node(index).crash();
    await this.#start(index);
  }

  /** Reads the answers: refused and colliding leads go back as a campaign would give them back. */
  async #settle(index: number): Promise<void> {
    const settled = this.#node(index);
    await settled.settle();
    for (const fact of settled.facts.slice(this.#read[index] ?? 0)) {
      if (
        fact.type !== 'attempt.in-progress' &&
        fact.type !== 'attempt.refused' &&
        fact.type !== 'attempt.open-failed'
      )
        continue;
      const lead = this.#open[index]?.get(fact.attemptId);
      this.#open[index]?.delete(fact.attemptId);
      if (lead)
        settled.leads.release({
          campaignId: campaign(index),
          leadIds: [lead.leadId],
          at: this.#world.now(),
          why: fact.type,
        });
    }
    expect(factsOf(settled, 'attempt.close-failed')).toEqual([]);
    await settled.settle();
    this.#read[index] = settled.facts.length;
    await this.#noCollision();
  }

  async #noCollision(): Promise<void> {
    const inProgress = (await this.#world.attempts()).filter((attempt) => !attempt.ended);
    expect(new Set(inProgress.map((attempt) => attempt.phone)).size).toBe(inProgress.length);
    expect(new Set(inProgress.map((attempt) => attempt.personId)).size).toBe(inProgress.length);
  }

  #openOne(index: number, choice: number): void {
    const held = this.#held[index] ?? [];
    const [lead] = held.splice(choice % Math.max(1, held.length), 1);
    if (!lead) return;
    const attemptId = `${campaign(index)}-1-${(this.#serial += 1)}`;
    this.#open[index]?.set(attemptId, lead);
    this.#node(index).journal.open(opening(this.#world, campaign(index), attemptId, lead));
  }

  #closeOne(
    index: number,
    choice: number,
    outcome: 'no-answer' | 'conversation' | 'congestion' | 'invalid-number',
  ): void {
    const open = [...(this.#open[index] ?? [])];
    const [attemptId, lead] = open[choice % Math.max(1, open.length)] ?? [];
    if (
      attemptId === undefined ||
      !lead ||
      !this.#node(index).facts.some((fact) => fact.type === 'attempt.opened' && fact.attemptId === attemptId)
    )
      return;
    this.#open[index]?.delete(attemptId);
    const ending = result(this.#world, lead, {
      outcome,
      countsAsAttempt: outcome !== 'congestion',
      liveAnswer: outcome === 'conversation',
      closes: outcome === 'invalid-number' ? 'number' : 'none',
    });
    // Told twice at once, as a campaign does that heard no answer.
    for (let times = 0; times < 2; times += 1)
      this.#node(index).journal.close({
        campaignId: campaign(index),
        attemptId,
        result: ending,
        at: this.#world.now(),
      });
  }

  #releaseOne(index: number, choice: number): void {
    const held = this.#held[index] ?? [];
    const [lead] = held.splice(choice % Math.max(1, held.length), 1);
    if (lead)
      this.#node(index).leads.release({
        campaignId: campaign(index),
        leadIds: [lead.leadId],
        at: this.#world.now(),
        why: 'not needed',
      });
  }
}

function campaign(index: number): string {
  return `c${index}`;
}

function seed([person, phone]: readonly [string, string]): {
  readonly person: string;
  readonly phones: readonly string[];
} {
  return { person, phones: [phone] };
}
