/** Opens an attempt in one transaction: keys taken, lead and number checked, then the gate is asked. */
import type { OpenRequest } from '@outdial/core';
import type { Insertable } from 'kysely';
import type { Db, Engine, Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { InProgressTable } from '../database/tables.js';
import { numberKey, personKey } from '../identity.js';
import type { AttemptLeadRow, LeadNumber } from '../leads/lead-row.js';
import { decideAttempts } from './decide-attempt.js';
import { dropKeys } from './in-progress.js';
import type { KeyHolder } from './in-progress.js';
import { openThirdParty } from './open-third-party.js';
import { refusedBy } from './open-context.js';
import type { OpenAnswer, OpenContext, Trail } from './open-context.js';
import { readGround } from './opening-ground.js';
import { ownRefusal, settleRefused } from './refusal.js';

/** Opens one attempt within the given transaction, or says why not. Idempotent. */
export async function openAttempt(
  context: OpenContext,
  tx: Tx,
  trail: Trail,
  request: OpenRequest,
): Promise<OpenAnswer> {
  const { campaignId, agentId, thirdParty } = request;
  if (thirdParty) return openThirdParty(context, tx, trail, request, thirdParty);
  const { leadId } = request.lead;
  const { epoch, agentsAt } = context;
  const { fence, lead, phones, agentAt } = await readGround(tx, { campaignId, epoch, leadId, agentId });
  if (!fence.current) {
    return {
      kind: 'failed',
      stale: true,
      error: `stale epoch: the campaign is run under a newer one than ${epoch}`,
    };
  }
  if (fence.killed !== null) {
    return refusedBy(ownRefusal('store.kill-switch', 'The kill switch is on.', 'campaign'));
  }

  if (agentsAt !== undefined && agentId !== undefined && agentAt !== agentsAt) return AGENT_ELSEWHERE;

  const taken = await takeKeys(context.engine, tx, request);
  if (taken !== 'taken') return { kind: taken };

  const obstacle = obstacleOf(request, epoch, lead, phones);
  if (obstacle || !lead) {
    await dropKeys(tx, keysOf(request));
    if (lead && obstacle?.kind === 'refused' && isHeld(request, epoch, lead))
      await settleRefused(tx, lead, phones, obstacle, request.at);
    return obstacle ?? NOT_THERE;
  }

  const found = { lead, phones, law: fence.law };
  const [answer = NOT_THERE] = await decideAttempts(context, tx, trail, [{ request, found }]);
  if (answer.kind === 'refused') await dropKeys(tx, keysOf(request));
  return answer;
}

/** Number and person of the call. */
export function keysOf(request: OpenRequest): KeyHolder {
  return { attemptId: request.attemptId, phone: request.phone, personId: request.lead.personId };
}

/** The keys of an attempt in progress. */
export function keyRows({ attemptId, phone, lead }: OpenRequest): Insertable<InProgressTable>[] {
  return [
    { subject: numberKey(phone), attempt_id: attemptId },
    { subject: personKey(lead.personId), attempt_id: attemptId },
  ];
}

const selectOpen = preparedQuery((db: Db, { attemptId }: Given<{ attemptId: string }>) =>
  db
    .selectFrom('attempts')
    .select('attempt_id')
    .where('attempt_id', '=', attemptId)
    .where('ended_at', 'is', null),
);

async function takeKeys(
  engine: Engine,
  tx: Tx,
  request: OpenRequest,
): Promise<'taken' | 'opened' | 'in-progress'> {
  const { attemptId } = request;
  try {
    await insertMany(tx, 'in_progress', keyRows(request));
    return 'taken';
  } catch (error) {
    if (!engine.isDuplicate(error)) throw error;
    // After a commit whose answer was lost, the keys are taken by this very attempt.
    const own = await selectOpen.first(tx, { attemptId });
    return own ? 'opened' : 'in-progress';
  }
}

/**
 * Reasons not even to ask the gate: the lead was closed or taken from the campaign meanwhile, or the number
 * is closed.
 */
export function obstacleOf(
  request: OpenRequest,
  epoch: number,
  lead: AttemptLeadRow | undefined,
  phones: readonly LeadNumber[],
): OpenAnswer | null {
  if (!lead) return NOT_THERE;
  if (lead.state === 'closed') {
    return refusedBy(ownRefusal('store.lead-closed', 'The lead was closed.', 'lead'));
  }
  if (!isHeld(request, epoch, lead)) {
    return refusedBy(
      ownRefusal('store.lead-not-claimed', 'The lead is not claimed by this campaign any more.', 'lead'),
    );
  }
  const phone = phones.find((row) => row.phone === request.phone);
  if (phone?.open !== 1) {
    return refusedBy(ownRefusal('store.number-closed', 'The number was closed.', 'lead'));
  }
  return null;
}

function isHeld(request: OpenRequest, epoch: number, lead: AttemptLeadRow): boolean {
  return lead.state === 'claimed' && lead.claim_campaign === request.campaignId && lead.claim_epoch === epoch;
}

const AGENT_ELSEWHERE: OpenAnswer = {
  kind: 'failed',
  stale: true,
  error: 'the agent of this call works at another dialer by now',
};

const NOT_THERE: OpenAnswer = { kind: 'failed', stale: false, error: 'the lead is not in the store' };
