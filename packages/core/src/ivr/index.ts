/** Call flows as data and their pure interpreter. */
export { ANNOUNCEMENTS, PROMPT_VOICES } from './flow.js';
export type {
  Announcement,
  BranchNode,
  DispositionNode,
  FinishKey,
  Flow,
  FlowNode,
  GatherNode,
  HangUpNode,
  LeaveMessageNode,
  OptOutKey,
  OptOutNode,
  PlayNode,
  Prompt,
  PromptVoice,
  RecordNode,
  TransferNode,
  VariableNode,
} from './flow.js';
export { flowEnd } from './flow-step.js';
export type {
  FlowAction,
  FlowContext,
  FlowEnd,
  FlowInput,
  FlowState,
  FlowStep,
  FlowWait,
} from './flow-step.js';
export type { FlowProblem } from './field-checks.js';
export { validateFlow, type FlowValidation } from './validate-flow.js';
export { flowVoices } from './flow-voices.js';
export { startFlow, stepFlow } from './interpret-flow.js';
export {
  abandonmentFlow,
  voicemailFlow,
  type AbandonmentFlowSettings,
  type VoicemailFlowSettings,
  messageFlow,
  type MessageFlowSettings,
} from './safe-harbour-flows.js';
