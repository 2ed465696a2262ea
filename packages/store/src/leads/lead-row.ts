import type { Lead, LeadPhone, Outcome } from '@outdial/core';
import type { Selectable } from 'kysely';
import { parseJson } from '../parse-json.js';
import type { Db } from '../database/engine.js';
import { inChunks, marks, query } from '../database/statements.js';
import type { LeadsTable, PhonesTable } from '../database/tables.js';

export type LeadRow = Selectable<LeadsTable>;
export type PhoneRow = Selectable<PhonesTable>;

const DAY = 86_400_000;

/** The lead as a campaign sees it. `windowClosesAt`: epoch ms, where the caller of the law knows it. */
export function leadOf(
  row: LeadRow,
  phones: readonly PhoneRow[],
  at: number,
  windowClosesAt?: number | null,
): Lead {
  return {
    leadId: row.lead_id,
    personId: row.person_id,
    listId: row.list_id,
    phones: phones.map(leadPhoneOf),
    phoneIndex: row.phone_index,
    reason: row.reason,
    priority: row.dial_order === 0 ? 0 : -row.dial_order,
    skills: parseJson<string[]>(row.skills, []),
    ...(row.owner_agent_id === null ? {} : { ownerAgentId: row.owner_agent_id }),
    ...(row.callback_at === null ? {} : { callback: callbackOf(row, row.callback_at) }),
    attempts: row.attempts,
    attemptsByOutcome: parseJson<Partial<Record<Outcome, number>>>(row.outcomes, {}),
    recentAttempts: recentAttemptsOf(row, at),
    ...(row.answer_probability === null ? {} : { answerProbability: row.answer_probability }),
    ...(windowClosesAt === undefined || windowClosesAt === null ? {} : { windowClosesAt }),
    fields: parseJson<Record<string, string>>(row.fields, {}),
  };
}

/** Attempts within the 24 hours before `at`, oldest first. */
export function recentAttemptsOf(row: { readonly recent_attempts: string }, at: number): number[] {
  return parseJson<number[]>(row.recent_attempts, []).filter((instant) => instant > at - DAY);
}

function leadPhoneOf(row: PhoneRow): LeadPhone {
  return {
    phone: row.phone,
    ...(row.line_type === null ? {} : { lineType: row.line_type as NonNullable<LeadPhone['lineType']> }),
    open: row.open === 1,
  };
}

function callbackOf(row: LeadRow, at: number): NonNullable<Lead['callback']> {
  return {
    at,
    ...(row.callback_agent_id === null ? {} : { agentId: row.callback_agent_id }),
    ...(row.callback_note === null ? {} : { note: row.callback_note }),
  };
}

/** The numbers of these leads in dial order, by lead. */
export async function readPhones(db: Db, leadIds: readonly string[]): Promise<Map<string, PhoneRow[]>> {
  const byLead = new Map<string, PhoneRow[]>();
  for (const chunk of inChunks(leadIds)) {
    const rows = await query<PhoneRow>(
      db,
      `select * from phones where lead_id in (${marks(chunk.length)}) order by lead_id, position`,
      chunk,
    );
    for (const row of rows) {
      const known = byLead.get(row.lead_id);
      if (known) known.push(row);
      else byLead.set(row.lead_id, [row]);
    }
  }
  return byLead;
}

/** The next open number after `index`; else the first open one; null when none is open. */
export function nextOpenPhone(phones: readonly PhoneRow[], index: number): number | null {
  const open = phones.filter((phone) => phone.open === 1).map((phone) => phone.position);
  return open.find((position) => position > index) ?? open[0] ?? null;
}
