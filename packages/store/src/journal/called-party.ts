/** The called party as the gate is asked about it: every fact the store has of person, number and lead. */
import { defined } from '@outdial/core';
import type { ComplianceFactKind } from '@outdial/core';
import type { CampaignLaw } from '../campaigns.js';
import type { Db } from '../database/engine.js';
import { parseJson } from '../database/json-text.js';
import type { JsonText } from '../database/json-text.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given } from '../database/prepared.js';
import type { ConsentType } from '../database/tables.js';
import { numberKey, personKey } from '../identity.js';
import { consentFor } from '../law/consents.js';
import type { ConsentRow } from '../law/consents.js';
import { COMPANY } from '../law/do-not-call.js';
import type { InconvenientHours } from '../law/inconvenient-hours.js';
import type { CampaignFacts, LearnedFacts, StoredLeadFacts } from '../leads/lead-facts.js';
import type { LeadRow, PhoneRow } from '../leads/lead-row.js';
import type { HistoryEntry } from './history.js';

/**
 * The called party as the gate is asked about it, and what the store itself knows that forbids the call
 * whatever the gate says.
 */
export interface CalledParty {
  /** In the compliance module's terms (`lead.*`): the store's own facts, and those of the lead. */
  readonly facts: StoredLeadFacts & Readonly<Record<string, unknown>>;
  /** Rule id of the store's own refusal, or null. */
  readonly barredBy: string | null;
  /** Contacts other than our attempts, as history entries. */
  readonly contacts: readonly HistoryEntry[];
}

/** The call the facts are read for. */
export interface PartyOfCall {
  /** E.164. */
  readonly phone: string;
  readonly campaignId: string;
  readonly law: CampaignLaw;
  /** Epoch ms by the wall clock. */
  readonly at: number;
}

/** Everything the compliance module asks of the called party, in its terms (`lead.*`). */
export async function readCalledParty(
  db: Db,
  lead: Pick<LeadRow, 'person_id' | 'seller' | 'account' | 'facts'>,
  phones: readonly PhoneRow[],
  call: PartyOfCall,
): Promise<CalledParty> {
  const { phone, campaignId, law, at } = call;
  const known = await readKnown(db, { personId: lead.person_id, phone, campaignId });
  const { requestedAt, learned } = known;
  const own = parseJson(lead.facts, {});
  const consent = consentFor(known.consents, {
    phone,
    at,
    purpose: law.purpose,
    seller: lead.seller ?? law.seller,
  });
  const dialed = phones.find((row) => row.phone === phone);
  const facts = {
    ...campaignFactsOf(law),
    ...own,
    phone,
    otherPhones: phones
      .filter((row) => row.phone !== phone)
      .map((row) => defined({ phone: row.phone, lineType: row.line_type ?? undefined })),
    ...defined({
      lineType: dialed?.line_type ?? undefined,
      debtId: lead.account ?? undefined,
      consent,
      doNotCall: requestedAt === undefined ? undefined : listed(own['doNotCall'], requestedAt),
    }),
    ...learnedFacts(learned, own['inconvenient'], phone),
  };
  return {
    facts,
    barredBy: requestedAt === undefined ? barOf(learned, phone) : 'store.do-not-call',
    contacts: known.contacts,
  };
}

/** What the list says of registers, with the request on the company's own list. */
function listed(given: unknown, requestedAt: number): NonNullable<StoredLeadFacts['doNotCall']> {
  return { ...(typeof given === 'object' ? given : {}), internal: { requestedAt } };
}

interface LearnedRow {
  readonly kind: ComplianceFactKind;
  readonly phone: string;
  readonly at: number;
  readonly detail: JsonText<InconvenientHours> | null;
}

interface Known {
  readonly requestedAt: number | undefined;
  readonly consents: readonly ConsentRow[];
  readonly learned: readonly LearnedRow[];
  readonly contacts: readonly HistoryEntry[];
}

interface KnownOf {
  readonly personId: string;
  readonly phone: string;
  readonly campaignId: string;
}

interface KnownParameters {
  readonly personId: string;
  readonly phone: string;
  readonly subjects: readonly string[];
  readonly scopes: readonly string[];
}
/** A row of what is known: one kind of columns is filled; none in a request not to be called. */
interface KnownRow {
  readonly at: number;
  readonly phone: string;
  readonly type: ConsentType | null;
  readonly scope: JsonText<readonly string[]> | null;
  readonly sellers: JsonText<readonly string[]> | null;
  readonly kind: ComplianceFactKind | null;
  readonly detail: JsonText<InconvenientHours> | null;
  readonly entry: JsonText<HistoryEntry> | null;
}

/**
 * One statement for all of it: an attempt is opened between two calls, and every round trip to the database
 * counts.
 */
