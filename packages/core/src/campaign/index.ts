/** What the campaign folder exports to the rest of core. */
export * from './call/attempt.js';
export * from './call/compliance-facts.js';
export { Campaign, type CampaignParts, type Handled } from './campaign.js';
export type { CallMove } from './call/call-move.js';
export { CALL_MOVES, isAllowedMove } from './call/moves.js';
export { CALL_STAGES, STAGE_MEANINGS, type CallStage, type StageMeaning } from './call/stages.js';
export type { AllowedMove, MoveCause } from './call/move-causes.js';
export * from './conversation/index.js';
export * from './ending/dispositions.js';
export * from './inbound/index.js';
export * from './events.js';
export * from './facts.js';
export * from './conversation-facts.js';
export { Governor, type GovernorReading } from './governor/governor.js';
export { interlock, type Interlock } from './placing/interlocks.js';
export { networkCause, networkCode, networkText, type NetworkCause } from './network-values.js';
export * from './supply/lead.js';
export * from './modes.js';
export * from './call/outcomes.js';
export type { CallRefusal } from './placing/refusal.js';
export {
  ORDER_REJECTIONS,
  type OrderRejection,
  type OrderRejectionCode,
  type OrderVerdict,
} from './orders/rejections.js';
export { scheduleAt, type CampaignSchedule, type ScheduleState } from './placing/schedule.js';
export {
  DIALING_OBSTACLES,
  scheduleObstacles,
  type DialingObstacle,
  type DialingObstacleKind,
} from './placing/obstacles.js';
export { stationRefusal, type StationRules, type StationSettings } from './agents/stations.js';
export type { AgentView, CallView, ConversationView, OfferView } from './views.js';
export * from './supply/retry.js';
export { NO_AGENT_WITH_SKILLS } from './supply/skills.js';
export * from './settings.js';
export type { CampaignSnapshot } from './snapshot.js';
export type { CampaignStatistics, TransferCounts } from './statistics.js';
export { TIMER_KINDS, type TimerKind } from './timers.js';
