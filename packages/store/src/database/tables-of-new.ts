/** Made by `UPDATE_SCHEMA=1` with test/database/new-database.test.ts: the tables of a new SQLite database. */

/** The changes of the schema that they have. */
export const CHANGES_OF_NEW: readonly string[] = [
  '0001-campaigns',
  '0002-leads',
  '0003-attempts',
  '0004-law',
  '0005-decision-records',
  '0006-audit-keys',
  '0007-late-ends',
  '0008-lease-holders',
  '0009-lead-entries',
  '0010-presences',
  '0011-facts-and-evidence',
  '0012-late-answers',
  '0013-no-persons',
  '0014-standing-orders',
  '0015-keyed-persons',
  '0016-accounts',
  '0017-no-claim-index',
  '0018-campaign-versions',
  '0019-program-tokens',
  '0020-webhooks',
  '0021-lead-counts',
  '0022-leads-by-import',
  '0023-history',
  '0024-nodes',
  '0025-recycled',
  '0028-node-addresses',
  '0029-trunks',
  '0031-archive',
  '0032-given-flow',
  '0033-spreads',
];

export const TABLES_OF_NEW = `
CREATE TABLE "kysely_migration" ("name" varchar(255) not null primary key, "timestamp" varchar(255)
  not null);
CREATE TABLE "kysely_migration_lock" ("id" varchar(255) not null primary key, "is_locked" integer
  default 0 not null);
CREATE TABLE "lists" ("list_id" varchar(96) primary key, "created_at" bigint not null);
CREATE TABLE "campaigns" ("campaign_id" varchar(96) primary key, "purpose" varchar(128), "seller"
  varchar(128), "facts" mediumtext not null, "updated_at" bigint not null);
CREATE TABLE "campaign_lists" ("campaign_id" varchar(96) not null, "list_id" varchar(96) not null,
  constraint "campaign_lists_key" primary key ("campaign_id", "list_id"));
CREATE TABLE "leases" ("campaign_id" varchar(96) primary key, "node" varchar(96) not null, "epoch"
  bigint not null, "expires_at" bigint not null, "instance" varchar(96), "host" varchar(128),
  "machine" varchar(128), "pid" bigint, "pid_started" varchar(128), "since" bigint, "shares" bigint
  not null default 1, "part" bigint not null default 0);
CREATE TABLE "kill_switch" ("id" integer primary key, "is_on" integer not null, "reason"
  varchar(128) not null, "at" bigint not null, "version" bigint not null);
CREATE TABLE "leads" ("lead_id" varchar(32) primary key, "list_id" varchar(96) not null, "person_id"
  varchar(32) not null, "state" varchar(8) not null, "next_dialable_at" bigint, "place" varchar(96)
  not null, "dial_order" integer not null, "seq" bigint not null, "reason" varchar(10) not null,
  "phone_index" integer not null, "callback_at" bigint, "callback_agent_id" varchar(96),
  "callback_note" mediumtext, "owner_agent_id" varchar(96), "skills" mediumtext not null,
  "answer_probability" double precision, "attempts" integer not null, "touched" integer not null,
  "outcomes" mediumtext not null, "recent_attempts" mediumtext not null, "last_outcome" varchar(128),
  "last_disposition" varchar(128), "last_attempt_at" bigint, "why" varchar(128) not null, "closed_by"
  varchar(128), "claim_campaign" varchar(96), "claim_epoch" bigint, "claimed_at" bigint, "account"
  varchar(128), "seller" varchar(128), "facts" mediumtext not null, "fields" mediumtext not null,
  "import_id" varchar(96), "import_line" bigint, "created_at" bigint not null, "updated_at" bigint not
  null, "entry" varchar(32) not null default '', "recycled" integer not null default 0);
CREATE INDEX "leads_to_dial" on "leads" ("list_id", "state", "place", "dial_order", "seq");
CREATE INDEX "leads_by_instant" on "leads" ("list_id", "state", "next_dialable_at");
CREATE INDEX "leads_by_reason" on "leads" ("list_id", "state", "why", "touched", "next_dialable_at");
CREATE INDEX "leads_by_account" on "leads" ("list_id", "account");
CREATE TABLE "phones" ("lead_id" varchar(32) not null, "position" integer not null, "phone"
  varchar(20) not null, "person_id" varchar(32) not null, "line_type" varchar(128), "open" integer not
  null, "closed_why" varchar(128), constraint "phones_key" primary key ("lead_id", "position"));
CREATE INDEX "phones_by_number" on "phones" ("phone");
CREATE TABLE "places" ("list_id" varchar(96) not null, "place" varchar(96) not null, constraint
  "places_key" primary key ("list_id", "place"));
CREATE TABLE "imports" ("import_id" varchar(96) primary key, "list_id" varchar(96) not null,
  "position" bigint not null, "rejects_bytes" bigint not null, "totals" mediumtext not null, "done"
  integer not null, "started_at" bigint not null, "updated_at" bigint not null);
CREATE TABLE "changes" ("id" integer primary key autoincrement, "campaign_id" varchar(96) not null,
  "lead_id" varchar(32) not null, "reason" varchar(128) not null, "at" bigint not null);
CREATE TABLE "attempts" ("attempt_id" varchar(96) primary key, "campaign_id" varchar(96) not null,
  "lead_id" varchar(32) not null, "list_id" varchar(96) not null, "person_id" varchar(32) not null,
  "phone" varchar(20) not null, "node" varchar(96) not null, "epoch" bigint not null, "mode"
  varchar(128) not null, "human_initiated" integer not null, "voices" varchar(128) not null,
  "caller_number" varchar(20) not null, "agent_id" varchar(96), "purpose" varchar(128), "seller"
  varchar(128), "account" varchar(128), "opened_at" bigint not null, "live_answer_at" bigint,
  "connected_at" bigint, "abandoned_at" bigint, "outcome" varchar(128), "disposition" varchar(128),
  "cause" mediumtext, "machine_verdict" varchar(128), "dialed_at" bigint, "ringing_at" bigint,
  "answered_at" bigint, "ended_at" bigint, "closed_at" bigint, "talk_ms" bigint, "wrap_up_ms" bigint,
  "counts" integer, "refused" integer not null, "callback_at" bigint, "result" mediumtext, "erased_at"
  bigint, "trunk" varchar(96), "given_flow" varchar(128));
CREATE INDEX "attempts_by_person" on "attempts" ("person_id", "opened_at");
CREATE INDEX "attempts_by_number" on "attempts" ("phone", "opened_at");
CREATE INDEX "attempts_by_campaign" on "attempts" ("campaign_id", "opened_at");
CREATE INDEX "attempts_by_live_answer" on "attempts" ("campaign_id", "live_answer_at");
CREATE TABLE "in_progress" ("subject" varchar(96) primary key, "attempt_id" varchar(96) not null);
CREATE TABLE "decisions" ("id" integer primary key autoincrement, "attempt_id" varchar(96) not null,
  "campaign_id" varchar(96) not null, "lead_id" varchar(32) not null, "at" bigint not null, "mode"
  varchar(128) not null, "allowed" integer not null, "refusals" mediumtext not null, "rule"
  varchar(128), "scope" varchar(128), "record" mediumtext not null, "hash" varchar(128) not null);
CREATE INDEX "decisions_by_attempt" on "decisions" ("attempt_id");
CREATE INDEX "decisions_by_campaign" on "decisions" ("campaign_id", "allowed", "at");
CREATE TABLE "audit" ("writer" varchar(96) not null, "n" bigint not null, "at" bigint not null,
  "campaign_id" varchar(96) not null, "kind" varchar(128) not null, "detail" mediumtext not null,
  "prev_hash" varchar(128) not null, "hash" varchar(128) not null, "mac" varchar(128), constraint
  "audit_key" primary key ("writer", "n"));
CREATE TABLE "answers" ("attempt_id" varchar(96) not null, "name" varchar(96) not null, "value"
  mediumtext not null, constraint "answers_key" primary key ("attempt_id", "name"));
CREATE TABLE "recordings" ("recording_id" varchar(96) primary key, "attempt_id" varchar(96) not
  null, "at" bigint not null, "duration_ms" bigint, "location" mediumtext);
CREATE INDEX "recordings_by_attempt" on "recordings" ("attempt_id");
CREATE TABLE "do_not_call" ("subject" varchar(96) not null, "scope" varchar(96) not null, "at"
  bigint not null, "source" varchar(128) not null, constraint "do_not_call_key" primary key
  ("subject", "scope"));
CREATE TABLE "consents" ("consent_id" varchar(32) primary key, "person_id" varchar(32) not null,
  "phone" varchar(20) not null, "type" varchar(128) not null, "at" bigint not null, "scope"
  mediumtext, "sellers" mediumtext, "evidence" mediumtext, "source" varchar(128) not null,
  "withdrawn_at" bigint, "withdrawn_why" mediumtext, "address" mediumtext, "certificate_id"
  mediumtext, "expires_at" bigint);
CREATE INDEX "consents_by_person" on "consents" ("person_id");
CREATE INDEX "consents_by_number" on "consents" ("phone");
CREATE TABLE "learned" ("id" integer primary key autoincrement, "person_id" varchar(32) not null,
  "phone" varchar(20) not null, "kind" varchar(128) not null, "at" bigint not null, "source"
  varchar(128) not null, "attempt_id" varchar(96), "detail" mediumtext, "withdrawn_at" bigint,
  "withdrawn_why" mediumtext);
CREATE INDEX "learned_by_person" on "learned" ("person_id");
CREATE TABLE "contacts" ("id" integer primary key autoincrement, "person_id" varchar(32) not null,
  "phone" varchar(20) not null, "at" bigint not null, "entry" mediumtext not null, "withdrawn_at"
  bigint, "withdrawn_why" mediumtext, "source" mediumtext);
CREATE INDEX "contacts_by_person" on "contacts" ("person_id", "at");
CREATE INDEX "contacts_by_number" on "contacts" ("phone", "at");
CREATE TABLE "decision_records" ("writer" varchar(96) not null, "n" bigint not null, "attempt_id"
  varchar(96) not null, "campaign_id" varchar(96) not null, "lead_id" varchar(32) not null, "phone"
  varchar(20) not null, "at" bigint not null, "allowed" integer not null, "record" mediumtext not
  null, "hash" varchar(128) not null, "erased_at" bigint, constraint "decision_records_key" primary
  key ("writer", "n"));
CREATE INDEX "decision_records_by_number" on "decision_records" ("phone", "at");
CREATE TABLE "late_ends" ("attempt_id" varchar(96) not null, "hash" varchar(128) not null, "at"
  bigint not null, "node" varchar(96) not null, "outcome" varchar(128) not null, "disposition"
  varchar(128), "agent_id" varchar(96), "connected_at" bigint, "ended_at" bigint not null, "refused"
  integer not null, "callback_at" bigint, "result" mediumtext not null, "live_answer_at" bigint,
  "abandoned_at" bigint, constraint "late_ends_key" primary key ("attempt_id", "hash"));
CREATE UNIQUE INDEX "leads_by_entry" on "leads" ("person_id", "list_id", "entry");
CREATE TABLE "presences" ("agent_id" varchar(96) primary key, "campaign_id" varchar(96) not null,
  "node" varchar(96) not null, "expires_at" bigint not null, "instance" varchar(96), "host"
  varchar(128), "machine" varchar(128), "pid" bigint, "pid_started" varchar(128), "since" bigint);
CREATE INDEX "presences_by_instance" on "presences" ("instance");
CREATE TABLE "standing_orders" ("order_id" varchar(96) primary key, "kind" varchar(128) not null,
  "subject" varchar(96) not null, "at" bigint not null, "until_at" bigint, "reason" mediumtext not
  null, "ended_at" bigint, "ended_why" mediumtext);
CREATE TABLE "secrets" ("name" varchar(128) primary key, "value" varchar(128) not null);
CREATE TABLE "accounts" ("account_id" varchar(96) primary key, "name" varchar(128) not null, "role"
  varchar(128) not null, "password" mediumtext, "created_at" bigint not null, "disabled_at" bigint);
CREATE TABLE "account_links" ("token_hash" varchar(96) primary key, "account_id" varchar(96) not
  null, "expires_at" bigint not null);
CREATE TABLE "sessions" ("token_hash" varchar(96) primary key, "account_id" varchar(96) not null,
  "created_at" bigint not null, "expires_at" bigint not null);
CREATE INDEX "account_links_by_account" on "account_links" ("account_id");
CREATE INDEX "sessions_by_account" on "sessions" ("account_id");
CREATE TABLE "campaign_versions" ("campaign_id" varchar(96) not null, "version" bigint not null,
  "author" varchar(96) not null, "at" bigint not null, "source" varchar(128), "document" mediumtext
  not null, constraint "campaign_versions_key" primary key ("campaign_id", "version"));
CREATE TABLE "program_tokens" ("token_id" varchar(96) primary key, "token_hash" varchar(96) not
  null, "scopes" mediumtext not null, "created_at" bigint not null, "created_by" varchar(96) not null,
  "expires_at" bigint, "ended_at" bigint, "last_used_at" bigint);
CREATE INDEX "program_tokens_by_hash" on "program_tokens" ("token_hash");
CREATE TABLE "webhooks" ("webhook_id" varchar(96) primary key, "url" mediumtext not null, "kinds"
  mediumtext not null, "secret" varchar(96) not null, "told_to" mediumtext not null, "created_at"
  bigint not null, "created_by" varchar(96) not null, "ended_at" bigint, "accepted_at" bigint,
  "failing_since" bigint, "tries" bigint not null, "next_try_at" bigint, "problem" mediumtext,
  "sender" varchar(96), "sender_until" bigint);
CREATE TABLE "dead_letters" ("dead_letter_id" varchar(96) primary key, "webhook_id" varchar(96) not
  null, "at" bigint not null, "event" mediumtext not null, "problem" mediumtext not null);
CREATE INDEX "dead_letters_by_webhook" on "dead_letters" ("webhook_id", "at");
CREATE TABLE "lead_counts" ("id" integer primary key autoincrement, "list_id" varchar(96) not null,
  "state" varchar(8) not null, "place" varchar(96) not null, "why" varchar(128) not null, "touched"
  integer not null, "n" bigint not null);
CREATE INDEX "lead_counts_by_list" on "lead_counts" ("list_id");
CREATE INDEX "leads_by_import" on "leads" ("import_id", "lead_id");
CREATE INDEX "attempts_by_instant" on "attempts" ("opened_at");
CREATE INDEX "audit_by_kind" on "audit" ("campaign_id", "kind", "at");
CREATE TABLE "nodes" ("node_id" varchar(96) primary key, "node" varchar(96) not null, "seen_at"
  bigint not null, "is_leaving" integer not null, "running" bigint not null, "offers" mediumtext not
  null, "address" mediumtext, "runs" mediumtext);
CREATE TABLE "archived_attempts" ("attempt_id" varchar(96) primary key, "campaign_id" varchar(96)
  not null, "lead_id" varchar(32) not null, "list_id" varchar(96) not null, "person_id" varchar(32)
  not null, "phone" varchar(20) not null, "node" varchar(96) not null, "epoch" bigint not null, "mode"
  varchar(128) not null, "human_initiated" integer not null, "voices" varchar(128) not null,
  "caller_number" varchar(20) not null, "agent_id" varchar(96), "purpose" varchar(128), "seller"
  varchar(128), "account" varchar(128), "opened_at" bigint not null, "live_answer_at" bigint,
  "connected_at" bigint, "abandoned_at" bigint, "outcome" varchar(128), "disposition" varchar(128),
  "cause" mediumtext, "machine_verdict" varchar(128), "dialed_at" bigint, "trunk" varchar(96),
  "ringing_at" bigint, "answered_at" bigint, "ended_at" bigint, "closed_at" bigint, "talk_ms" bigint,
  "wrap_up_ms" bigint, "counts" integer, "refused" integer not null, "callback_at" bigint, "result"
  mediumtext, "erased_at" bigint, "given_flow" varchar(128));
CREATE INDEX "archived_attempts_by_person" on "archived_attempts" ("person_id", "opened_at");
CREATE INDEX "archived_attempts_by_number" on "archived_attempts" ("phone", "opened_at");
CREATE INDEX "archived_attempts_by_campaign" on "archived_attempts" ("campaign_id", "opened_at");
CREATE INDEX "archived_attempts_by_instant" on "archived_attempts" ("opened_at");
CREATE TABLE "archived_decisions" ("id" bigint primary key, "attempt_id" varchar(96) not null,
  "campaign_id" varchar(96) not null, "lead_id" varchar(32) not null, "at" bigint not null, "mode"
  varchar(128) not null, "allowed" integer not null, "refusals" mediumtext not null, "rule"
  varchar(128), "scope" varchar(128), "record" mediumtext not null, "hash" varchar(128) not null);
CREATE INDEX "archived_decisions_by_attempt" on "archived_decisions" ("attempt_id");
CREATE INDEX "archived_decisions_by_campaign" on "archived_decisions" ("campaign_id", "allowed",
  "at");
CREATE TABLE "archived_records" ("writer" varchar(96) not null, "n" bigint not null, "attempt_id"
  varchar(96) not null, "campaign_id" varchar(96) not null, "lead_id" varchar(32) not null, "phone"
  varchar(20) not null, "at" bigint not null, "allowed" integer not null, "record" mediumtext not
  null, "hash" varchar(128) not null, "erased_at" bigint, constraint "archived_records_key" primary
  key ("writer", "n"));
CREATE INDEX "archived_records_by_number" on "archived_records" ("phone", "at");
CREATE TABLE "archived_audit" ("writer" varchar(96) not null, "n" bigint not null, "at" bigint not
  null, "campaign_id" varchar(96) not null, "kind" varchar(128) not null, "detail" mediumtext not
  null, "prev_hash" varchar(128) not null, "hash" varchar(128) not null, "mac" varchar(128),
  constraint "archived_audit_key" primary key ("writer", "n"));
CREATE INDEX "archived_audit_by_kind" on "archived_audit" ("campaign_id", "kind", "at");
CREATE TABLE "spreads" ("campaign_id" varchar(96) primary key, "revision" bigint not null, "version"
  bigint not null, "state" varchar(128) not null, "reason" varchar(128), "changes" mediumtext not
  null, "author" varchar(96));
`;
