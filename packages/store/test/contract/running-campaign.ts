/** What most contract tests begin with: a fresh world with one node that runs one campaign. */
import { afterEach, beforeEach } from '@jest/globals';
import { defined } from '@outdial/core';
import type { AttemptResult, Fact, GateRequest, Lead, OpenRequest } from '@outdial/core';
import { allowing, claim, close, factsOf, open, opening, recover, result } from './port-world.js';
import type { ClaimOptions, FactOfType, PortNode, PortWorld } from './port-world.js';

/** The campaign; it dials the list 'list'. */
export const CAMPAIGN = 'spring';

/** One hour, ms. */
export const HOUR = 3_600_000;

/** One day, ms. */
export const DAY = 24 * HOUR;

/** A world whose nodes have more than the port's, where it is a database. */
interface WorldOf<Node> {
  node(name: string): Promise<Node>;
}

/** Makes the world anew before each test of the surrounding `describe`, and closes it afterwards. */
export function runningCampaign<World extends PortWorld, Node extends PortNode>(
  create: () => Promise<WorldOf<Node> & World>,
): RunningCampaign<World, Node> {
  const campaign = new RunningCampaign<World, Node>();
  beforeEach(async () => {
    const world = await create();
    await world.defineCampaign(CAMPAIGN, ['list']);
    const node = await world.node('n1');
    await recover(world, node, CAMPAIGN);
    campaign.begin(world, node);
  });
  afterEach(() => campaign.world.close());
  return campaign;
}

/** The campaign of the test that runs now, on node 'n1'. */
export class RunningCampaign<World extends PortWorld, Node extends PortNode> {
  #world: World | undefined;
  #node: Node | undefined;

  begin(world: World, node: Node): void {
    this.#world = world;
    this.#node = node;
  }

  get world(): World {
    if (!this.#world) throw new Error('the world is made before each test, not before that');
    return this.#world;
  }

  get node(): Node {
    if (!this.#node) throw new Error('the node is made before each test, not before that');
    return this.#node;
  }

  /** What the node reported of this type, in order. */
  facts<Type extends Fact['type']>(type: Type): FactOfType<Type>[] {
    return factsOf(this.node, type);
  }

  async claim(count: number, options: ClaimOptions = {}): Promise<readonly Lead[]> {
    return claim(this.world, this.node, CAMPAIGN, count, options);
  }

  /** Adds a lead to the list and claims it. */
  async newLead(phones: readonly string[] = ['+13035550101'], person?: string): Promise<Lead> {
    const [leadId = ''] = await this.world.addLeads('list', [defined({ phones, person })]);
    return this.claimOne(leadId);
  }

  async claimOne(leadId: string): Promise<Lead> {
    const [lead] = await this.claim(1, { leadId });
    if (!lead) throw new Error('the lead was not claimed');
    return lead;
  }

  opening(attemptId: string, lead: Lead): OpenRequest {
    return opening(this.world, CAMPAIGN, attemptId, lead);
  }

  /** Opens an attempt and waits; the type of the answer. */
  async open(
    attemptId: string,
    lead: Lead,
    more: Partial<OpenRequest> = {},
  ): Promise<Fact['type'] | undefined> {
    return open(this.world, this.node, CAMPAIGN, attemptId, lead, more);
  }

  /** Opens an attempt that the gate allows; what the gate was asked. */
  async openAsking(attemptId: string, lead: Lead): Promise<GateRequest> {
    let asked: GateRequest | undefined;
    this.world.gate = (request) => allowing((asked = request));
    await this.open(attemptId, lead);
    if (!asked) throw new Error('the gate was not asked');
    return asked;
  }

  /** Closes an attempt and waits: nobody answered, unless `more` says otherwise. The type of the answer. */
  async close(
    attemptId: string,
    lead: Lead,
    more: Partial<AttemptResult> = {},
  ): Promise<Fact['type'] | undefined> {
    return close(this.world, this.node, CAMPAIGN, attemptId, result(this.world, lead, more));
  }
}
