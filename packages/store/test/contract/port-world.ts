import { defined } from '@outdial/core';
import type {
  AttemptResult,
  ComplianceGate,
  Fact,
  GateDecision,
  GateRequest,
  Journal,
  Lead,
  LeadQueue,
  OpenRequest,
  Outcome,
} from '@outdial/core';

/**
 * What the contract suites of `LeadQueue` and `Journal` need of an implementation, and no more: the database
 * store and the simulated list both pass them. A world is one store; its nodes are processes that share it.
 */
export interface PortWorld {
  /** Epoch ms; stands still unless `advance` moves it. */
  now(): number;
  advance(ms: number): void;
  /** A process. The same name again is that process started anew. */
  node(name: string): Promise<PortNode>;
  /** Puts leads into a list; ids in their order. */
  addLeads(listId: string, leads: readonly SeedLead[]): Promise<string[]>;
  /** Makes a campaign dial these lists. */
  defineCampaign(campaignId: string, lists: readonly string[]): Promise<void>;
  /** Closes leads from outside. */
  withdraw(leadIds: readonly string[], reason: string): Promise<void>;
  /** What the gate answers from now on. */
  gate: ComplianceGate['decide'];
  lead(leadId: string): Promise<LeadStanding>;
  attempts(): Promise<readonly AttemptStanding[]>;
  close(): Promise<void>;
}

/** A process of a world. */
export interface PortNode {
  readonly leads: LeadQueue;
  readonly journal: Journal;
  /** Everything the ports said, in order. */
  readonly facts: Fact[];
  /** Until every command given so far is carried out and answered, and changes from outside were noticed. */
  settle(): Promise<void>;
  /** The process is gone; nothing is tidied up. */
  crash(): Promise<void>;
}

export interface SeedLead {
  readonly person?: string;
  readonly phones: readonly string[];
  readonly priority?: number;
  readonly fields?: Readonly<Record<string, string>>;
}

export interface LeadStanding {
  readonly status: 'open' | 'claimed' | 'closed';
  readonly nextDialableAt: number | null;
  readonly attempts: number;
  readonly why: string;
  readonly openPhones: readonly string[];
}

export interface AttemptStanding {
  readonly attemptId: string;
  readonly leadId: string;
  readonly phone: string;
  readonly personId: string;
  readonly ended: boolean;
  readonly outcome: Outcome | null;
  readonly decisionAllowed: boolean;
}

export type WorldFactory = () => Promise<PortWorld>;

/** A gate that allows everything. */
export function allowing(request: GateRequest): GateDecision {
  return {
    allowed: true,
    refusals: [],
    nextAllowedAt: request.at,
    record: { asked: request.at, mode: request.mode },
  };
}

/** A gate that refuses with one rule. */
export function refusing(
  scope: 'call' | 'lead' | 'campaign',
  nextAllowedAt: number | null,
): (request: GateRequest) => GateDecision {
  return (request) => ({
    allowed: false,
    refusals: [{ rule: 'test.rule', citation: 'test', message: 'no', scope, nextAllowedAt }],
    nextAllowedAt,
    record: { asked: request.at },
  });
}

/** A fact of one type. */
export type FactOfType<Type extends Fact['type']> = Extract<Fact, { type: Type }>;

/** The facts of one type, in order. */
export function factsOf<Type extends Fact['type']>(node: PortNode, type: Type): FactOfType<Type>[] {
  return node.facts.filter((fact): fact is FactOfType<Type> => fact.type === type);
}

let serial = 0;

/** Which leads a claim may take. */
export interface ClaimOptions {
  /** Agents who are logged in. */
  readonly agentIds?: readonly string[];
  /** The one lead for a manual call. */
  readonly leadId?: string;
  /** Only leads with these numbers: the campaign is not live. */
  readonly onlyNumbers?: readonly string[];
}

/** Claims and waits; the leads of the answer. */
export async function claim(
  world: PortWorld,
  node: PortNode,
  campaignId: string,
  count: number,
  options: ClaimOptions = {},
): Promise<readonly Lead[]> {
  const requestId = `claim-${(serial += 1)}`;
  node.leads.claim({
    campaignId,
    requestId,
    count,
    at: world.now(),
    agentIds: options.agentIds ?? [],
    ...defined({ leadId: options.leadId, onlyNumbers: options.onlyNumbers }),
  });
  await node.settle();
  const answer = factsOf(node, 'leads.claimed').find((fact) => fact.requestId === requestId);
  return answer?.leads ?? [];
}

/** Takes the campaign and waits; the answer. */
export async function recover(
  world: PortWorld,
  node: PortNode,
  campaignId: string,
  since: readonly number[] = [],
): Promise<FactOfType<'campaign.recovered'>> {
  node.journal.recover({ campaignId, since, at: world.now() });
  await node.settle();
  const answer = factsOf(node, 'campaign.recovered').at(-1);
  if (!answer) throw new Error('the journal did not answer recover');
  return answer;
}

/** An opening of a claimed lead. */
export function opening(
  world: PortWorld,
  campaignId: string,
  attemptId: string,
  lead: Lead,
  more: Partial<OpenRequest> = {},
): OpenRequest {
  return {
    campaignId,
    attemptId,
    lead,
    phone: lead.phones[lead.phoneIndex]?.phone ?? '',
    callerNumber: '+13035550100',
    mode: 'predictive',
    humanInitiated: false,
    voices: ['live', 'prerecorded'],
    at: world.now(),
    ...more,
  };
}

/** Opens and waits; the type of the answer. */
export async function open(
  world: PortWorld,
  node: PortNode,
  campaignId: string,
  attemptId: string,
  lead: Lead,
  more: Partial<OpenRequest> = {},
): Promise<Fact['type'] | undefined> {
  node.journal.open(opening(world, campaignId, attemptId, lead, more));
  await node.settle();
  return node.facts.findLast((fact) => 'attemptId' in fact && fact.attemptId === attemptId)?.type;
}

/** A result: by default nobody answered and the lead is tried again in an hour. */
export function result(world: PortWorld, lead: Lead, more: Partial<AttemptResult> = {}): AttemptResult {
  const at = world.now();
  return {
    outcome: 'no-answer',
    liveAnswer: false,
    abandoned: false,
    dialedAt: at,
    endedAt: at,
    countsAsAttempt: true,
    closes: 'none',
    learned: [],
    lead: {
      status: 'open',
      nextDialableAt: at + 3_600_000,
      phoneIndex: lead.phoneIndex,
      reason: 'retry',
      why: 'retry-no-answer',
    },
    ...more,
  };
}

/** Closes and waits; the type of the answer. */
export async function close(
  world: PortWorld,
  node: PortNode,
  campaignId: string,
  attemptId: string,
  ending: AttemptResult,
): Promise<Fact['type'] | undefined> {
  node.journal.close({ campaignId, attemptId, result: ending, at: world.now() });
  await node.settle();
  return node.facts.findLast((fact) => 'attemptId' in fact && fact.attemptId === attemptId)?.type;
}