const selectKnown = preparedQuery((db: Db, given: Given<KnownParameters>) => {
  const requests = db
    .selectFrom('do_not_call')
    .select((eb) => [
      'at',
      eb.val('').as('phone'),
      eb.lit(null).$castTo<KnownRow['type']>().as('type'),
      eb.lit(null).$castTo<KnownRow['scope']>().as('scope'),
      eb.lit(null).$castTo<KnownRow['sellers']>().as('sellers'),
      eb.lit(null).$castTo<KnownRow['kind']>().as('kind'),
      eb.lit(null).$castTo<KnownRow['detail']>().as('detail'),
      eb.lit(null).$castTo<KnownRow['entry']>().as('entry'),
    ])
    .where('subject', 'in', given.subjects)
    .where('scope', 'in', given.scopes);
  const consents = db
    .selectFrom('consents')
    .select((eb) => [
      'at',
      'phone',
      eb.ref('type').$castTo<KnownRow['type']>().as('type'),
      'scope',
      'sellers',
      eb.lit(null).$castTo<KnownRow['kind']>().as('kind'),
      eb.lit(null).$castTo<KnownRow['detail']>().as('detail'),
      eb.lit(null).$castTo<KnownRow['entry']>().as('entry'),
    ])
    .where('person_id', '=', given.personId);
  const learned = db
    .selectFrom('learned')
    .select((eb) => [
      'at',
      'phone',
      eb.lit(null).$castTo<KnownRow['type']>().as('type'),
      eb.lit(null).$castTo<KnownRow['scope']>().as('scope'),
      eb.lit(null).$castTo<KnownRow['sellers']>().as('sellers'),
      eb.ref('kind').$castTo<KnownRow['kind']>().as('kind'),
      'detail',
      eb.lit(null).$castTo<KnownRow['entry']>().as('entry'),
    ])
    .where('person_id', '=', given.personId);
  const contacts = db
    .selectFrom('contacts')
    .select((eb) => [
      'at',
      eb.val('').as('phone'),
      eb.lit(null).$castTo<KnownRow['type']>().as('type'),
      eb.lit(null).$castTo<KnownRow['scope']>().as('scope'),
      eb.lit(null).$castTo<KnownRow['sellers']>().as('sellers'),
      eb.lit(null).$castTo<KnownRow['kind']>().as('kind'),
      eb.lit(null).$castTo<KnownRow['detail']>().as('detail'),
      eb.ref('entry').$castTo<KnownRow['entry']>().as('entry'),
    ]);
  return requests
    .unionAll(consents)
    .unionAll(learned)
    .unionAll(contacts.where('person_id', '=', given.personId))
    .unionAll(contacts.where('phone', '=', given.phone).where('person_id', '<>', given.personId));
});

async function readKnown(db: Db, { personId, phone, campaignId }: KnownOf): Promise<Known> {
  const rows: KnownRow[] = await selectKnown.all(db, {
    personId,
    phone,
    subjects: [numberKey(phone), personKey(personId)],
    scopes: [COMPANY, campaignId],
  });
  let requestedAt: number | undefined;
  const consents: ConsentRow[] = [];
  const learned: LearnedRow[] = [];
  const contacts: HistoryEntry[] = [];
  for (const row of rows.sort((a, b) => a.at - b.at)) {
    if (row.type !== null) consents.push({ ...row, type: row.type });
    else if (row.kind !== null) learned.push({ ...row, kind: row.kind });
    else if (row.entry !== null) contacts.push(parseJson(row.entry, {}));
    else requestedAt ??= row.at;
  }
  return { requestedAt, consents, learned, contacts };
}

/** Subject and debt may come with the campaign; the lead's own take precedence. */
function campaignFactsOf({ facts }: CampaignLaw): CampaignFacts {
  return defined({ subject: facts['subject'], debtId: facts['debtId'], eventId: facts['eventId'] });
}

function learnedFacts(learned: readonly LearnedRow[], ownHours: unknown, phone: string): LearnedFacts {
  const hours = learned.flatMap((row) =>
    row.kind === 'inconvenient-time' && row.detail !== null ? [parseJson(row.detail, NO_HOURS)] : [],
  );
  const given: readonly InconvenientHours[] = Array.isArray(ownHours) ? ownHours : [];
  const cease = learned.find((row) => row.kind === 'cease');
  const knows = (kind: ComplianceFactKind): boolean => learned.some((row) => row.kind === kind);
  const employerProhibits = learned.some(
    (row) => row.kind === 'employer-prohibits' && (row.phone === '' || row.phone === phone),
  );
  return defined({
    inconvenient: hours.length > 0 ? [...given, ...hours] : undefined,
    attorney: knows('attorney') ? ({ known: true } as const) : undefined,
    ceaseReceivedAt: cease?.at,
    employerProhibits: employerProhibits ? (true as const) : undefined,
  });
}

const NO_HOURS: InconvenientHours = { days: [], from: '00:00', to: '00:00' };

/** The store bars calls that no law may name: to the deceased, the bankrupt, and numbers of strangers. */
function barOf(learned: readonly LearnedRow[], phone: string): string | null {
  for (const row of learned) {
    if (row.kind === 'deceased' || row.kind === 'bankrupt') return `store.${row.kind}`;
    if (row.kind === 'wrong-number' && row.phone === phone) return 'store.wrong-number';
  }
  return null;
}
