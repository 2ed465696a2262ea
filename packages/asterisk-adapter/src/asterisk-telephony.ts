import type { AttemptId, DialCommand, FactSink, Telephony } from '@outdial/core';
import { connect } from './agents/connecting.js';
import { Legs } from './agents/legs.js';
import { CallTable } from './calls/call-table.js';
import { isUsable, stamp, type Call } from './calls/call.js';
import { waitForBeep } from './calls/detection.js';
import { dial } from './calls/dialing.js';
import { hangUpCall } from './calls/ending.js';
import { whenHeld } from './calls/progress.js';
import { callChannelId, campaignOfAttempt } from './channel-ids.js';
import { Connection } from './connection/connection.js';
import { Playbacks } from './media/playbacks.js';
import { Recordings } from './media/recordings.js';
import { settingsOf, type AsteriskOptions } from './options.js';
import { describe } from './error-text.js';
import { guardedSink, type Switchboard } from './switchboard.js';
import { probe } from './sync/probe.js';
import { Marks } from './sync/marks.js';
import { reconcile } from './sync/reconcile.js';
import { Strays } from './sync/strays.js';
import { createNativeTransport } from './transport/native-transport.js';
import type { AriTransport } from './transport/transport.js';
import { TrunkBoard } from './trunks/trunk-board.js';

/** Figures of the telephony right now. */
export interface TelephonyStatus {
  readonly up: boolean;
  readonly calls: number;
  readonly waitingForTrunk: number;
  readonly legs: number;
  readonly playbacks: number;
  readonly recordings: number;
  readonly trunks: readonly { readonly name: string; readonly inUse: number; readonly channels: number }[];
}

/** {@link Telephony} on one Asterisk server. */
export interface AsteriskTelephony extends Telephony {
  /** Connects and keeps connected. `telephony.up` is told when calls may be placed. */
  start(): void;
  /** Disconnects. Calls in progress are left to Asterisk: hang them up, or drain the campaign, before. */
  stop(): Promise<void>;
  status(): TelephonyStatus;
}

/** The process's own clock, which no step of the wall clock moves. */
const ownClock = (): number => Math.floor(performance.timeOrigin + performance.now());

function ownTransport(
  options: AsteriskOptions,
  application: string,
  report: Switchboard['report'],
): AriTransport {
  if (options.transport) return options.transport({ server: options.server, application });
  const trouble = (error: unknown): void =>
    report({ level: 'error', code: 'event-failed', message: describe(error) });
  return createNativeTransport({ server: options.server, application, trouble, ...options.connection });
}

function createSwitchboard(
  options: AsteriskOptions,
  sink: FactSink,
  link: { readonly connection?: Connection },
): Switchboard {
  const settings = settingsOf(options);
  const report = (notice: Parameters<Switchboard['report']>[0]): void => {
    try {
      options.report?.(notice);
    } catch {
      // a log that fails must not end a call
    }
  };
  const now = options.now ?? ownClock;
  const ari = ownTransport(options, settings.application, report);
  const board = {
    settings,
    now,
    report,
    isUp: (): boolean => link.connection?.isUp ?? false,
    whenUp: (work: () => void): void => link.connection?.whenUp(work),
    tell: guardedSink(sink, report),
    ari,
    marks: new Marks(ari, settings),
    trunks: new TrunkBoard(options.trunks, now),
    calls: new CallTable(),
    run: (what: string, work: () => Promise<void>): void => {
      work().catch((error: unknown) =>
        report({ level: 'warning', code: 'work-failed', message: `could not ${what}: ${describe(error)}` }),
      );
    },
  };
  const parts: { legs?: Legs; playbacks?: Playbacks; recordings?: Recordings } = {};
  const complete = Object.assign(board, parts) as Switchboard & typeof parts;
  parts.legs = new Legs(complete);
  parts.playbacks = new Playbacks(complete);
  parts.recordings = new Recordings(complete);
  return Object.assign(complete, parts);
}

/**
 * Real calls: the engine's telephony on one Asterisk server.
 *
 * The server needs `dialplan/outdial.conf` of this package included in its extensions.conf. Facts come
 * through `sink`; no method throws and no event of Asterisk throws out of a handler. Errors in `options`
 * throw here, at once.
 */
