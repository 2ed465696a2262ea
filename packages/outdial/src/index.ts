/** outdial: an outbound dialer to embed. The command line is this package's `outdial`. */
export { createDialer, type DialerOptions } from './dialer/create-dialer.js';
export type { DialerFault } from './dialer/dialer-fault.js';
export type { AgentLogin } from './dialer/attendance.js';
export type { RunningChanges } from './dialer/campaign-changes.js';
export { Dialer } from './dialer/dialer.js';
export type { Adoption } from './dialer/file-in-force.js';
export type { CallNotes } from './dialer/order-methods.js';
export type { RunEnd } from './dialer/run-state.js';
export { unwrittenText } from './dialer/unwritten.js';
export type { DialerEnd } from './dialer/unwritten.js';
export {
  createAutomaticTeam,
  type AutomaticTeam,
  type AutomaticTeamOptions,
} from './dialer/automatic-team.js';
export {
  controlRoutes,
  startControlServer,
  type ControlOptions,
  type ControlRoutesOptions,
} from './control/control-server.js';
export {
  floorRoutes,
  startFloorControl,
  type CampaignSummary,
  type ControlledFloor,
  type FloorControlOptions,
  type FloorRoutesOptions,
} from './control/floor-control.js';
export type { ControlAddress, ControlServer } from './control/listen.js';
export { takeEmptyBodies } from './control/empty-bodies.js';
export { discardBody, requestTimes } from './control/request-times.js';
export { ControlUnavailable, type ControlErrorCode } from './control/control-errors.js';
export { CampaignFileError, type CampaignFileProblem } from './campaign-file/campaign-file-error.js';
export {
  checkCampaign,
  parseCampaignFile,
  readCampaignFile,
  type LoadedCampaign,
} from './campaign-file/read-campaign-file.js';
export { floorSection, type FloorSection, type GivenFloorSection } from './campaign-file/floor-section.js';
export {
  country as countryCode,
  environmentName as environmentNameField,
  identifier as identifierField,
  timeOfDay as timeOfDayField,
  timeZone as timeZoneField,
} from './campaign-file/basic-values.js';
export { defineCampaign } from './campaign-file/define-campaign.js';
export { differingSettings, type SettingDifference } from './campaign-file/flat-settings.js';
export { SCHEDULE_CLOCKS } from './campaign-file/sections/schedule.js';
export { campaignJsonSchema } from './campaign-file/schema.js';
export type * from './campaign-file/types.js';
export { CampaignRefused, type CampaignFinding } from './gate/campaign-refused.js';
export type { DoNotCallLists, ListInUse } from './gate/do-not-call-lists.js';
export { DoNotCallListUnavailable } from './gate/do-not-call-unavailable.js';
export { createComplianceGate } from './gate/compliance-gate.js';
export { EVALUATED_WHEN } from './gate/evaluation.js';
export type { GateSettings } from './gate/gate-settings.js';
export { campaignReport, type ReportNarrowing } from './report/campaign-figures.js';
export { csvReport } from './report/csv-report.js';
export { CODE_WORDS, codeWords } from './report/code-words.js';
export { CELL_KINDS } from './report/document.js';
export { shownValue } from './campaign-file/explain-issues.js';
export type { Cell, Plot, ReportColumn, ReportDocument, ReportSection } from './report/document.js';
export { dayBegins, dayEnds, latestTimeOfDay, localDate } from './local-time/local-day.js';
export {
  loadLawOfCampaign,
  type LawAt,
  type LawOfCampaign,
  type RuleToRead,
} from './gate/law-of-campaign.js';
export { questionInWords, type QuestionInWords, type RuleInWords } from './audit/decision-in-words.js';
export { verifyTrail, type TrailVerdict } from './audit/verify-records.js';
export { interlockOf, type NumberInterlock, type InterlockSettings } from './gate/interlocks.js';
export {
  PURPOSES,
  RULE_KINDS,
  RULE_SETTINGS,
  TRACE_VERDICTS,
  VERIFICATIONS,
  ruleTitle,
} from '@outdial/compliance';
export { titleOfRule } from './gate/rule-title.js';
export {
  COLUMN_TARGETS,
  DATE_ORDERS,
  DATE_ORDER_WORDS,
  NUMBER_STYLES,
  openTable,
  readNumber,
  type ColumnTarget,
  type LeadReference,
  type TableOptions,
} from '@outdial/lists';
export {
  FIRST_PRIORITY,
  addDoNotCall,
  cancelCallback,
  closeLeads,
  exportLeads,
  findLeads,
  getLead,
  listCallbacks,
  listLeads,
  moveCallback,
  openStore,
  readAnswers,
  readAttempts,
  readEvents,
  readNumberTrail,
  recordConsents,
  removeDoNotCall,
  reopenLeads,
  reportCampaign,
  takeOffDoNotCall,
  type AnswerFilter,
  type AttemptFilter,
  type AttemptRecord,
  type AttemptRecording,
  type CallbackChange,
  type CallbackFilter,
  type CallbackMove,
  type CloseReport,
  type EventFilter,
  type StoredEvent,
  type GatheredAnswers,
  type LeadFilter,
  type LeadSearch,
  type ListedLead,
  type ScheduledCallback,
  type ReopenOptions,
  type ReopenReport,
  type Store,
  type StoreOptions,
} from '@outdial/store';
export {
  StoreUnavailable,
  openCampaignStore,
  type OpenCampaignStoreOptions,
  type StorePlace,
} from './records/open-campaign-store.js';
export { doubtfulValues, type CampaignWords } from './leads/doubtful-values.js';
export { recycleByRules, type RuleReport } from './leads/recycle-by-rules.js';
export { importDoNotCallFile, type DoNotCallImport } from './leads/import-do-not-call-file.js';
export { importListFile, type ListImport, type ListImportOptions } from './leads/import-list.js';
export { logEvent, logUnwritten, openLog } from './runtime/event-log.js';
export type { LeadQueueWrapper } from './records/store-records.js';
export type { OrderEntry, OrderTable } from './dialer/order-entry.js';
export {
  AGENT_ORDERS,
  CAMPAIGN_ORDERS,
  NOTES_ANSWER,
  readFields,
  type OrderAnswer,
  type ReadFields,
  type UnreadFields,
} from './dialer/orders.js';
export type { AddRowsOptions, LeadRecord, LeadVerdict } from './leads/add-rows.js';
export { CallFloor, type CallFloorParts, type FloorCampaignOptions } from './dialer/call-floor.js';
export { createFloor, type FloorControlInput, type FloorOptions } from './dialer/create-floor.js';
export { examine, type ExamineOptions } from './doctor/examine.js';
export type { Finding } from './doctor/finding.js';
export { examineCampaign, type CampaignExamination } from './dialer/examine-campaign.js';
export type { WindowChange } from './dialer/next-window.js';
export { startingCampaign, type StartingChoice } from './cli/starting-files/campaign-text.js';
export { callsLeft, callsLeftText } from './dialer/waits-for.js';
export type { Explanation, Obstacle } from './dialer/explain.js';
export type { LeadExplanation, LeadObstacle } from './dialer/explain-lead.js';
export type { ForeseenCallback } from './dialer/campaign-questions.js';
export type { NumberCheck } from './gate/check-number.js';
export { OutdialError, isOutdialError, type AgentView, type CallView } from '@outdial/core';
export {
  createBrowserStations,
  type BrowserAccount,
  type BrowserAccountRefusal,
  type BrowserStations,
  type BrowserStationsOptions,
} from './browser-stations/browser-stations.js';
export { createAsteriskPlatform, type AsteriskPlatformOptions } from './platform/asterisk-platform.js';
export {
  createSimulatedPlatform,
  type SimulatedPlatform,
  type SimulatedPlatformOptions,
} from './platform/simulated-platform.js';
export type { PassUntil, Platform, PlatformFactory, TelephonyTrouble } from './platform/platform.js';
export {
  TELEPHONY_ERRORS,
  TelephonyUnavailable,
  type TelephonyErrorCode,
} from './platform/platform-errors.js';
