/**
 * The auditor of a kill run: every invariant from what the carriers received, what the store holds and what
 * the Asterisks have left. It asks no node.
 */
import { readAttempts, verifyAuditChain, type AttemptRecord, type Store } from '@outdial/store';
import type { LabFacts } from '../../../../lab/index.mjs';
import { NOT_COUNTED, NEVER_LEFT } from '../../../outdial/test/live/numbers.js';
import type { Fault } from './faults.js';
import { MOST_ATTEMPTS, type CarrierCall, type KilledCampaign, type KillWorld } from './kill-world.js';

/** What the auditor found. */
export interface NodesReport {
  /** Breaches, without numbers and names. */
  readonly violations: readonly string[];
  /** How often each was checked: an audit without checks proves nothing. */
  readonly checks: Readonly<Record<string, number>>;
  /** Two calls to one number at once, of which the earlier was out of everybody's reach: told, no breach. */
  readonly outOfReach: number;
  readonly outcomes: Readonly<Record<string, number>>;
}

/** A command to dial reaches the carrier within this time, or never. */
const DIAL_LIFE_MS = 15_000;
/** Clocks of log and store are read apart. */
const SLACK_MS = 500;

/** Collects breaches and counts checks. */
class Findings {
  readonly violations: string[] = [];
  readonly checks: Record<string, number> = {};

  check(what: string, holds: boolean, subject: string): void {
    this.checks[what] = (this.checks[what] ?? 0) + 1;
    if (!holds) this.violations.push(`${what}: ${subject}`);
  }
}

/** Audits a run that is over: every node has drained. */
export async function auditNodes(world: KillWorld, faults: readonly Fault[]): Promise<NodesReport> {
  const found = new Findings();
  const calls = await world.carrierCalls();
  const all: AttemptRecord[] = [];
  for (const campaign of world.campaigns) {
    const attempts = await attemptsOf(world.store, campaign.id);
    all.push(...attempts);
    auditCalls(found, { world, campaign, attempts, calls });
    auditLeads(found, attempts);
  }
  auditAgents(found, all);
  await auditRows(found, world.store, all);
  for (const [index, lab] of world.labs.entries()) {
    const left = await channelsLeft(lab);
    found.check(
      'no channel or bridge is left',
      left.length === 0,
      `${world.instances[index]}: ${left.join(' ')}`,
    );
  }
  const outOfReach = auditDoubled(found, calls, faults);
  const { violations, checks } = found;
  return { violations, checks, outOfReach, outcomes: countOf(all.map(({ outcome }) => outcome ?? 'open')) };
}

/** Attempts of a campaign with instants on the machine's clock. */
async function attemptsOf(store: Store, campaignId: string): Promise<readonly AttemptRecord[]> {
  const all: AttemptRecord[] = [];
  for await (const attempt of readAttempts(store, campaignId)) all.push(attempt);
  return all;
}

interface CampaignEvidence {
  readonly world: KillWorld;
  readonly campaign: KilledCampaign;
  readonly attempts: readonly AttemptRecord[];
  readonly calls: readonly CarrierCall[];
}

/** Each call at the carrier has an attempt of its own, opened before; none comes after a conversation. */
function auditCalls(found: Findings, { world, campaign, attempts, calls }: CampaignEvidence): void {
  const own = calls.filter(({ caller }) => caller.endsWith(campaign.callerNumber.slice(1)));
  const free = new Set(attempts);
  for (const { called, invitedAt } of own) {
    const at = invitedAt + world.clockOffset;
    const match = [...free].find(
      ({ phone, openedAt }) => phone === called && openedAt <= at + SLACK_MS && at <= openedAt + DIAL_LIFE_MS,
    );
    if (match) free.delete(match);
    found.check('each call has an attempt of its own, opened before it', match !== undefined, campaign.id);
    const talked = attempts.find(
      ({ phone, connectedAt }) => phone === called && connectedAt !== null && connectedAt + SLACK_MS < at,
    );
    found.check('nobody is called after they were connected', talked === undefined, talked?.attemptId ?? '');
  }
}

/** Each attempt ended once and was allowed; no lead has more than its cap. */
function auditLeads(found: Findings, attempts: readonly AttemptRecord[]): void {
  const byLead = grouped(attempts, ({ leadId }) => leadId);
  for (const [leadId, of] of byLead) {
    const counted = of.filter(
      ({ outcome }) => !NEVER_LEFT.has(outcome ?? '') && !NOT_COUNTED.has(outcome ?? ''),
    );
    found.check('no lead has more attempts than its cap', counted.length <= MOST_ATTEMPTS, leadId);
  }
  for (const { attemptId, endedAt, decisionAllowed } of attempts) {
    found.check('every attempt has ended', endedAt !== null, attemptId);
    found.check('every attempt was allowed', decisionAllowed, attemptId);
  }
}

