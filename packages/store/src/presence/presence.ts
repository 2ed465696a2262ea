/**
 * Where each agent works, as rows of the store: one dialer at a time among all on it, so that nobody is in
 * two conversations. A row ends with the lease of its instance.
 */
import type { Db, Tx } from '../database/engine.js';
import { insertMany } from '../database/insert-many.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import { holderColumns, holderOf, holderText, stateOf } from '../journal/lease-holder.js';
import type { HolderRow, LeaseHolder, LeaseInstance } from '../journal/lease-holder.js';

/** The dialer at which an agent works, and for which campaign. */
export interface AgentPlace extends LeaseHolder {
  readonly campaignId: string;
}

/** An agent who comes to a dialer. */
export interface PresenceRequest {
  readonly agentId: string;
  readonly campaignId: string;
  readonly instance: LeaseInstance;
  /** Epoch ms by the clock of leases. */
  readonly now: number;
  /** ms the presence lives without being renewed. */
  readonly lifeMs: number;
}

const lockPresence = preparedQuery((db: Db, { agentId }: Given<{ agentId: string }>) =>
  db.selectFrom('presences').selectAll().where('agent_id', '=', agentId).forUpdate(),
);

/**
 * Notes that the agent works at this instance: at once where they work nowhere, here already, or at a process
 * that is gone or let its lease end. Answers null; else where they work.
 */
export async function takePresence(tx: Tx, request: PresenceRequest): Promise<AgentPlace | null> {
  const { agentId, campaignId, instance, now, lifeMs } = request;
  const absent = { agent_id: agentId, campaign_id: '', node: '', expires_at: 0 };
  await insertMany(tx, 'presences', [absent], { ifAbsent: true });
  const row = await lockPresence.first(tx, { agentId });
  const isOwn = row?.instance === instance.id;
  const isOver = !row || row.expires_at <= now || stateOf(row, instance) === 'gone';
  if (row && !isOwn && !isOver) return placeOf(row);
  await tx
    .updateTable('presences')
    .set({
      ...holderColumns(instance, isOwn && !isOver ? (row.since ?? now) : now),
      campaign_id: campaignId,
      expires_at: now + lifeMs,
    })
    .where('agent_id', '=', agentId)
    .execute();
  return null;
}

type PresenceRow = HolderRow & { readonly campaign_id: string };

function placeOf(row: PresenceRow): AgentPlace {
  return { ...holderOf(row), campaignId: row.campaign_id };
}

/** Where an agent works now; null where nowhere. */
export async function readPlace(db: Db, agentId: string, now: number): Promise<AgentPlace | null> {
  const row = await db
    .selectFrom('presences')
    .selectAll()
    .where('agent_id', '=', agentId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? placeOf(row) : null;
}

interface AgentRenewal {
  readonly agentId: string;
  readonly instance: string;
  /** Epoch ms. */
  readonly expiresAt: number;
}

const renewOne = preparedCommand((db: Db, { agentId, instance, expiresAt }: Given<AgentRenewal>) =>
  db
    .updateTable('presences')
    .set({ expires_at: expiresAt })
    .where('agent_id', '=', agentId)
    .where('instance', '=', instance)
    .where('expires_at', '>', 0),
);

/** Renews one agent's presence, or ends it with `expiresAt` 0. False when they work elsewhere. */
export async function renewPresence(db: Db, renewal: AgentRenewal): Promise<boolean> {
  return (await renewOne(db, renewal)) > 0;
}

const renewAll = preparedCommand(
  (db: Db, { instance, expiresAt }: Given<{ instance: string; expiresAt: number }>) =>
    db
      .updateTable('presences')
      .set({ expires_at: expiresAt })
      .where('instance', '=', instance)
      .where('expires_at', '>', 0),
);

const selectOwn = preparedQuery((db: Db, { instance }: Given<{ instance: string }>) =>
  db.selectFrom('presences').select('agent_id').where('instance', '=', instance).where('expires_at', '>', 0),
);

/** Renews the presence of all agents of an instance. Answers who they are. */
export async function renewPresences(
  db: Db,
  renewal: { readonly instance: string; readonly expiresAt: number },
): Promise<ReadonlySet<string>> {
  await renewAll(db, renewal);
  const rows = await selectOwn.all(db, { instance: renewal.instance });
  return new Set(rows.map((row) => row.agent_id));
}

/** Ends the presence of all agents of an instance. */
export async function endPresences(db: Db, instance: string): Promise<void> {
  await renewAll(db, { instance, expiresAt: 0 });
}

const readInstance = preparedQuery((db: Db, { agentId }: Given<{ agentId: string }>) =>
  db.selectFrom('presences').select('instance').where('agent_id', '=', agentId).forShare(),
);

/** The instance at which the agent works, or null; it stays so until the transaction ends. */
export async function instanceOfAgent(tx: Tx, agentId: string): Promise<string | null> {
  return (await readInstance.first(tx, { agentId }))?.instance ?? null;
}

const readInstances = preparedQuery((db: Db, { agentIds }: Given<{ agentIds: readonly string[] }>) =>
  db.selectFrom('presences').select(['agent_id', 'instance']).where('agent_id', 'in', agentIds).forShare(),
);

/** As {@link instanceOfAgent}, of several agents. */
export async function instancesOfAgents(
  tx: Tx,
  agentIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await readInstances.all(tx, { agentIds });
  return new Map(rows.map(({ agent_id: agentId, instance }) => [agentId, instance]));
}

/** "campaign 'sales', node 'a1' (host alpha, process 4711) since 2026-11-25 15:00:00 New York time". */
export function placeText(place: AgentPlace, store: { readonly shown: (at: number) => string }): string {
  return `campaign '${place.campaignId}', ${holderText(place, store)}`;
}
