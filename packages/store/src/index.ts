/** @outdial/store: lead lists and the attempt journal on embedded SQLite, MySQL and MariaDB. */
export { openStore, storeBy } from './open-store.js';
export type { Store, StoreOptions } from './open-store.js';
export { STORE_ERRORS } from './errors.js';
export type { StoreErrorCode } from './errors.js';
export { readSession, sessionProblems } from './database/session.js';
export type { DatabaseSession } from './database/session.js';
export { shownAddress } from './database/address.js';
export type { DatabaseTls } from './database/mysql.js';
export { databaseError } from './database/database-error.js';
export {
  addCampaignVersion,
  listCampaignDocuments,
  listCampaignVersions,
  readCampaignVersion,
} from './campaign-versions.js';
export type {
  AddedVersion,
  CampaignVersion,
  CampaignVersionInfo,
  NewCampaignVersion,
} from './campaign-versions.js';
export { checkLeadCounts, mendLeadCounts } from './leads/check-lead-counts.js';
export type { LeadCountDifference } from './leads/check-lead-counts.js';
export { countConsentEnds } from './report/consent-ends.js';
export type { ConsentEnds, ConsentEndsQuestion } from './report/consent-ends.js';
export { countPlaces } from './report/count-places.js';
export type { PlaceCount } from './report/count-places.js';
export { readCampaigns, registerCampaign } from './campaigns.js';
export type { CampaignDefinition, KnownCampaign } from './campaigns.js';
export { createLeadQueue } from './leads/lead-queue.js';
export type { LeadQueueOptions, StoreLeadQueue } from './leads/lead-queue.js';
export { placeOf } from './leads/places.js';
export type { CallingWindow, DialsCountry, Place, PlaceHints, WindowOf } from './leads/places.js';
export { createJournal } from './journal/journal.js';
export type { JournalOptions, StoreJournal } from './journal/journal.js';
export type { CallbackAnswer } from './journal/check-callback.js';
export { createAgentPresence } from './presence/agent-presence.js';
export type { AgentPresence, AgentPresenceOptions, PresenceState } from './presence/agent-presence.js';
export type { AgentPlace } from './presence/presence.js';
export type { LeaseNotice, ReserveOptions } from './journal/lease-keeper.js';
export { WHOLE_PART } from './journal/share-parts.js';
export type { HeldPart, PartUse } from './journal/share-parts.js';
export { orderSpread, readSpreadOrders } from './journal/spread-orders.js';
export type { SpreadChanges, SpreadOrder, SpreadOrders, SpreadState } from './journal/spread-orders.js';
export type { LeaseHolder } from './journal/lease-holder.js';
export type { RunningProcess } from './journal/running-process.js';
export { importLeads } from './import/import-leads.js';
export type { ImportOptions, ImportReport, ImportedColumn } from './import/import-options.js';
export { listOfImport, readImports } from './import/read-imports.js';
export type { ListUpload } from './import/read-imports.js';
export { readLists } from './report/list-figures.js';
export type { ListFigures } from './report/list-figures.js';
export { undoImport } from './import/undo-import.js';
export type { UndoReport } from './import/undo-import.js';
export type { ImportTotals } from './import/import-totals.js';
export { addLeads } from './leads/add-leads.js';
export type { AddLeadsOptions, AddedLead } from './leads/add-leads.js';
export { recycleLeads } from './leads/recycle-leads.js';
export type { RecycleFilter, RecycleOptions, RecycleReport } from './leads/recycle-leads.js';
export { addBarred, reopenLeads } from './leads/reopen-leads.js';
export type { BarredBy, ReopenOptions, ReopenReport } from './leads/reopen-leads.js';
export { cancelCallback, listCallbacks, moveCallback } from './leads/callbacks.js';
export type { CallbackChange, CallbackFilter, CallbackMove, ScheduledCallback } from './leads/callbacks.js';
export { readAnswers } from './report/attempt-details.js';
export type { AnswerFilter, GatheredAnswers, AttemptRecording } from './report/attempt-details.js';
export { WRITE_VERDICTS, type WriteVerdict } from './leads/write-leads.js';
export { closeLeads } from './leads/close-leads.js';
export type { CloseReport } from './leads/close-leads.js';
export type { FaultSink, WorkUnderWay } from './under-way.js';
export type { PushedLeads } from './leads/watch.js';
export { FIRST_PRIORITY } from './leads/dial-order.js';
export type { LeadFactName, StoredLeadFacts } from './leads/lead-facts.js';
export { addDoNotCall } from './law/do-not-call.js';
export type { DoNotCallSubject } from './law/do-not-call.js';
export { removeDoNotCall, takeOffDoNotCall } from './law/take-off-do-not-call.js';
export type { DoNotCallRemoval } from './law/take-off-do-not-call.js';
export type { DoNotCallRequest } from './law/do-not-call.js';
export { readDoNotCall } from './law/read-do-not-call.js';
export type { DoNotCallOnFile, DoNotCallPage } from './law/read-do-not-call.js';
export { recordConsents } from './law/consents.js';
export type { OtherEnd } from './law/consents.js';
export type { ConsentEntry } from './law/consents.js';
export { recordLearned } from './law/learned.js';
export type { FactLearned, LearnedAbout } from './law/learned.js';
export { endStandingOrder, giveStandingOrder, readStandingOrders } from './law/standing-orders.js';
export type { NewStandingOrder, StandingOrder } from './law/standing-orders.js';
export type { StandingOrderKind } from './law/standing-order-kind.js';
export { readLastCallAt } from './retention/last-call.js';
export { archiveHistory, ARCHIVE_DAYS_LEAST } from './retention/archive-history.js';
export type { ArchivedHistory, ArchiveOptions } from './retention/archive-history.js';
export { erasePersons, readPersonsBefore } from './retention/erase-persons.js';
export type { EraseOptions, Erasure } from './retention/erase-persons.js';
export { forgetRecordings, readRecordingsBefore } from './retention/old-recordings.js';
export type { OldRecording, OldRecordings } from './retention/old-recordings.js';
export { CAMPAIGN_KEY, EVERYTHING } from './retention/holds.js';
export { findFactSubject } from './law/fact-subject.js';
export type { FactSubject, FactSubjectName, SubjectPerson } from './law/fact-subject.js';
export { setFact, setFacts } from './law/facts.js';
export type { FactOfSubject, NewFact } from './law/facts.js';
export { withdrawFact } from './law/withdraw-fact.js';
export type { FactWithdrawal } from './law/withdraw-fact.js';
export type { FactDetail } from './law/fact-detail.js';
export {
  exportConsents,
  exportUnlistedConsents,
  readConsents,
  readReassignedQueries,
} from './report/consent-ledger.js';
export type { ConsentOnFile, ReassignedQuery } from './report/consent-ledger.js';
export { exportFacts, readFacts } from './report/person-facts.js';
export type { FactOnFile } from './report/person-facts.js';
export type { InconvenientHours } from './law/inconvenient-hours.js';
export { recordContact } from './law/contacts.js';
export type { Contact } from './law/contacts.js';
export { beatNode, forgetNode } from './nodes.js';
export type { NodeStanding } from './nodes.js';
export { isStoreAway } from './database/database-error.js';
export { readKillSwitch, setKillSwitch } from './kill-switch.js';
export type { KillSwitch } from './kill-switch.js';
export { verifyAuditChain } from './audit/verify.js';
export type { AuditVerdict, BaselineNamed, VerifyOptions } from './audit/verify.js';
export type { AuditBreak } from './audit/findings.js';
export type { KeyVerdict } from './audit/key-check.js';
export { readStoreId, writeBaseline } from './audit/baseline.js';
export { LEAD_STATES } from './database/tables/lead-tables.js';
export { ENTRY_KINDS } from './audit/entry-kinds.js';
export type { EntryKind } from './audit/entry-kinds.js';
export { readHeads } from './audit/heads.js';
export type { ChainHead, ChainName } from './audit/heads.js';
export { findDecisions, readDecision } from './audit/find-decisions.js';
export type { DecisionSearch, FoundDecision } from './audit/find-decisions.js';
export { readDecisionRecords } from './audit/decision-records.js';
export type { DecisionRecord, DecisionRecordFilter } from './audit/decision-records.js';
export { reportCampaign } from './report/report-campaign.js';
export { countOpenAttempts } from './report/attempts-left-open.js';
export { surveyCampaign } from './report/survey-campaign.js';
export type { AgentReport } from './report/report-agents.js';
export { readStanding } from './report/campaign-standing.js';
export type { CampaignStanding } from './report/campaign-standing.js';
export type { CampaignReport } from './report/report-campaign.js';
export type { HourReport, OutcomeCount } from './report/attempt-counts.js';
export type { ReportRange } from './report/report-range.js';
export type { ReportedAttempt } from './report/reported-attempts.js';
export { reportRefusals } from './report/report-refusals.js';
export type { RefusalCount } from './report/report-refusals.js';
export { findLeads, getLead, listLeads } from './report/list-leads.js';
export type { LeadFilter, LeadSearch, ListedLead } from './report/list-leads.js';
export { exportLeads } from './report/export-leads.js';
export type { LateEnd } from './report/late-ends.js';
export { readLatestAttemptAt } from './report/latest-attempt.js';
export { readEvents } from './report/read-events.js';
export type { EventFilter } from './report/read-events.js';
export type { StoredEvent } from './report/stored-event.js';
export { readAttempts } from './report/read-attempts.js';
export type { AttemptFilter, AttemptRecord } from './report/read-attempts.js';
export { personIdOf } from './person-id.js';
export type { NamedPerson } from './store-secret.js';
export { SetInUse, readSetFile, replaceSetFile } from './do-not-call/set-file.js';
export type { SetInUseOptions } from './do-not-call/set-file.js';
export { readNumberTrail } from './report/number-trail.js';
export type { NumberTrail } from './report/number-trail.js';
export { readPartyOfNumber, readUnlistedNumber } from './journal/party-of-number.js';
export type { KnownNumber, PartyOfNumber } from './journal/party-of-number.js';
export { readPauses, readStaffedHours, readStaffing, STAFFING } from './report/read-staffing.js';
export type {
  AgentPauses,
  AgentStaffing,
  StaffedHour,
  StaffedSpan,
  StaffingDetail,
  StaffingRange,
} from './report/read-staffing.js';
export { AGENT_DOINGS, readAgentDays } from './report/agent-days.js';
export type { AgentDay, AgentSpan } from './report/agent-days.js';
export {
  changeAccount,
  createAccount,
  listAccounts,
  readAccount,
  setAccountPassword,
} from './accounts/accounts.js';
export type { Account, AccountChanges, AccountRecord, NewAccount } from './accounts/accounts.js';
export { issueAccountLink, readAccountLink, takeAccountLink } from './accounts/account-links.js';
export { endSession, openSession, readOpenSessions, readSessionAccount } from './accounts/sessions.js';
export type { NewSession } from './accounts/sessions.js';
export {
  createProgramToken,
  endProgramToken,
  listProgramTokens,
  useProgramToken,
} from './accounts/program-tokens.js';
export type { NewProgramToken, ProgramToken } from './accounts/program-tokens.js';
export { createWebhook, endWebhook, listWebhooks } from './webhooks/webhooks.js';
export type { NewWebhook, Webhook, WebhookFailure } from './webhooks/webhooks.js';
export {
  endSending,
  noteFailedTry,
  noteTold,
  setEventAside,
  takeSending,
  webhooksToSend,
} from './webhooks/delivery.js';
export type { FailedTry, Sending, WebhookToSend } from './webhooks/delivery.js';
export { listDeadLetters, readDeadLetter, takeDeadLetter } from './webhooks/dead-letters.js';
export type { DeadLetter, DeadLetterPage, DeadLetterPlace } from './webhooks/dead-letters.js';
export { parseLeadCondition, parseLeadScore } from './expressions/parse-expression.js';
export type { LeadCondition, LeadExpression, LeadScore, Parsed } from './expressions/parse-expression.js';
export { expressionProblemText, markedExpression } from './expressions/expression-problem.js';
export type { ExpressionProblem } from './expressions/expression-problem.js';
export { EXPRESSION_FUNCTIONS, LEAD_FIELDS, isNumberField } from './expressions/lead-fields.js';
export type { ExpressionFunction, LeadField, LeadFieldName } from './expressions/lead-fields.js';
export { LEAD_ORDERS } from './leads/selection/lead-selection.js';
export type { LeadHints, LeadOrder, LeadSelection, ListWeight } from './leads/selection/lead-selection.js';
export { countLeads } from './report/count-leads.js';
export { filterTakes } from './leads/selection/takes-lead.js';
export type { LeadCount, LeadCountQuestion, ListCount } from './report/count-leads.js';
export type { NamedColumn, NamedValue } from './expressions/read-tree.js';
