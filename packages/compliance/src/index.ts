/** `@outdial/compliance`: may this call be placed now, and if not, why, and when? Pure; no legal advice. */
export * from './contract.js';
export { createCompliance, type Compliance } from './compliance.js';
export type { ComplianceOptions } from './compliance-options.js';
export type { LawRule, LawTable, LawValue } from './law-table/law-table.js';
export { compareLaw, type LawChange, type LawChangeKind } from './law-table/compare-law.js';
export { lawOfVersion, type EarlierLaw } from './law-table/law-history.js';
export { readLawTable } from './law-table/read-law-table.js';
export { lawToReadAgain, READ_AGAIN_AFTER_DAYS, type LawToRead } from './law-table/law-to-read-again.js';
export { ruleTitle } from './rule-title.js';
export { uncoveredMedium } from './covered-media.js';
export { currentRuleId } from './renamed-rules.js';
export {
  COMPLIANCE_ERRORS,
  ComplianceError,
  ComplianceInputError,
  type ComplianceErrorCode,
} from './errors.js';
export { ComplianceInvariantError } from './invariant.js';
export { CLIENT_POLICY_ID } from './policies/client-policy.js';
export type {
  ClientPolicy,
  ClientHours,
  ClientCap,
  ClientCoolDown,
  ClientList,
} from './policies/client-policy.js';
export type {
  AbandonmentDuty,
  AbandonmentMeasure,
  AbandonmentWindow,
  CampaignDuties,
  MessageDuty,
  RecordDuty,
  RetryBan,
} from './duties/duty.js';
export type { CampaignWithCountries } from './duties/duties.js';
export { recordingDuty, type RecordingDuty } from './jurisdictions/us/state-rules/recording-consent.js';
export type { CampaignFlow, CampaignReview, ReviewFinding } from './review/review-item.js';
export { COUNTRY_OR_STATE } from './review/registrations.js';
// Rules of further countries, for the option `packs`.
export {
  covers,
  type Coverage,
  type Gap,
  type GapFacts,
  type Pack,
  type Packs,
  type Registry,
} from './engine/pack.js';
export type { DatedValue, Parameter, Source } from './engine/parameter.js';
export { rule, type Rule, type RuleSpec } from './engine/rule.js';
export { everyDay, weekly, type Schedule, type WeekSpans } from './engine/schedule.js';
export {
  abandonmentLimit,
  minimumRing,
  type AbandonmentLimitSpec,
  type AbandonmentShare,
  type MinimumRingSpec,
} from './rules/abandonment-limit.js';
export { callingWindow, type CallingWindowSpec } from './rules/calling-window.js';
export { consentNeeded, type ConsentNeededSpec } from './rules/consent-needed.js';
export { frequencyCap, type Cap, type FrequencyCapSpec } from './rules/frequency-cap.js';
export { registryAge, type RegistryAgeSpec } from './rules/registry-age.js';
export type { OffsetOverride } from './time/zone.js';
export { ZONE_CORRECTIONS, type ZoneCorrection, type ZoneDataReport } from './time/tzdata.js';
export { DoNotCallSet } from './do-not-call/do-not-call-set.js';
export { DoNotCallBuilder } from './do-not-call/do-not-call-builder.js';
export { doNotCallDelta } from './do-not-call/delta.js';
export type { DoNotCallListInfo } from './do-not-call/list-info.js';
export { writeChunks as writeDoNotCallChunks } from './do-not-call/slab-writer.js';
export { DoNotCallFormatError, type DoNotCallFormatCode } from './errors.js';
export { phoneKey } from './do-not-call/format.js';
export {
  DO_NOT_CALL_LIST_KINDS,
  doNotCallFacts,
  type DoNotCallList,
  type ListedNumbers,
} from './do-not-call/do-not-call-lists.js';
export {
  ConsentLedger,
  type ConsentEvent,
  type ConsentGrant,
  type ConsentRevocation,
} from './consent/consent-ledger.js';
export {
  auditStart,
  auditRecord,
  auditHead,
  verifyAudit,
  replaysEqually,
  type AuditHash,
  type AuditHead,
  type AuditRecord,
  type AuditVerification,
} from './audit/audit-chain.js';
export { auditCsv, auditPage } from './audit/audit-export.js';
export { canonicalRecordJson } from './canonical-json.js';
export { sha256Hex } from './audit/sha256.js';
export { US_TERRITORIES } from './place/data/us-territories.js';
