/** What the agent may do with the customer now, by the stage of the conversation. */
import type { Desk } from '@outdial/client';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { record } from './recording.js';

/** Undefined: not now. */
export interface ConversationActions {
  /** Puts the customer on hold, or takes them back from it. */
  readonly hold: (() => void) | undefined;
  readonly mute: (() => void) | undefined;
  /** Opens the choice of a colleague. */
  readonly colleague: (() => void) | undefined;
  /** Parks the customer; without a call it takes a parked one. */
  readonly park: (() => void) | undefined;
  /** Leaves the customer to the colleague. */
  readonly handOver: (() => void) | undefined;
  readonly together: (() => void) | undefined;
  /** Back to the customer; the colleague goes. */
  readonly back: (() => void) | undefined;
  /** Opens the keypad. */
  readonly digits: (() => void) | undefined;
  /** Begins the recording, pauses it, or goes on. */
  readonly record: (() => void) | undefined;
}

type PlainOrder =
  'hold' | 'resume' | 'mute' | 'unmute' | 'park' | 'complete' | 'leave-conference' | 'conference' | 'cancel';

const order = (name: PlainOrder) => () => void give(api.POST(`/api/v1/desk/${name}`));

/** Stages in which the agent alone has the customer. */
const ALONE: readonly string[] = ['talking', 'held'];
/** Stages in which the agent is heard by somebody. */
const HEARD: readonly string[] = [...ALONE, 'consulting', 'conference'];

/** What the agent may do with the customer now; `open`: opens the choice of a colleague, or the keypad. */
export function conversationActions(
  desk: Desk,
  open: (dialog: 'colleague' | 'digits') => void,
): ConversationActions {
  const { conversation } = desk;
  if (conversation?.part !== 'owner') return { ...NOTHING, park: takeParked(desk) };
  const { stage, muted } = conversation;
  const isAlone = ALONE.includes(stage);
  const hold = { talking: order('hold'), held: order('resume') };
  const handOver = { consulting: order('complete'), conference: order('leave-conference') };
  return {
    hold: stage === 'talking' || stage === 'held' ? hold[stage] : undefined,
    mute: HEARD.includes(stage) ? order(muted ? 'unmute' : 'mute') : undefined,
    colleague: isAlone ? () => open('colleague') : undefined,
    park: isAlone ? order('park') : undefined,
    handOver: stage === 'consulting' || stage === 'conference' ? handOver[stage] : undefined,
    together: stage === 'consulting' ? order('conference') : undefined,
    back: isAlone ? undefined : order('cancel'),
    digits: stage === 'talking' || stage === 'conference' ? () => open('digits') : undefined,
    record: recordAction(conversation),
  };
}

/** Where the law asks for a ground, the key says the first of those that the panel lists. */
function recordAction({
  mayRecord,
  recording,
  recordingGrounds,
}: NonNullable<Desk['conversation']>): (() => void) | undefined {
  if (!mayRecord || recording === 'asked') return undefined;
  if (recording === 'off') return () => record('on', recordingGrounds[0]);
  return () => record(recording === 'on' ? 'paused' : 'on');
}

const NOTHING: ConversationActions = {
  hold: undefined,
  mute: undefined,
  colleague: undefined,
  park: undefined,
  handOver: undefined,
  together: undefined,
  back: undefined,
  digits: undefined,
  record: undefined,
};

/** Takes the parked customer who waits longest, those of this agent first. */
function takeParked({ agentId, call, conversation, parked }: Desk): (() => void) | undefined {
  const own = parked.filter(({ parkedBy }) => parkedBy === agentId);
  const [next] = own.length > 0 ? own : parked;
  if (!next || conversation || (call && call.endedAt === null)) return undefined;
  const body = { parkedAttemptId: next.attemptId };
  return () => void give(api.POST('/api/v1/desk/unpark', { body }));
}
