/** The `Telephony` port: finds the call of each command and answers commands about unknown calls. */
import type { AttemptId, Telephony } from '@outdial/core';
import type { AgentLegs } from './agents/agent-legs.js';
import type { Connecting } from './agents/connecting.js';
import { isUsable, whenControlled, type Call, type CallStamp } from './calls/call.js';
import type { CallTable } from './calls/call-table.js';
import type { Detection } from './calls/detection.js';
import type { Dialing } from './calls/dialing.js';
import type { CallEnding } from './calls/ending.js';
import { callChannelId, campaignOfAttempt } from './channel-ids.js';
import type { Playbacks } from './media/playbacks.js';
import type { Recordings } from './media/recordings.js';
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
  readonly legs: Pick<AgentLegs, 'ring' | 'hangUp'>;
  readonly playbacks: Pick<Playbacks, 'play' | 'stop'>;
  readonly recordings: Pick<Recordings, 'record' | 'stop'>;
  readonly probe: Probe;
  readonly reconciliation: Reconciliation;
}

/** The port on its parts. */
export function createTelephonyPort(parts: TelephonyPortParts): Telephony {
  const { calls, connection, facts, notices } = parts;
  const withCall = (
    attemptId: AttemptId,
    order: (call: Call) => void,
    answerUnknown: (stamp: CallStamp) => void,
  ): void => {
    const call = calls.get(attemptId);
    if (call) order(call);
    else answerUnknown({ at: facts.now(), campaignId: campaignOfAttempt(attemptId), attemptId });
  };
  /** Nothing plays to a call that is over, and nothing is recorded of it. */
  const noAnswer = (): void => undefined;

  return {
    dial: (command) => parts.dialing.dial(command),

    hangUp: ({ attemptId }) =>
      withCall(
        attemptId,
        (call) => parts.ending.hangUp(call, 'us'),
        (stamp) => hangUpUnknown(parts, stamp),
      ),

    connect: ({ attemptId, agentId }) =>
      withCall(
        attemptId,
        (call) => parts.connecting.connect(call, agentId),
        (stamp) =>
          facts.deliver({ type: 'call.connect-failed', ...stamp, agentId, reason: 'there is no such call' }),
      ),

    ringAgent: ({ agentId, station }) => parts.legs.ring(agentId, station),

    hangUpAgent: ({ agentId }) => parts.legs.hangUp(agentId),

    play: ({ attemptId, playId, media }) =>
      withCall(
        attemptId,
        (call) => whenControlled(call, () => parts.playbacks.play(call, playId, media)),
        (stamp) => facts.deliver({ type: 'call.played', ...stamp, playId, completed: false }),
      ),

    stopPlay: ({ attemptId, playId }) =>
      withCall(attemptId, (call) => parts.playbacks.stop(call, playId), noAnswer),

    record: (command) =>
      withCall(
        command.attemptId,
        (call) => whenControlled(call, () => parts.recordings.record(call, command)),
        (stamp) =>
          facts.deliver({
            type: 'call.recorded',
            ...stamp,
            recordingId: command.recordingId,
            durationMs: 0,
          }),
      ),

    stopRecord: ({ attemptId, recordingId }) =>
      withCall(attemptId, (call) => parts.recordings.stop(call, recordingId), noAnswer),

    waitForBeep: ({ attemptId, timeoutMs }) =>
      withCall(
        attemptId,
        (call) =>
          whenControlled(call, () => {
            if (isUsable(call)) parts.detection.waitForBeep(call, timeoutMs);
            else parts.detection.reportBeep(call);
          }),
        (stamp) => facts.deliver({ type: 'call.beep', ...stamp }),
      ),

    probe: ({ attemptIds }) => {
      if (connection.isUp) notices.run('probe calls', () => parts.probe.probe(attemptIds));
    },

    reconcile: (command) =>
      connection.whenUp(() => notices.run('reconcile', () => parts.reconciliation.reconcile(command))),
  };
}

/** There is no such call: its slot must be freed, and its channel must end if there is one. */
function hangUpUnknown({ ari, facts }: TelephonyPortParts, stamp: CallStamp): void {
  ari.call('channels.hangup', { channelId: callChannelId(stamp.attemptId), reason: 'normal' }).catch(() => {
    /* there is none */
  });
  facts.deliver({ type: 'call.ended', ...stamp, cause: { q850: 0, by: 'lost' } });
}
