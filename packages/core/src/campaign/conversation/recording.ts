/** The recording of a conversation: asked of the campaign's rule and the law's duty, then of telephony. */
import type { RecordingState } from '../../ports/conversation-telephony.js';
import { defined } from '../../defined.js';
import type { Agent } from '../agents/agent.js';
import type { Call } from '../call/call.js';
import { emit, send, type Context } from '../context.js';
import type {
  RecordingChangedFact,
  RecordingCompletedFact,
  RecordingFailedFact,
} from '../conversation-facts.js';
import { rejectAgent } from '../orders/reject.js';
import type { Conversation, ConversationRecording } from './conversation.js';
import { note } from './moving.js';
import type { ConversationOrderFact, RecordingGround } from './order-facts.js';
import { conversationSettings, type RecordingSettings } from './settings.js';

type RecordOrder = Extract<ConversationOrderFact, { type: 'agent.record' }>;

/** Carries out an agent's order about the recording of their conversation, or rejects it. */
export function record(
  context: Context,
  given: {
    readonly call: Call;
    readonly conversation: Conversation;
    readonly agent: Agent;
    readonly order: RecordOrder;
  },
): void {
  const { call, conversation, order } = given;
  const settings = conversationSettings(context.state.settings).recording;
  const running = conversation.recording?.state !== 'off' ? conversation.recording : null;
  if (order.state === 'on' && running?.state !== 'paused') {
    const refusal = refusalOf(settings, order.ground);
    if (refusal !== null) return rejectAgent(context, order, 'recording-not-permitted', refusal);
    if (running) return rejectAgent(context, order, 'conversation-stage', 'it is recorded already');
    begin(context, call, conversation, order.ground);
    return;
  }
  if (!running) return rejectAgent(context, order, 'conversation-stage', 'it is not recorded');
  if (order.state === 'on' && running.pausedForThird && conversation.third && order.ground === undefined)
    return rejectAgent(context, order, 'recording-not-permitted', ASK_THIRD);
  ask(context, call, running, order.state);
}

const ASK_THIRD = 'the third party must know that it is recorded: say what was done';

/** A third party at a telephone number comes in: nobody has told them that they are recorded. */
export function pauseForThird(context: Context, call: Call, conversation: Conversation): void {
  const { recording } = conversation;
  const { duty } = conversationSettings(context.state.settings).recording;
  if (conversation.third?.kind !== 'number' || duty === 'none') return;
  if (recording?.state !== 'on' && recording?.state !== 'asked') return;
  recording.pausedForThird = true;
  ask(context, call, recording, 'paused');
}

/** The third party has left: what was recorded before goes on, on the ground that it had. */
export function resumeAfterThird(context: Context, call: Call, conversation: Conversation): void {
  const { recording } = conversation;
  if (!recording?.pausedForThird) return;
  delete recording.pausedForThird;
  if (recording.state === 'paused') ask(context, call, recording, 'on');
}

/** A flow has the customer, who may key in what must not be on record. */
export function pauseForFlow(context: Context, call: Call, { recording }: Conversation): void {
  if (recording?.state !== 'on' && recording?.state !== 'asked') return;
  recording.pausedForFlow = true;
  ask(context, call, recording, 'paused');
}

/** An agent has the customer again: the recording goes on, on the ground that it had. */
export function resumeAfterFlow(context: Context, call: Call, { recording }: Conversation): void {
  if (!recording?.pausedForFlow) return;
  delete recording.pausedForFlow;
  if (recording.state !== 'off') ask(context, call, recording, 'on');
}

/** Ends the recording of a conversation that goes on without an agent. */
export function endRecording(context: Context, call: Call, { recording }: Conversation): void {
  if (recording && recording.state !== 'off') ask(context, call, recording, 'off');
}

