/** The `Telephony` port: finds the call of each command and answers commands about unknown calls. */
import type { AttemptId, Telephony } from '@outdial/core';
import type { AgentLegs } from './agents/agent-legs.js';
import { isUsable, whenControlled, type Call, type CallStamp } from './calls/call.js';
import type { CallTable } from './calls/call-table.js';
import type { Detection } from './calls/detection.js';
import type { Dialing } from './calls/dialing.js';
import type { CallEnding } from './calls/ending.js';
import { callChannelId, campaignOfAttempt } from './channel-ids.js';
import type { Arranging } from './conversations/arranging.js';
import type { Connecting } from './conversations/connecting.js';
import type { Digits } from './conversations/digits.js';
import type { Rooms } from './conversations/rooms.js';
import type { InboundCalls } from './inbound/inbound-calls.js';
import type { Playbacks } from './media/playbacks.js';
import type { Recordings } from './media/recordings.js';
import type { ConversationRecordings } from './recording/conversation-recordings.js';
import type { AriRequests, ConnectionState, FactOutlet, NoticeOutlet } from './roles.js';
import type { Probe } from './sync/probe.js';
import type { Reconciliation } from './sync/reconciliation.js';

/** What the port hands its commands to. */
export interface TelephonyPortParts {
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly connection: ConnectionState;
  readonly calls: Pick<CallTable, 'get'>;
  readonly dialing: Dialing;
  readonly ending: Pick<CallEnding, 'hangUp'>;
  readonly detection: Pick<Detection, 'waitForBeep' | 'reportBeep'>;
  readonly connecting: Connecting;
  readonly arranging: Arranging;
  readonly digits: Digits;
  readonly inbound: Pick<InboundCalls, 'admitInbound' | 'refuseInbound'>;
  readonly conversationRecordings: Pick<ConversationRecordings, 'set'>;
  readonly rooms: Pick<Rooms, 'quiet'>;
  readonly legs: Pick<AgentLegs, 'ring' | 'hangUp'>;
  readonly playbacks: Pick<Playbacks, 'play' | 'stop'>;
  readonly recordings: Pick<Recordings, 'record' | 'stop'>;
  readonly probe: Probe;
  readonly reconciliation: Reconciliation;
}

/** The port on its parts. */
export function createTelephonyPort(parts: TelephonyPortParts): Telephony {
  return {
    ...callCommands(parts),
    ...agentCommands(parts),
    ...mediaCommands(parts),
    ...syncCommands(parts),
    admitInbound: (command) => parts.inbound.admitInbound(command),
    refuseInbound: (command) => parts.inbound.refuseInbound(command),
    arrange: (command) => parts.arranging.arrange(command),
    setRecording: (command) => parts.conversationRecordings.set(command),
    sendDigits: (command) => parts.digits.send(command),
  };
}

/** Commands about one call, except its media. */
function callCommands(
  parts: TelephonyPortParts,
): Pick<Telephony, 'dial' | 'hangUp' | 'connect' | 'waitForBeep'> {
  const { detection, facts } = parts;
  return {
    dial: (command) => parts.dialing.dial(command),

    hangUp: ({ attemptId }) =>
      withCall(
        parts,
        attemptId,
        (call) => parts.ending.hangUp(call, 'us'),
        (stamp) => hangUpUnknown(parts, stamp),
      ),

    connect: ({ attemptId, agentId }) =>
      withCall(
        parts,
        attemptId,
        (call) => parts.connecting.connect(call, agentId),
        (stamp) =>
          facts.deliver({ type: 'call.connect-failed', ...stamp, agentId, reason: 'there is no such call' }),
      ),

    waitForBeep: ({ attemptId, timeoutMs }) =>
      withCall(
        parts,
        attemptId,
        (call) =>
          whenControlled(call, () => {
            if (isUsable(call)) detection.waitForBeep(call, timeoutMs);
            else detection.reportBeep(call);
          }),
        (stamp) => facts.deliver({ type: 'call.beep', ...stamp }),
      ),
  };
}

/** The legs of agents. */
function agentCommands({ legs }: TelephonyPortParts): Pick<Telephony, 'ringAgent' | 'hangUpAgent'> {
  return {
    ringAgent: (command) => legs.ring(command),
    hangUpAgent: ({ agentId }) => legs.hangUp(agentId),
  };
}

/** What calls hear, and what is recorded of them. */
function mediaCommands(
  parts: TelephonyPortParts,
): Pick<Telephony, 'play' | 'stopPlay' | 'record' | 'stopRecord'> {
  const { facts, playbacks, recordings } = parts;
  return {
    play: ({ attemptId, playId, media }) =>
      withCall(
        parts,
        attemptId,
        (call) =>
          whenControlled(call, () => playAloud(parts, call, () => playbacks.play(call, playId, media))),
        (stamp) => facts.deliver({ type: 'call.played', ...stamp, playId, completed: false }),
      ),

    stopPlay: ({ attemptId, playId }) =>
      withCall(parts, attemptId, (call) => playbacks.stop(call, playId), noAnswer),

    record: (command) =>
      withCall(
        parts,
        command.attemptId,
        (call) => whenControlled(call, () => recordings.record(call, command)),
        (stamp) =>
          facts.deliver({
            type: 'call.recorded',
            ...stamp,
            recordingId: command.recordingId,
            durationMs: 0,
          }),
      ),

    stopRecord: ({ attemptId, recordingId }) =>
      withCall(parts, attemptId, (call) => recordings.stop(call, recordingId), noAnswer),
  };
}

/** What the server knows of calls, compared with what the campaign knows. */
function syncCommands({
  connection,
  notices,
  probe,
  reconciliation,
}: TelephonyPortParts): Pick<Telephony, 'probe' | 'reconcile'> {
  return {
    probe: ({ attemptIds }) => {
      if (connection.isUp) notices.run('probe calls', () => probe.probe(attemptIds));
    },
    reconcile: (command) =>
      connection.whenUp(() => notices.run('reconcile', () => reconciliation.reconcile(command))),
  };
}

/** Gives an order about a call to its call, or answers it when there is no such call. */
function withCall(
  { calls, facts }: TelephonyPortParts,
  attemptId: AttemptId,
  order: (call: Call) => void,
  answerUnknown: (stamp: CallStamp) => void,
): void {
  const call = calls.get(attemptId);
  if (call) order(call);
  else answerUnknown({ at: facts.now(), campaignId: campaignOfAttempt(attemptId), attemptId });
}

/** Plays, once the music that a call may hear has ended. */
function playAloud({ notices, rooms }: TelephonyPortParts, call: Call, play: () => void): void {
  if (call.spot.sound === 'nothing' && call.pending === 0) {
    play();
    return;
  }
  notices.run('end the music of a call', () => rooms.quiet(call).finally(play));
}

/** Nothing plays to a call that is over, and nothing is recorded of it. */
function noAnswer(): void {}

/** There is no such call: its slot must be freed, and its channel must end if there is one. */
function hangUpUnknown({ ari, facts }: TelephonyPortParts, stamp: CallStamp): void {
  ari.call('channels.hangup', { channelId: callChannelId(stamp.attemptId), reason: 'normal' }).catch(() => {
    /* there is none */
  });
  facts.deliver({ type: 'call.ended', ...stamp, cause: { q850: 0, by: 'lost' } });
}
