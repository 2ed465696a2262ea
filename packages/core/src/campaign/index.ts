export * from './attempt.js';
export { Campaign, type CampaignParts, type Handled } from './campaign.js';
export type { CallMove } from './call/calls.js';
export {
  CALL_MOVES,
  CALL_STAGES,
  isAllowedMove,
  STAGE_MEANINGS,
  type AllowedMove,
  type CallStage,
  type MoveCause,
  type StageMeaning,
} from './call/stages.js';
export * from './dispositions.js';
export * from './events.js';
export * from './facts.js';
export { Governor, type GovernorReading } from './governor.js';
export { interlock, type Interlock } from './interlocks.js';
export * from './lead.js';
export * from './modes.js';
export * from './outcomes.js';
export type { Refusal } from './refusal.js';
export * from './retry.js';
export * from './settings.js';
export type { CampaignSnapshot } from './snapshot.js';
export type { CampaignStatistics } from './statistics.js';
export { TIMER_KINDS, type TimerKind } from './timers.js';