/** Begins the recording of a conversation where the campaign records all of them and the law lets it. */
export function recordByRule(context: Context, call: Call, conversation: Conversation): void {
  const { recording: settings } = conversationSettings(context.state.settings);
  if (settings.rule !== 'always' || refusalOf(settings, undefined) !== null) return;
  begin(context, call, conversation, undefined);
}

/** Why a conversation must not be recorded. Null: it may. */
function refusalOf(settings: RecordingSettings, ground: RecordingGround | undefined): string | null {
  if (settings.rule === 'never') return 'this campaign does not record conversations';
  const isAnnounced = settings.announced || ground === 'announced' || ground === 'consented';
  if (settings.duty === 'announcement' && !isAnnounced)
    return 'the recording must be announced before: say that it was';
  if (settings.duty === 'consent' && ground !== 'consented')
    return 'the person must have consented to the recording: say that they did';
  return null;
}

function begin(
  context: Context,
  call: Call,
  conversation: Conversation,
  said: RecordingGround | undefined,
): void {
  const { attemptId, agentId } = call;
  const { recording } = conversationSettings(context.state.settings);
  const ground = said ?? (recording.announced ? 'announced' : undefined);
  conversation.recordings += 1;
  const n = conversation.recordings;
  const recordingId = `${attemptId}-r${n}`;
  const file = fileName(recording.file, {
    campaign: context.state.settings.campaignId,
    attempt: attemptId,
    agent: agentId ?? 'none',
    n: String(n),
  });
  conversation.recording = { recordingId, file, state: 'asked' };
  note(context, attemptId, 'recording.state', {
    recordingId,
    state: 'asked',
    file,
    agentId,
    ground: ground ?? null,
  });
  emit(context, {
    type: 'recording.state',
    attemptId,
    recordingId,
    state: 'asked',
    file,
    ...defined({ ground }),
  });
  ask(context, call, conversation.recording, 'on');
}

/** The pattern with its values. What a file name must not hold becomes `_`: no value leaves its folder. */
function fileName(pattern: string, values: Readonly<Record<string, string>>): string {
  const safe = (text: string): string => text.replace(/[^\w-]/g, '_');
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => safe(values[name] ?? whole));
}

function ask(
  context: Context,
  { attemptId }: Call,
  { recordingId, file }: ConversationRecording,
  state: RecordingState,
): void {
  send(context, {
    port: 'telephony',
    method: 'setRecording',
    command: { attemptId, recordingId, state, file, at: context.now },
  });
}

/** A state of the recording is in force. */
export function recordingChanged(context: Context, fact: RecordingChangedFact): void {
  const { attemptId, recordingId, state } = fact;
  const call = context.state.calls.get(attemptId);
  const recording = call?.conversation?.recording;
  if (!call || recording?.recordingId !== recordingId || recording.state === state) return;
  recording.state = state;
  const { file } = recording;
  note(context, attemptId, 'recording.state', { recordingId, state, file, agentId: call.agentId });
  emit(context, { type: 'recording.state', attemptId, recordingId, state, file });
}

/** A file is whole. Its call may be over. */
export function recordingCompleted(context: Context, fact: RecordingCompletedFact): void {
  const { attemptId, recordingId, file, durationMs } = fact;
  setOff(context, attemptId, recordingId);
  note(context, attemptId, 'recording.completed', { recordingId, file, durationMs });
  emit(context, { type: 'recording.completed', attemptId, recordingId, file, durationMs });
}

/** A recording did not begin or broke off. The conversation goes on. */
export function recordingFailed(context: Context, fact: RecordingFailedFact): void {
  const { attemptId, recordingId, code, reason } = fact;
  setOff(context, attemptId, recordingId);
  note(context, attemptId, 'recording.failed', { recordingId, code, reason });
  emit(context, { type: 'recording.failed', attemptId, recordingId, code, reason });
}

function setOff({ state }: Context, attemptId: string, recordingId: string): void {
  const recording = state.calls.get(attemptId)?.conversation?.recording;
  if (recording?.recordingId === recordingId) recording.state = 'off';
}
