/**
 * Opens the attempt to call a third party for a customer's conversation. No lead is called: the number is
 * checked against the company's own list, and a typed one against the law as a call to an unknown person.
 */
import { defined } from '@outdial/core';
import type { CallRefusal, OpenRequest, ThirdPartyOpening } from '@outdial/core';
import { toJson } from '../database/json-text.js';
import type { Db, Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { numberKey, personKey } from '../identity.js';
import type { StoreSecret } from '../store-secret.js';
import { calledParty } from './called-party.js';
import { insertAttempts, refusedEntry, withBar, writeDecisions } from './decide-attempt.js';
import type { AllowedAttempt } from './decide-attempt.js';
import { historyOf } from './history.js';
import { attemptKey } from './in-progress.js';
import { readKnownFacts, type KnownFacts } from './known-facts.js';
import { readFence, type Fence } from './lease.js';
import { refusedBy } from './open-context.js';
import type { OpenAnswer, OpenContext, Trail } from './open-context.js';
import { ownRefusal } from './refusal.js';

const selectKept = preparedQuery((db: Db, { attemptId }: Given<{ attemptId: string }>) =>
  db.selectFrom('attempts').select('ended_at').where('attempt_id', '=', attemptId),
);

const selectKey = preparedQuery((db: Db, { subject }: Given<{ subject: string }>) =>
  db.selectFrom('in_progress').select('attempt_id').where('subject', '=', subject),
);

const selectListed = preparedQuery(
  (db: Db, { campaignId, phone }: Given<{ campaignId: string; phone: string }>) =>
    db
      .selectFrom('phones as p')
      .innerJoin('leads as l', 'l.lead_id', 'p.lead_id')
      .innerJoin('campaign_lists as c', 'c.list_id', 'l.list_id')
      .select('l.lead_id')
      .where('p.phone', '=', phone)
      .where('c.campaign_id', '=', campaignId)
      .limit(1),
);

const selectPersons = preparedQuery((db: Db, { phone }: Given<{ phone: string }>) =>
  db
    .selectFrom('phones as p')
    .innerJoin('leads as l', 'l.lead_id', 'p.lead_id')
    .select('l.person_id')
    .distinct()
    .where('p.phone', '=', phone),
);

/** Opens the attempt within the given transaction, or says why not. Idempotent. */
export async function openThirdParty(
  context: OpenContext,
  tx: Tx,
  trail: Trail,
  request: OpenRequest,
  { isNamed }: ThirdPartyOpening,
): Promise<OpenAnswer> {
  const { attemptId, campaignId, phone } = request;
  const fence = await readFence(tx, { campaignId, epoch: context.epoch });
  if (!fence.current)
    return { kind: 'failed', stale: true, error: 'stale epoch: the campaign is run under a newer one' };
  if (fence.killed !== null)
    return refusedBy(ownRefusal('store.kill-switch', 'The kill switch is on.', 'campaign'));
  const known = await selectKept.first(tx, { attemptId });
  if (known)
    return known.ended_at === null
      ? { kind: 'opened' }
      : { kind: 'failed', stale: false, error: 'the attempt was closed before' };
  if (await selectKey.first(tx, { subject: numberKey(phone) })) return { kind: 'in-progress' };
  const persons = (await selectPersons.all(tx, { phone })).map(({ person_id }) => person_id);
  for (const person of isNamed ? [] : persons)
    if (await selectKey.first(tx, { subject: personKey(person) })) return { kind: 'in-progress' };
  if (!isNamed && (await selectListed.first(tx, { campaignId, phone })))
    return refusedBy(ownRefusal('store.number-of-lead', OF_LEAD, 'call'));
  return decide(context, tx, trail, request, { isNamed, fence, persons });
}

const OF_LEAD = 'The number belongs to a person in the lists of the campaign: call them as a lead.';

async function decide(
  context: OpenContext,
  tx: Tx,
  trail: Trail,
  request: OpenRequest,
  {
    isNamed,
    fence,
    persons,
  }: { readonly isNamed: boolean; readonly fence: Fence; readonly persons: readonly string[] },
): Promise<OpenAnswer> {
  const { attemptId, campaignId, phone } = request;
  const at = context.legalClock();
  const stranger = context.secret.personIdOf({ phone });
  const known = await knownOf(tx, context.secret, { persons: [stranger, ...persons], phone, campaignId });
  // The call counts for the person whose number it is, where that is one.
  const [personId = stranger, ...others] = persons;
  const nobody = { seller: null, account: null, facts: toJson({}) };
  const { facts, contacts, barredBy } = calledParty(known, nobody, [], { phone, law: fence.law, at });
  const asked = context.gate.decide(
    defined({
      at,
      campaignId,
      lead: facts,
      history: [...historyOf(known.attempts, undefined), ...contacts],
      mode: request.mode,
      humanInitiated: true,
      isContact: isNamed ? (true as const) : undefined,
      voices: request.voices,
    }),
  );
  const decision = withBar(asked, barredBy);
  const [hash = ''] = await writeDecisions(tx, trail.appendRecords, [{ request, decision, at }]);
  if (!decision.allowed) {
    await trail.append(refusedEntry(request, at, { decision, hash }));
    return { kind: 'refused', refusals: aboutCall(decision.refusals), nextAllowedAt: null };
  }
  // Several agents may talk with one contact at once; a typed number is nobody else's meanwhile.
  const keys = isNamed ? [attemptKey(attemptId)] : [attemptKey(attemptId), numberKey(phone)];
  await insertMany(
    tx,
    'in_progress',
    keys.map((subject) => ({ subject, attempt_id: attemptId })),
  );
  const allowed: AllowedAttempt = {
    request,
    lead: { lead_id: '', list_id: '', person_id: others.length > 0 ? stranger : personId, account: null },
    mode: 'third-party',
    law: { purpose: fence.law.purpose, seller: fence.law.seller },
    at,
    hash,
  };
  await trail.append(...(await insertAttempts(context, tx, [allowed])));
  return { kind: 'opened' };
}

/**
 * What the store knows of everybody who has the number in any list: their requests not to be called, what was
 * learned of them, calls and contacts to them on any number. Consent counts where it was given for the number
 * alone: that somebody else may be called there allows nothing.
 */
async function knownOf(
  tx: Tx,
  secret: StoreSecret,
  { persons, phone, campaignId }: { persons: readonly string[]; phone: string; campaignId: string },
): Promise<KnownFacts> {
  const known: KnownFacts[] = [];
  for (const personId of persons)
    known.push(await readKnownFacts(tx, secret, { personId, phone, campaignId }));
  const requests = known.flatMap(({ requestedAt }) => requestedAt ?? []);
  return {
    requestedAt: requests.length === 0 ? undefined : Math.min(...requests),
    consents: known[0]?.consents ?? [],
    learned: once(known.flatMap(({ learned }) => learned)).sort((a, b) => a.at - b.at),
    contacts: once(known.flatMap(({ contacts }) => contacts)),
    attempts: once(known.flatMap(({ attempts }) => attempts)),
  };
}

/** What was read for several persons of one number counts once. */
function once<Row>(rows: readonly Row[]): Row[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** There is no lead to close or to wait for. */
function aboutCall(refusals: readonly CallRefusal[]): readonly CallRefusal[] {
  return refusals.map((refusal) => ({ ...refusal, scope: 'call' }));
}
