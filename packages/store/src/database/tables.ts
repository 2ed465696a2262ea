/**
 * The tables as Kysely sees them: every statement of the store is checked against `Database`, and every row
 * type comes from it. Instants are epoch ms, flags 0 or 1, JSON is text.
 */
import type {
  AttemptsTable,
  LateEndsTable,
  InProgressTable,
  AnswersTable,
  RecordingsTable,
} from './tables/attempt-tables.js';
import type {
  ArchivedDecisionsTable,
  DecisionsTable,
  DecisionRecordsTable,
  AuditTable,
} from './tables/decision-tables.js';
import type {
  DoNotCallTable,
  ConsentsTable,
  LearnedTable,
  ContactsTable,
  StandingOrdersTable,
} from './tables/law-tables.js';
import type {
  LeasesTable,
  NodesTable,
  PresencesTable,
  KillSwitchTable,
  ChangesTable,
  SpreadsTable,
} from './tables/process-tables.js';
import type {
  ListsTable,
  CampaignsTable,
  CampaignListsTable,
  CampaignVersionsTable,
  PlacesTable,
  LeadsTable,
  LeadCountsTable,
  PhonesTable,
  ImportsTable,
} from './tables/lead-tables.js';
import type {
  SecretsTable,
  AccountsTable,
  AccountLinksTable,
  SessionsTable,
  ProgramTokensTable,
} from './tables/account-tables.js';
import type { DeadLettersTable, WebhooksTable } from './tables/webhook-tables.js';

export type * from './tables/account-tables.js';
export type * from './tables/attempt-tables.js';
export type * from './tables/decision-tables.js';
export type * from './tables/flags.js';
export type * from './tables/law-tables.js';
export type * from './tables/lead-tables.js';
export type * from './tables/process-tables.js';
export type * from './tables/webhook-tables.js';

/** All tables by name. */
export interface Database {
  lists: ListsTable;
  campaigns: CampaignsTable;
  campaign_lists: CampaignListsTable;
  places: PlacesTable;
  leads: LeadsTable;
  lead_counts: LeadCountsTable;
  phones: PhonesTable;
  attempts: AttemptsTable;
  late_ends: LateEndsTable;
  in_progress: InProgressTable;
  decisions: DecisionsTable;
  decision_records: DecisionRecordsTable;
  audit: AuditTable;
  archived_attempts: AttemptsTable;
  archived_decisions: ArchivedDecisionsTable;
  archived_records: DecisionRecordsTable;
  archived_audit: AuditTable;
  do_not_call: DoNotCallTable;
  consents: ConsentsTable;
  learned: LearnedTable;
  contacts: ContactsTable;
  standing_orders: StandingOrdersTable;
  leases: LeasesTable;
  spreads: SpreadsTable;
  nodes: NodesTable;
  presences: PresencesTable;
  kill_switch: KillSwitchTable;
  changes: ChangesTable;
  imports: ImportsTable;
  answers: AnswersTable;
  recordings: RecordingsTable;
  secrets: SecretsTable;
  accounts: AccountsTable;
  account_links: AccountLinksTable;
  sessions: SessionsTable;
  program_tokens: ProgramTokensTable;
  campaign_versions: CampaignVersionsTable;
  webhooks: WebhooksTable;
  dead_letters: DeadLettersTable;
}

/** Names of all tables, to tell them from aliases; the compiler demands each. */
export const TABLE_NAMES: ReadonlySet<string> = new Set(
  Object.keys({
    lists: true,
    campaigns: true,
    campaign_lists: true,
    places: true,
    leads: true,
    lead_counts: true,
    phones: true,
    attempts: true,
    late_ends: true,
    in_progress: true,
    decisions: true,
    decision_records: true,
    audit: true,
    archived_attempts: true,
    archived_decisions: true,
    archived_records: true,
    archived_audit: true,
    do_not_call: true,
    consents: true,
    learned: true,
    contacts: true,
    standing_orders: true,
    leases: true,
    spreads: true,
    nodes: true,
    presences: true,
    kill_switch: true,
    changes: true,
    imports: true,
    answers: true,
    recordings: true,
    secrets: true,
    accounts: true,
    account_links: true,
    sessions: true,
    program_tokens: true,
    campaign_versions: true,
    webhooks: true,
    dead_letters: true,
  } satisfies Record<keyof Database, true>),
);
