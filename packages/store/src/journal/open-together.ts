/** Opens several attempts in one transaction: what each of them would read and write anew is done once. */
import type { OpenRequest } from '@outdial/core';
import type { Engine, Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { decideAttempts } from './decide-attempt.js';
import type { AttemptToDecide } from './decide-attempt.js';
import { dropKeys } from './in-progress.js';
import { keyRows, keysOf, obstacleOf } from './open-attempt.js';
import type { OpenAnswer, OpenContext, Trail } from './open-context.js';
import { readGrounds } from './opening-ground.js';
import { instancesOfAgents } from '../presence/presence.js';

/** Whether an attempt may be opened with others: a call to a lead. */
export function opensWithOthers({ thirdParty }: OpenRequest): boolean {
  return thirdParty === undefined;
}

/**
 * Opens attempts of one campaign as `openAttempt` does each of them. Those in whose way nothing stands are
 * opened together. Answers in the order of the requests; null: that one is to be opened alone, and nothing
 * was written of it.
 */
export async function openTogether(
  context: OpenContext,
  tx: Tx,
  trail: Trail,
  requests: readonly OpenRequest[],
): Promise<readonly (OpenAnswer | null)[]> {
  const ready = await readyOnes(context, tx, apart(requests));
  const asked = ready.map(({ request }) => request);
  if (ready.length === 0 || !(await takeAllKeys(context.engine, tx, asked))) return requests.map(() => null);
  const answers = await decideAttempts(context, tx, trail, ready);
  const refused = asked.filter((_, index) => answers[index]?.kind !== 'opened');
  if (refused.length > 0) await dropKeys(tx, ...refused.map(keysOf));
  const answerOf = new Map(asked.map((request, index) => [request, answers[index]]));
  return requests.map((request) => answerOf.get(request) ?? null);
}

/** Each lead, person, number and attempt once: what is the same again waits for the end of the first. */
function apart(requests: readonly OpenRequest[]): readonly OpenRequest[] {
  const taken = new Set<string>();
  return requests.filter(({ attemptId, phone, lead }) => {
    const keys = [`a:${attemptId}`, `n:${phone}`, `p:${lead.personId}`, `l:${lead.leadId}`];
    if (keys.some((key) => taken.has(key))) return false;
    for (const key of keys) taken.add(key);
    return true;
  });
}

/** Those of which neither lease nor kill switch, lead nor number stands in the way. */
async function readyOnes(
  { epoch, agentsAt }: OpenContext,
  tx: Tx,
  requests: readonly OpenRequest[],
): Promise<readonly AttemptToDecide[]> {
  const [first] = requests;
  if (!first) return [];
  const leadIds = requests.map(({ lead }) => lead.leadId).sort();
  const grounds = await readGrounds(tx, { campaignId: first.campaignId, epoch, leadIds });
  const elsewhere = await agentsElsewhere(tx, agentsAt, requests);
  return requests.flatMap((request) => {
    const ground = grounds.get(request.lead.leadId);
    if (request.agentId !== undefined && elsewhere.has(request.agentId)) return [];
    if (!ground?.lead || !ground.fence.current || ground.fence.killed !== null) return [];
    const { lead, phones, fence } = ground;
    if (obstacleOf(request, epoch, lead, phones) !== null) return [];
    return [{ request, found: { lead, phones, law: fence.law } }];
  });
}

/** Agents of these calls who work at another instance, or nowhere; it stays so until the transaction ends. */
async function agentsElsewhere(
  tx: Tx,
  agentsAt: string | undefined,
  requests: readonly OpenRequest[],
): Promise<ReadonlySet<string>> {
  const agents = new Set(requests.flatMap(({ agentId }) => agentId ?? []));
  if (agentsAt === undefined || agents.size === 0) return new Set();
  const instances = await instancesOfAgents(tx, [...agents].sort());
  return new Set([...agents].filter((agentId) => instances.get(agentId) !== agentsAt));
}

/** Takes the keys of all, or of none where one is taken. In one order, so that rivals do not deadlock. */
async function takeAllKeys(engine: Engine, tx: Tx, requests: readonly OpenRequest[]): Promise<boolean> {
  const keys = requests.flatMap(keyRows).sort((a, b) => (a.subject < b.subject ? -1 : 1));
  try {
    await insertMany(tx, 'in_progress', keys);
    return true;
  } catch (error) {
    if (!engine.isDuplicate(error)) throw error;
    return false;
  }
}
