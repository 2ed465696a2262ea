/** Opens the entry of a call that came in: whose it is, and that it is under way. The law is not asked. */
import type { Lead, OpenInboundRequest } from '@outdial/core';
import type { Insertable } from 'kysely';
import { statedOpening } from '../audit/attempt-statement.js';
import type { OpeningRow } from '../audit/attempt-statement.js';
import { CAME_IN } from '../audit/stated-in-entry.js';
import type { Append } from '../audit/chain.js';
import type { Db, Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { toJson } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { AttemptsTable } from '../database/tables.js';
import { numberKey, personKey } from '../identity.js';
import { leadOf, readLeads, readPhonesOf } from '../leads/lead-row.js';
import type { StoreSecret } from '../store-secret.js';
import { attemptKey } from './in-progress.js';
import { readFence } from './lease.js';

/** What opening works with. */
export interface OpenInboundContext {
  readonly secret: StoreSecret;
  readonly node: string;
  readonly epoch: number;
}

/** What became of a request to open. */
export type OpenInboundAnswer =
  | { readonly kind: 'opened'; readonly lead: Lead | null; readonly personId: string }
  | { readonly kind: 'failed'; readonly stale: boolean; readonly error: string };

/** The open lead first, then the one that was called last. */
const selectLeadOfCaller = preparedQuery(
  (db: Db, { campaignId, phone }: Given<{ campaignId: string; phone: string }>) =>
    db
      .selectFrom('phones as p')
      .innerJoin('leads as l', 'l.lead_id', 'p.lead_id')
      .innerJoin('campaign_lists as c', 'c.list_id', 'l.list_id')
      .select('l.lead_id')
      .where('p.phone', '=', phone)
      .where('c.campaign_id', '=', campaignId)
      .orderBy((eb) => eb.case().when('l.state', '=', 'closed').then(1).else(0).end())
      .orderBy('l.last_attempt_at', 'desc')
      .orderBy('l.lead_id')
      .limit(1),
);

const selectOpenCall = preparedQuery((db: Db, { attemptId }: Given<{ attemptId: string }>) =>
  db.selectFrom('attempts').select(['person_id', 'ended_at']).where('attempt_id', '=', attemptId),
);

/** Opens the entry within the given transaction, or says why not. Idempotent. */
export async function openInbound(
  context: OpenInboundContext,
  tx: Tx,
  append: Append,
  request: OpenInboundRequest,
): Promise<OpenInboundAnswer> {
  const { attemptId, campaignId, callerNumber, at } = request;
  const { epoch, secret } = context;
  if (!(await readFence(tx, { campaignId, epoch })).current)
    return { kind: 'failed', stale: true, error: `stale epoch: the campaign is run under a newer one` };

  const phone = callerNumber ?? '';
  const found = callerNumber === null ? null : await leadOfCaller(tx, { campaignId, phone, at });
  const stranger = callerNumber === null ? { key: attemptId, phone } : { phone };
  const personId = found?.personId ?? secret.personIdOf(stranger);
  const known = await selectOpenCall.first(tx, { attemptId });
  if (known?.ended_at != null) return { kind: 'failed', stale: false, error: 'the call was closed before' };
  if (known) return { kind: 'opened', lead: found, personId: known.person_id };

  const row = callRow(context, request, { personId, lead: found });
  await takeFreeKeys(tx, { attemptId, phone, personId });
  await insertMany(tx, 'attempts', [row]);
  const { lead_id: leadId } = row;
  const detail = { attemptId, leadId, epoch, node: context.node, row: statedOpening(secret, row) };
  await append({ at, campaignId, kind: CAME_IN, detail });
  return { kind: 'opened', lead: found, personId };
}

/** The lead of the campaign's lists that has the caller's number. */
async function leadOfCaller(
  tx: Tx,
  caller: { readonly campaignId: string; readonly phone: string; readonly at: number },
): Promise<Lead | null> {
  const { campaignId, phone, at } = caller;
  const hit = await selectLeadOfCaller.first(tx, { campaignId, phone });
  if (!hit) return null;
  const row = (await readLeads(tx, [hit.lead_id])).get(hit.lead_id);
  if (!row) return null;
  const phones = await readPhonesOf(tx, hit.lead_id);
  return leadOf(row, phones, at);
}

/**
 * The keys in progress keep number and person from being dialed meanwhile. Where we are dialing them already,
 * the two calls cross: that call keeps the keys. The call's own key is how it is found after a restart.
 */
async function takeFreeKeys(
  tx: Tx,
  { attemptId, phone, personId }: { attemptId: string; phone: string; personId: string },
): Promise<void> {
  const subjects = [personKey(personId), ...(phone === '' ? [] : [numberKey(phone)])];
  const taken = await tx
    .selectFrom('in_progress')
    .select('subject')
    .where('subject', 'in', subjects)
    .execute();
  const free = subjects.filter((subject) => !taken.some((row) => row.subject === subject));
  const keys = [attemptKey(attemptId), ...free];
  await insertMany(
    tx,
    'in_progress',
    keys.map((subject) => ({ subject, attempt_id: attemptId })),
  );
}

function callRow(
  { node, epoch }: OpenInboundContext,
  request: OpenInboundRequest,
  { personId, lead }: { readonly personId: string; readonly lead: Lead | null },
): Insertable<AttemptsTable> & OpeningRow {
  return {
    attempt_id: request.attemptId,
    campaign_id: request.campaignId,
    lead_id: lead?.leadId ?? '',
    list_id: lead?.listId ?? '',
    person_id: personId,
    phone: request.callerNumber ?? '',
    node,
    epoch,
    mode: 'inbound',
    human_initiated: 1,
    voices: toJson(['live']),
    caller_number: request.calledNumber,
    agent_id: null,
    purpose: null,
    seller: null,
    account: null,
    opened_at: request.at,
    refused: 0,
  };
}
