/** The `Telephony` port of a pool: gives each command to the server it belongs to. */
import type { AttemptId, Telephony } from '@outdial/core';
import type { FactOutlet } from '../roles.js';
import type { CallRoutes } from './call-routes.js';
import type { PoolConversations } from './pool-conversations.js';
import type { PoolReconciliation } from './pool-reconciliation.js';
import type { PoolCalls } from './pool-calls.js';
import type { PoolLegs } from './pool-legs.js';
import type { PoolServer } from './pool-server.js';

/** What the port hands its commands to. */
export interface PoolPortParts {
  readonly facts: FactOutlet;
  readonly servers: readonly PoolServer[];
  readonly calls: PoolCalls;
  readonly legs: PoolLegs;
  readonly conversations: PoolConversations;
  readonly routes: CallRoutes;
  readonly reconciliation: PoolReconciliation;
}

/** Calls whose server is remembered after their end, for orders about their recordings. */
const MOST_REMEMBERED = 5_000;

/** The port on its parts. */
export function createPoolPort(parts: PoolPortParts): Telephony {
  const { calls, conversations, reconciliation, legs, routes } = parts;
  const telephonyOf = (attemptId: AttemptId): Telephony =>
    (calls.get(attemptId)?.server ?? routes.speaker).telephony;
  return {
    ...mediaCommands(telephonyOf),
    ...inboundCommands(parts),
    setRecording: recordingCommand(parts),
    dial: (command) => routes.dial(command),
    hangUp: (command) => {
      const call = calls.get(command.attemptId);
      if (call) call.server.telephony.hangUp(command);
      else routes.hangUpUnknown(command);
    },
    connect: (command) => {
      const call = calls.get(command.attemptId);
      if (call) conversations.connect(call, command);
      else routes.speaker.telephony.connect(command);
    },
    arrange: (command) => {
      const call = calls.get(command.attemptId);
      if (call) conversations.arrange(call, command);
      else routes.speaker.telephony.arrange(command);
    },
    ringAgent: (command) => legs.ring(command),
    hangUpAgent: (command) => legs.hangUp(command),
    probe: ({ attemptIds, at }) => {
      for (const attemptId of attemptIds) telephonyOf(attemptId).probe({ attemptIds: [attemptId], at });
    },
    reconcile: (command) => reconciliation.reconcile(command),
  };
}

type MediaCommand = 'play' | 'stopPlay' | 'record' | 'stopRecord' | 'waitForBeep' | 'sendDigits';

function mediaCommands(telephonyOf: (attemptId: AttemptId) => Telephony): Pick<Telephony, MediaCommand> {
  return {
    play: (command) => telephonyOf(command.attemptId).play(command),
    stopPlay: (command) => telephonyOf(command.attemptId).stopPlay(command),
    record: (command) => telephonyOf(command.attemptId).record(command),
    stopRecord: (command) => telephonyOf(command.attemptId).stopRecord(command),
    waitForBeep: (command) => telephonyOf(command.attemptId).waitForBeep(command),
    sendDigits: (command) => telephonyOf(command.attemptId).sendDigits(command),
  };
}

/** Calls that came in bear the name of their server before their own id: `<server>/<id>`. */
function inboundCommands(parts: PoolPortParts): Pick<Telephony, 'admitInbound' | 'refuseInbound'> {
  const { calls, facts, servers } = parts;
  const serverOf = (key: string): PoolServer | undefined =>
    servers.find(({ name }) => key.startsWith(`${name}/`));
  const idAt = ({ name }: PoolServer, key: string): string => key.slice(name.length + 1);
  return {
    admitInbound: (command) => {
      const server = serverOf(command.inboundId);
      const { attemptId, campaignId, inboundId } = command;
      if (calls.get(attemptId)) return;
      if (!server) {
        const cause = { q850: 0, by: 'lost' } as const;
        facts.deliver({ type: 'call.ended', at: facts.now(), campaignId, attemptId, cause });
        return;
      }
      calls.add({ attemptId, campaignId, server });
      server.telephony.admitInbound({ ...command, inboundId: idAt(server, inboundId) });
    },
    refuseInbound: (command) => {
      const { inboundId } = command;
      const server = serverOf(inboundId);
      if (server) server.telephony.refuseInbound({ ...command, inboundId: idAt(server, inboundId) });
      else facts.deliver({ type: 'inbound.ended', at: facts.now(), inboundId });
    },
  };
}

/** A recording may be asked about after its call has ended: the server that has it is remembered. */
function recordingCommand({ calls, routes }: PoolPortParts): Telephony['setRecording'] {
  const recordedOn = new Map<AttemptId, PoolServer>();
  return (command) => {
    const { attemptId } = command;
    const server = calls.get(attemptId)?.server ?? recordedOn.get(attemptId) ?? routes.speaker;
    recordedOn.delete(attemptId);
    recordedOn.set(attemptId, server);
    const [oldest] = recordedOn.keys();
    if (recordedOn.size > MOST_REMEMBERED && oldest !== undefined) recordedOn.delete(oldest);
    server.telephony.setRecording(command);
  };
}
