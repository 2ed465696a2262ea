/** Rows of leads and numbers, and what they are to a campaign. */
import { defined } from '@outdial/core';
import type { Lead, LeadPhone } from '@outdial/core';
import type { Selectable } from 'kysely';
import type { Db } from '../database/engine.js';
import { inChunks } from '../database/in-chunks.js';
import { parseJson } from '../database/json-text.js';
import { preparedCommand, preparedQuery } from '../database/prepared.js';
import type { Given, PreparedCommand, PreparedQuery } from '../database/prepared.js';
import type { LeadsTable, PhonesTable } from '../database/tables.js';
import { priorityOf } from './dial-order.js';

/** A row of `leads`. */
export type LeadRow = Selectable<LeadsTable>;
/** A row of `phones`. */
export type PhoneRow = Selectable<PhonesTable>;
/** A number of a lead, as campaigns and attempts read it. */
export type LeadNumber = Pick<PhoneRow, 'lead_id' | 'position' | 'phone' | 'line_type' | 'open'>;

/**
 * Columns a campaign reads of a lead. Reading a column costs as much as finding the row, so hot statements
 * name those they need.
 */
export const CAMPAIGN_COLUMNS = [
  'lead_id',
  'person_id',
  'list_id',
  'state',
  'place',
  'why',
  'touched',
  'phone_index',
  'reason',
  'dial_order',
  'skills',
  'owner_agent_id',
  'callback_at',
  'callback_agent_id',
  'callback_note',
  'next_dialable_at',
  'attempts',
  'outcomes',
  'recent_attempts',
  'answer_probability',
  'fields',
] as const;

/** What {@link leadOf} reads. */
export type CampaignLeadRow = Pick<LeadRow, (typeof CAMPAIGN_COLUMNS)[number]>;

/** Columns that an attempt reads of its lead, at its beginning and its end. */
const ATTEMPT_COLUMNS = [
  'lead_id',
  'person_id',
  'list_id',
  'entry',
  'state',
  'claim_campaign',
  'claim_epoch',
  'reason',
  'phone_index',
  'dial_order',
  'attempts',
  'outcomes',
  'recent_attempts',
  'account',
  'seller',
  'facts',
] as const;

/** A lead as an attempt reads it. */
export type AttemptLeadRow = Pick<LeadRow, (typeof ATTEMPT_COLUMNS)[number]>;

const DAY = 86_400_000;

