/** What the conversation folder exports to embedders. */
export {
  CONVERSATION_RECORDING_STATES,
  type ConversationShape,
  type OwnerPart,
  type ThirdParty,
} from './conversation.js';
export * from './events.js';
export { CONVERSATION_ENTRIES, type ConversationEntry } from './moving.js';
export * from './order-facts.js';
export * from './settings.js';
export {
  CONVERSATION_MEANINGS,
  CONVERSATION_MOVES,
  CONVERSATION_STAGES,
  CUSTOMER_HEARS,
  isAllowedConversationMove,
  type AllowedConversationMove,
  type ConversationStage,
  type ConversationStageMeaning,
} from './stages.js';
