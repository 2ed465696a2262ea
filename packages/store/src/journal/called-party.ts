import { parseJson } from '../parse-json.js';
import type { Db } from '../database/engine.js';
import { query } from '../database/statements.js';
import { numberKey, personKey } from '../identity.js';
import type { CampaignLaw } from '../campaigns.js';
import { consentFor } from '../law/consents.js';
import type { ConsentRow } from '../law/consents.js';
import { COMPANY } from '../law/do-not-call.js';
import type { HistoryEntry } from './history.js';
import type { LeadRow, PhoneRow } from '../leads/lead-row.js';

/**
 * The called party as the gate is told, and what the store itself knows that forbids the call whatever the
 * gate says.
 */
export interface CalledParty {
  readonly facts: Readonly<Record<string, unknown>>;
  /** Rule id of the store's own refusal, or null. */
  readonly barredBy: string | null;
  /** Contacts other than our attempts, as history entries. */
  readonly contacts: readonly HistoryEntry[];
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
  call: {
    readonly phone: string;
    readonly campaignId: string;
    readonly law: CampaignLaw;
    readonly at: number;
  },
): Promise<CalledParty> {
  const known = await readKnown(db, {
    personId: lead.person_id,
    phone: call.phone,
    campaignId: call.campaignId,
  });
  const consent = consentFor(known.consents, {
    phone: call.phone,
    at: call.at,
    purpose: call.law.purpose,
    seller: lead.seller ?? call.law.seller,
  });
  const own = parseJson<Record<string, unknown>>(lead.facts, {});
  const lineType = phones.find((phone) => phone.phone === call.phone)?.line_type;
  const { requestedAt, learned } = known;
  const facts: Record<string, unknown> = {
    ...campaignFactsOf(call.law),
    ...own,
    phone: call.phone,
    ...(lineType ? { lineType } : {}),
    otherPhones: phones
      .filter((phone) => phone.phone !== call.phone)
      .map((phone) => ({ phone: phone.phone, ...(phone.line_type ? { lineType: phone.line_type } : {}) })),
    ...(lead.account === null ? {} : { debtId: lead.account }),
    ...(consent ? { consent } : {}),
    ...learnedFacts(learned, own, call.phone),
  };
  if (requestedAt !== undefined)
    facts['doNotCall'] = { ...(own['doNotCall'] as object | undefined), internal: { requestedAt } };
  return {
    facts,
    barredBy: requestedAt === undefined ? barOf(learned, call.phone) : 'store.do-not-call',
    contacts: known.contacts,
  };
}

interface KnownRow {
  source: 'do-not-call' | 'consent' | 'learned' | 'contact';
  phone: string;
  kind: string;
  at: number;
  first: string | null;
  second: string | null;
}

interface Known {
  readonly requestedAt: number | undefined;
  readonly consents: readonly ConsentRow[];
  readonly learned: readonly LearnedRow[];
  readonly contacts: readonly HistoryEntry[];
}

/**
 * One statement for all of it: an attempt is opened between two calls, and every round trip to the database
 * counts.
 */
const KNOWN =
  "select 'do-not-call' as source, '' as phone, '' as kind, at, null as first, null as second from do_not_call where subject in (?, ?) and scope in (?, ?)" +
  " union all select 'consent', phone, type, at, scope, sellers from consents where person_id = ?" +
  " union all select 'learned', phone, kind, at, detail, null from learned where person_id = ?" +
  " union all select 'contact', phone, '', at, entry, null from contacts where person_id = ?" +
  " union all select 'contact', phone, '', at, entry, null from contacts where phone = ? and person_id <> ?";

async function readKnown(
  db: Db,
  who: { readonly personId: string; readonly phone: string; readonly campaignId: string },
): Promise<Known> {
  const { personId, phone } = who;
  const rows = (
    await query<KnownRow>(db, KNOWN, [
      numberKey(phone),
      personKey(personId),
      COMPANY,
      who.campaignId,
      personId,
      personId,
      personId,
      phone,
      personId,
    ])
  ).sort((a, b) => a.at - b.at);
  const from = (source: KnownRow['source']): KnownRow[] => rows.filter((row) => row.source === source);
  return {
    requestedAt: from('do-not-call')[0]?.at,
    consents: from('consent').map((row) => ({
      phone: row.phone,
      type: row.kind,
      at: row.at,
      scope: row.first,
      sellers: row.second,
    })),
    learned: from('learned').map((row) => ({
      kind: row.kind,
      phone: row.phone,
      at: row.at,
      detail: row.first,
    })),
    contacts: from('contact').map((row) => parseJson<HistoryEntry>(row.first, {})),
  };
}

/** Subject and debt may come with the campaign; the lead's own win. */
function campaignFactsOf(law: CampaignLaw): Record<string, string> {
  const facts: Record<string, string> = {};
  for (const name of ['subject', 'debtId', 'eventId'] as const)
    if (law.facts[name] !== undefined) facts[name] = law.facts[name];
  return facts;
}

function learnedFacts(
  learned: readonly LearnedRow[],
  own: Readonly<Record<string, unknown>>,
  phone: string,
): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  const inconvenient = learned
    .filter((row) => row.kind === 'inconvenient-time' && row.detail !== null)
    .map((row) => parseJson<unknown>(row.detail, null));
  if (inconvenient.length > 0)
    facts['inconvenient'] = [...((own['inconvenient'] as unknown[] | undefined) ?? []), ...inconvenient];
  for (const row of learned) {
    if (row.kind === 'attorney') facts['attorney'] = { known: true };
    if (row.kind === 'cease') facts['ceaseReceivedAt'] ??= row.at;
    if (row.kind === 'employer-prohibits' && (row.phone === '' || row.phone === phone))
      facts['employerProhibits'] = true;
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