/** The lead as a campaign sees it. `windowClosesAt`: epoch ms, where the caller of the law knows it. */
export function leadOf(
  row: CampaignLeadRow,
  phones: readonly LeadNumber[],
  at: number,
  windowClosesAt?: number | null,
): Lead {
  const lead: Mutable<Lead> = {
    leadId: row.lead_id,
    personId: row.person_id,
    listId: row.list_id,
    phones: phones.map(leadPhoneOf),
    phoneIndex: row.phone_index,
    reason: row.reason,
    priority: priorityOf(row.dial_order),
    skills: parseJson(row.skills, []),
    attempts: row.attempts,
    attemptsByOutcome: parseJson(row.outcomes, {}),
    recentAttempts: recentAttemptsOf(row, at),
    fields: parseJson(row.fields, {}),
  };
  // Claims make thousands of leads a second: no copy for the optional members.
  if (row.owner_agent_id !== null) lead.ownerAgentId = row.owner_agent_id;
  if (row.callback_at !== null) lead.callback = callbackOf(row, row.callback_at);
  if (row.answer_probability !== null) lead.answerProbability = row.answer_probability;
  if (windowClosesAt !== undefined && windowClosesAt !== null) lead.windowClosesAt = windowClosesAt;
  return lead;
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** Attempts within the 24 hours before `at`, oldest first. */
export function recentAttemptsOf(row: Pick<LeadRow, 'recent_attempts'>, at: number): number[] {
  return parseJson(row.recent_attempts, []).filter((instant) => instant > at - DAY);
}

function leadPhoneOf(row: LeadNumber): LeadPhone {
  const phone = { phone: row.phone, open: row.open === 1 };
  return row.line_type ? { ...phone, lineType: row.line_type } : phone;
}

function callbackOf(row: CampaignLeadRow, at: number): NonNullable<Lead['callback']> {
  return defined({
    at,
    agentId: row.callback_agent_id ?? undefined,
    note: row.callback_note ?? undefined,
  });
}

/** IANA name of the lead's time zone, where its facts name one. */
export function timeZoneOf(lead: Pick<LeadRow, 'facts'>): string | undefined {
  const zone = parseJson(lead.facts, {})['timeZone'];
  return typeof zone === 'string' ? zone : undefined;
}

const selectLead = preparedQuery((db: Db, { leadId }: Given<{ leadId: string }>) =>
  db.selectFrom('leads').select(ATTEMPT_COLUMNS).where('lead_id', '=', leadId),
);

const selectLeadForUpdate = preparedQuery((db: Db, { leadId }: Given<{ leadId: string }>) =>
  db.selectFrom('leads').select(ATTEMPT_COLUMNS).where('lead_id', '=', leadId).forUpdate(),
);

const selectLeads = preparedQuery((db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) =>
  db.selectFrom('leads').select(CAMPAIGN_COLUMNS).where('lead_id', 'in', leadIds),
);

const selectPhones = preparedQuery((db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) =>
  db.selectFrom('phones').selectAll().where('lead_id', 'in', leadIds).orderBy('lead_id').orderBy('position'),
);

/** One lead, for an attempt. */
export async function readLead(db: Db, leadId: string): Promise<AttemptLeadRow | undefined> {
  return selectLead.first(db, { leadId });
}

/** One lead, for an attempt, locked until the transaction ends. */
export async function lockLead(db: Db, leadId: string): Promise<AttemptLeadRow | undefined> {
  return selectLeadForUpdate.first(db, { leadId });
}

/** Leads by id, for a campaign. */
export async function readLeads(db: Db, leadIds: readonly string[]): Promise<Map<string, CampaignLeadRow>> {
  const byId = new Map<string, CampaignLeadRow>();
  for (const chunk of inChunks(leadIds)) {
    for (const row of await selectLeads.all(db, { leadIds: chunk })) byId.set(row.lead_id, row);
  }
  return byId;
}

const selectNumbers = preparedQuery((db: Db, { leadIds }: Given<{ leadIds: readonly string[] }>) =>
  db
    .selectFrom('phones')
    .select(['lead_id', 'position', 'phone', 'line_type', 'open'])
    .where('lead_id', 'in', leadIds)
    .orderBy('lead_id')
    .orderBy('position'),
);

/** The rows of these leads' numbers in dial order, by lead. */
export async function readPhones(db: Db, leadIds: readonly string[]): Promise<Map<string, PhoneRow[]>> {
  return byLead(db, selectPhones, leadIds);
}

/** The numbers of these leads in dial order, by lead, for a campaign. */
export async function readNumbers(db: Db, leadIds: readonly string[]): Promise<Map<string, LeadNumber[]>> {
  return byLead(db, selectNumbers, leadIds);
}

async function byLead<Row extends { readonly lead_id: string }>(
  db: Db,
  query: PreparedQuery<{ leadIds: readonly string[] }, Row>,
  leadIds: readonly string[],
): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>();
  for (const chunk of inChunks(leadIds)) {
    for (const row of await query.all(db, { leadIds: chunk })) {
      const known = found.get(row.lead_id);
      if (known) known.push(row);
      else found.set(row.lead_id, [row]);
    }
  }
  return found;
}

/** The numbers of one lead in dial order. */
export async function readPhonesOf(db: Db, leadId: string): Promise<readonly PhoneRow[]> {
  return selectPhones.all(db, { leadIds: [leadId] });
}

/** The next open number after `index`; else the first open one; null when none is open. */
export function nextOpenPhone(phones: readonly LeadNumber[], index: number): number | null {
  const open = phones.filter((phone) => phone.open === 1).map((phone) => phone.position);
  return open.find((position) => position > index) ?? open[0] ?? null;
}

/** Makes another of the lead's numbers the one to be dialed. */
export const setPhoneIndex: PreparedCommand<{ leadId: string; phoneIndex: number }> = preparedCommand(
  (db: Db, { leadId, phoneIndex }: Given<{ leadId: string; phoneIndex: number }>) =>
    db.updateTable('leads').set({ phone_index: phoneIndex }).where('lead_id', '=', leadId),
);