export function createAsteriskTelephony(options: AsteriskOptions, sink: FactSink): AsteriskTelephony {
  const link: { connection?: Connection } = {};
  const board = createSwitchboard(options, sink, link);
  const strays = new Strays(board);
  const connection = new Connection(board, strays);
  link.connection = connection;
  return {
    ...telephonyOf(board, strays, connection),
    start: (): void => connection.start(),
    async stop(): Promise<void> {
      connection.stop();
      strays.stop();
      board.trunks.stop();
      board.legs.stop();
      for (const call of board.calls.all()) {
        board.playbacks.forget(call.attemptId);
        board.recordings.forget(call.attemptId);
        board.calls.remove(call);
      }
      await board.ari.close();
    },
    status: () => ({
      up: connection.isUp,
      calls: board.calls.size,
      waitingForTrunk: board.trunks.waiting,
      legs: board.legs.size,
      playbacks: board.playbacks.size,
      recordings: board.recordings.size,
      trunks: board.trunks.trunks.map(({ name, inUse, channels }) => ({ name, inUse, channels })),
    }),
  };
}

function telephonyOf(board: Switchboard, strays: Strays, connection: Connection): Telephony {
  const withCall = (attemptId: AttemptId, order: (call: Call) => void, unknown: () => void): void => {
    const call = board.calls.get(attemptId);
    if (call) order(call);
    else unknown();
  };
  const unknownStamp = (attemptId: AttemptId) => ({
    at: board.now(),
    campaignId: campaignOfAttempt(attemptId),
    attemptId,
  });
  return {
    dial: (command: DialCommand): void => dial(board, command),
    hangUp: ({ attemptId }): void =>
      withCall(
        attemptId,
        (call) => hangUpCall(board, call, 'us'),
        () => hangUpUnknown(board, attemptId),
      ),
    connect: ({ attemptId, agentId }): void =>
      withCall(
        attemptId,
        (call) => connect(board, call, agentId),
        () =>
          board.tell({
            type: 'call.connect-failed',
            ...unknownStamp(attemptId),
            agentId,
            reason: 'there is no such call',
          }),
      ),
    ringAgent: ({ agentId, station }): void => board.legs.ring(agentId, station),
    hangUpAgent: ({ agentId }): void => board.legs.hangUp(agentId),
    play: ({ attemptId, playId, media }): void =>
      withCall(
        attemptId,
        (call) => whenHeld(call, () => board.playbacks.play(call, playId, media)),
        () => board.tell({ type: 'call.played', ...unknownStamp(attemptId), playId, completed: false }),
      ),
    stopPlay: ({ attemptId, playId }): void =>
      withCall(
        attemptId,
        (call) => board.playbacks.stop(call, playId),
        () => {
          /* nothing plays to a call that is over */
        },
      ),
    record: (command): void =>
      withCall(
        command.attemptId,
        (call) => whenHeld(call, () => board.recordings.record(call, command)),
        () =>
          board.tell({
            type: 'call.recorded',
            ...unknownStamp(command.attemptId),
            recordingId: command.recordingId,
            durationMs: 0,
          }),
      ),
    stopRecord: ({ attemptId, recordingId }): void =>
      withCall(
        attemptId,
        (call) => board.recordings.stop(call, recordingId),
        () => {
          /* nothing is recorded of a call that is over */
        },
      ),
    waitForBeep: ({ attemptId, timeoutMs }): void =>
      withCall(
        attemptId,
        (call) =>
          whenHeld(call, () =>
            isUsable(call)
              ? waitForBeep(board, call, timeoutMs)
              : board.tell({ type: 'call.beep', ...stamp(call, board.now()) }),
          ),
        () => board.tell({ type: 'call.beep', ...unknownStamp(attemptId) }),
      ),
    probe: ({ attemptIds }): void => {
      if (connection.isUp) board.run('probe calls', () => probe(board, attemptIds));
    },
    reconcile: (command): void =>
      connection.whenUp(() => board.run('reconcile', () => reconcile(board, strays, command))),
  };
}

/** No such call here: its slot must not leak, and its channel, should there be one, must not live on. */
function hangUpUnknown(board: Switchboard, attemptId: AttemptId): void {
  board.ari.call('channels.hangup', { channelId: callChannelId(attemptId), reason: 'normal' }).catch(() => {
    /* there is none */
  });
  board.tell({
    type: 'call.ended',
    at: board.now(),
    campaignId: campaignOfAttempt(attemptId),
    attemptId,
    cause: { q850: 0, by: 'lost' },
  });
}
