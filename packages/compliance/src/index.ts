/** `@outdial/compliance`: may this call be placed now, and if not, why, and when? Pure; no legal advice. */
export * from './contract.js';
export { createCompliance, RULE_SET_VERSION, type Compliance, type ComplianceOptions } from './compliance.js';
export { ComplianceInputError, ComplianceInvariantError } from './invariant.js';
export type { DeclaredEmergency } from './engine/context.js';
export type { ClientPolicy, ClientHours, ClientCap, ClientCoolDown, ClientList } from './policies/client-policy.js';
export { recordingDuty, type CampaignDuties, type AbandonmentDuty, type RetryBan, type MessageDuty, type RecordDuty, type RecordingDuty, type CampaignWithCountries } from './duties/duties.js';
export type { CampaignFlow, CampaignReview, ReviewFinding } from './review/review-campaign.js';
export type { OffsetOverride } from './time/zone.js';
export { ZONE_CORRECTIONS, type ZoneCorrection, type ZoneDataReport } from './time/tzdata.js';
