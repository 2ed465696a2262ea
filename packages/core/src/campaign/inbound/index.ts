/** What the folder of calls that come in exports to the rest of the house. */
export type { InboundCounts, InboundStatistics } from './counts.js';
export type { InboundHours, OpenSpan } from './hours.js';
export { INBOUND_ENDINGS, strangerLead, type InboundEnding } from './inbound-call.js';
export {
  AGENT_WORK,
  type AgentWork,
  type InboundAnnouncements,
  type InboundCallback,
  type InboundSettings,
} from './settings.js';