/** No agent is in two conversations at once. */
function auditAgents(found: Findings, attempts: readonly AttemptRecord[]): void {
  const talks = attempts.filter(({ agentId, connectedAt }) => agentId !== null && connectedAt !== null);
  for (const [agentId, of] of grouped(talks, ({ agentId }) => agentId)) {
    const inOrder = of.sort((a, b) => (a.connectedAt ?? 0) - (b.connectedAt ?? 0));
    for (const [index, talk] of inOrder.entries()) {
      const before = inOrder[index - 1];
      const apart = !before || (before.endedAt ?? Infinity) <= (talk.connectedAt ?? 0) + SLACK_MS;
      found.check('no agent talks to two at once', apart, `${agentId ?? ''} ${talk.attemptId}`);
    }
  }
}

/**
 * The rows: no lead and no number is held, one end an attempt, counts are those of the leads, the trail
 * holds.
 */
async function auditRows(found: Findings, store: Store, attempts: readonly AttemptRecord[]): Promise<void> {
  const { db } = store.engine;
  const held = await db.selectFrom('leads').select('lead_id').where('state', '=', 'claimed').execute();
  found.check('no lead is held', held.length === 0, held.map(({ lead_id }) => lead_id).join(' '));
  const inProgress = await db.selectFrom('in_progress').select('attempt_id').execute();
  found.check('no number is in progress', inProgress.length === 0, `${inProgress.length} rows`);

  const entries = await db
    .selectFrom('audit')
    .select(['kind', 'detail'])
    .where('kind', 'in', ['attempt.opened', 'attempt.closed'])
    .execute();
  for (const kind of ['attempt.opened', 'attempt.closed'] as const) {
    const of = grouped(
      entries.filter((entry) => entry.kind === kind),
      ({ detail }) => (JSON.parse(detail) as { readonly attemptId?: string }).attemptId,
    );
    for (const { attemptId } of attempts) {
      const times = of.get(attemptId)?.length ?? 0;
      found.check(`the trail has one ${kind} an attempt`, times === 1, `${attemptId}: ${times}`);
    }
  }
  const verdict = await verifyAuditChain(store);
  found.check('the audit trail holds', verdict.ok, JSON.stringify(verdict));

  const states = await db
    .selectFrom('leads')
    .select((eb) => ['list_id', 'state', eb.fn.countAll<number>().as('n')])
    .groupBy(['list_id', 'state'])
    .execute();
  const counted = await db
    .selectFrom('lead_counts')
    .select((eb) => ['list_id', 'state', eb.fn.sum<number>('n').as('n')])
    .groupBy(['list_id', 'state'])
    .execute();
  for (const { list_id, state, n } of counted) {
    const real = states.find((row) => row.list_id === list_id && row.state === state)?.n ?? 0;
    found.check(
      'counts are those of the leads',
      Number(n) === Number(real),
      `${list_id} ${state}: ${n} for ${real}`,
    );
  }
}

/**
 * No number has two calls at once. A call on an Asterisk that was killed, or whose node was killed or frozen,
 * may go on at the far end when everybody has lost it: that is told apart.
 */
function auditDoubled(found: Findings, calls: readonly CarrierCall[], faults: readonly Fault[]): number {
  let outOfReach = 0;
  for (const of of grouped(calls, ({ called }) => called).values()) {
    for (const [index, call] of of.entries()) {
      const before = of[index - 1];
      const isDoubled = before !== undefined && (before.endedAt ?? Infinity) > call.invitedAt + SLACK_MS;
      const isLost =
        before !== undefined &&
        faults.some(
          ({ kind, at, subject }) =>
            at >= before.invitedAt - SLACK_MS &&
            at <= call.invitedAt &&
            (kind === 'Asterisk killed' ? subject === `asterisk ${before.instance}` : true),
        );
      if (isDoubled && isLost) outOfReach += 1;
      const subject = `${call.caller.slice(-4)} at ${new Date(call.invitedAt).toISOString()}`;
      found.check('no number has two calls at once', !isDoubled || isLost, subject);
    }
  }
  return outOfReach;
}

/** Ids of channels and bridges of the run's nodes that an Asterisk still has. */
/** Channels and bridges of the run on an Asterisk. */
export async function channelsLeft({ ari }: LabFacts): Promise<readonly string[]> {
  const authorization = `Basic ${Buffer.from(`${ari.user}:${ari.password}`).toString('base64')}`;
  const get = async (path: string): Promise<readonly { readonly id: string }[]> => {
    const response = await fetch(`${ari.url.replace(/\/ari\/?$/, '')}/ari/${path}`, {
      headers: { authorization },
    });
    return (await response.json()) as readonly { readonly id: string }[];
  };
  const ids = [...(await get('channels')), ...(await get('bridges'))].map(({ id }) => id);
  return ids.filter((id) => /^(od|ob|oa)-/.test(id) && id.includes('kill'));
}

function grouped<One, Key>(all: readonly One[], keyOf: (one: One) => Key): Map<Key, One[]> {
  const groups = new Map<Key, One[]>();
  for (const one of all) {
    const group = groups.get(keyOf(one));
    if (group) group.push(one);
    else groups.set(keyOf(one), [one]);
  }
  return groups;
}

function countOf(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
