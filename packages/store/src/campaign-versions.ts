/** Campaigns as documents: each change is a new version with its author; no version is ever changed. */
import type { Selectable } from 'kysely';
import type { Tx } from './database/engine.js';
import type { CampaignVersionsTable } from './database/tables.js';
import { orTryAgain } from './database/transact.js';
import { sha256 } from './identity.js';
import type { Store } from './open-store.js';

/** A version of a campaign, without its document. */
export interface CampaignVersionInfo {
  readonly campaignId: string;
  /** From 1. */
  readonly version: number;
  /** Account of the person, or what brought the version. */
  readonly author: string;
  /** Epoch ms. */
  readonly at: number;
  /** Path of the campaign file it was read from; null: a person wrote it. */
  readonly source: string | null;
}

/** A version of a campaign with its document. */
export interface CampaignVersion extends CampaignVersionInfo {
  /** Text of the campaign file. */
  readonly document: string;
}

/** A version to be added. */
export interface NewCampaignVersion extends Pick<
  CampaignVersion,
  'campaignId' | 'author' | 'source' | 'document'
> {
  /** The version that it changes; 0: there is none yet. */
  readonly base: number;
}

/** The new version, or the version that somebody else has added meanwhile. */
export type AddedVersion =
  { readonly added: true; readonly version: number } | { readonly added: false; readonly newest: number };

/** Adds a version, where `base` is the newest one. Journaled with a digest of the document. */
export async function addCampaignVersion(store: Store, given: NewCampaignVersion): Promise<AddedVersion> {
  const { campaignId, base, author, source, document } = given;
  return store.audit.within(async (tx, append): Promise<AddedVersion> => {
    const newest = await newestOf(tx, campaignId);
    if (newest !== base) return { added: false, newest };
    const at = store.clock();
    const version = base + 1;
    const row = { campaign_id: campaignId, version, author, at, source, document };
    const adding = tx.insertInto('campaign_versions').values(row).execute();
    await orTryAgain(store.engine, adding, 'another version was added meanwhile');
    const detail = { by: author, version, source, digest: sha256(document) };
    await append({ at, campaignId, kind: 'campaign.version', detail });
    return { added: true, version };
  });
}

async function newestOf(tx: Tx, campaignId: string): Promise<number> {
  const row = await tx
    .selectFrom('campaign_versions')
    .select('version')
    .where('campaign_id', '=', campaignId)
    .orderBy('version', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return Number(row?.version ?? 0);
}

/** The versions of a campaign, the newest first. */
export async function listCampaignVersions(
  store: Store,
  campaignId: string,
): Promise<readonly CampaignVersionInfo[]> {
  const rows = await store.engine.db
    .selectFrom('campaign_versions')
    .select(['campaign_id', 'version', 'author', 'at', 'source'])
    .where('campaign_id', '=', campaignId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map(infoOf);
}

/** One version of a campaign, the newest where none is named; undefined: there is none. */
export async function readCampaignVersion(
  store: Store,
  campaignId: string,
  version?: number,
): Promise<CampaignVersion | undefined> {
  let versions = store.engine.db
    .selectFrom('campaign_versions')
    .selectAll()
    .where('campaign_id', '=', campaignId);
  if (version !== undefined) versions = versions.where('version', '=', version);
  const row = await versions.orderBy('version', 'desc').limit(1).executeTakeFirst();
  return row && { ...infoOf(row), document: row.document };
}

/** Ids of the campaigns that have documents. */
export async function listCampaignDocuments(store: Store): Promise<readonly string[]> {
  const rows = await store.engine.db
    .selectFrom('campaign_versions')
    .select('campaign_id')
    .distinct()
    .orderBy('campaign_id')
    .execute();
  return rows.map(({ campaign_id }) => campaign_id);
}

function infoOf(row: Omit<Selectable<CampaignVersionsTable>, 'document'>): CampaignVersionInfo {
  const { campaign_id: campaignId, version, author, at, source } = row;
  return { campaignId, version: Number(version), author, at: Number(at), source };
}
