import { parseJson } from '../canonical-json.js';
import type { Db } from '../database/engine.js';
import { marks, query } from '../database/statements.js';
import { numberKey, personKey } from '../identity.js';
import type { CampaignLaw } from '../campaigns.js';
import { consentFor } from '../law/consents.js';
import type { ConsentRow } from '../law/consents.js';
import { COMPANY } from '../law/do-not-call.js';
import type { LeadRow, PhoneRow } from '../leads/lead-row.js';

/** The called party as the gate is told, and what the store itself knows that forbids the call whatever the gate says. */
export interface CalledParty {
  readonly facts: Readonly<Record<string, unknown>>;
  /** Rule id of the store's own refusal, or null. */
  readonly barredBy: string | null;
}

interface LearnedRow {
  kind: string;
  phone: string;
  at: number;
  detail: string | null;
}

/** Everything the compliance module wants to know of the called party, in its words (`lead.*`). */
export async function readCalledParty(
  db: Db,
  lead: LeadRow,
  phones: readonly PhoneRow[],
  call: { readonly phone: string; readonly campaignId: string; readonly law: CampaignLaw; readonly at: number },
): Promise<CalledParty> {
  const personId = lead.person_id;
  const subjects = [numberKey(call.phone), personKey(personId)];
  const listed = await query<{ at: number }>(db, `select at from do_not_call where subject in (${marks(2)}) and scope in (?, ?) order by at limit 1`, [...subjects, COMPANY, call.campaignId]);
  const consents = await query<ConsentRow>(db, 'select person_id, phone, type, at, scope, sellers from consents where person_id = ?', [personId]);
  const learned = await query<LearnedRow>(db, 'select kind, phone, at, detail from learned where person_id = ? order by at', [personId]);
  const consent = consentFor(consents, { phone: call.phone, at: call.at, purpose: call.law.purpose, seller: lead.seller ?? call.law.seller });
  const own = parseJson<Record<string, unknown>>(lead.facts, {});
  const lineType = phones.find((phone) => phone.phone === call.phone)?.line_type;
  const requestedAt = listed[0]?.at;
  const facts: Record<string, unknown> = {
    ...campaignFactsOf(call.law),
    ...own,
    phone: call.phone,
    ...(lineType ? { lineType } : {}),
    otherPhones: phones.filter((phone) => phone.phone !== call.phone).map((phone) => ({ phone: phone.phone, ...(phone.line_type ? { lineType: phone.line_type } : {}) })),
    ...(lead.account === null ? {} : { debtId: lead.account }),
    ...(consent ? { consent } : {}),
    ...learnedFacts(learned, own, call.phone),
  };
  if (requestedAt !== undefined) facts['doNotCall'] = { ...(own['doNotCall'] as object | undefined), internal: { requestedAt } };
  return { facts, barredBy: requestedAt === undefined ? barOf(learned, call.phone) : 'store.do-not-call' };
}

/** Subject and debt may come with the campaign; the lead's own win. */
function campaignFactsOf(law: CampaignLaw): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const name of ['subject', 'debtId', 'eventId'] as const) if (law.facts[name] !== undefined) facts[name] = law.facts[name];
  return facts;
}

function learnedFacts(learned: readonly LearnedRow[], own: Readonly<Record<string, unknown>>, phone: string): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  const inconvenient = learned.filter((row) => row.kind === 'inconvenient-time' && row.detail !== null).map((row) => parseJson<unknown>(row.detail, null));
  if (inconvenient.length > 0) facts['inconvenient'] = [...((own['inconvenient'] as unknown[] | undefined) ?? []), ...inconvenient];
  for (const row of learned) {
    if (row.kind === 'attorney') facts['attorney'] = { known: true };
    if (row.kind === 'cease') facts['ceaseReceivedAt'] ??= row.at;
    if (row.kind === 'employer-prohibits' && (row.phone === '' || row.phone === phone)) facts['employerProhibits'] = true;
    if (row.kind === 'bankrupt' || row.kind === 'deceased') facts[row.kind] = true;
  }
  return facts;
}

/** The law may not speak of the dead or of numbers of strangers; the house does. */
function barOf(learned: readonly LearnedRow[], phone: string): string | null {
  for (const row of learned) {
    if (row.kind === 'deceased' || row.kind === 'bankrupt') return `store.${row.kind}`;
    if (row.kind === 'wrong-number' && row.phone === phone) return 'store.wrong-number';
  }
  return null;
}
