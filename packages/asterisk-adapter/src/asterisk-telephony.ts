/**
 * The composition root of the adapter: creates every part from top to bottom, each with the roles it needs,
 * and puts the `Telephony` port on top.
 */
import type { FactSink, Telephony } from '@outdial/core';
import { AgentLegs } from './agents/agent-legs.js';
import { createAriClientTransport } from './ari-client/ari-client-transport.js';
import { CallTable } from './calls/call-table.js';
import { Detection } from './calls/detection.js';
import { Dialing } from './calls/dialing.js';
import { CallEnding } from './calls/ending.js';
import { CallProgress } from './calls/progress.js';
import { ApplicationHolder } from './connection/application-holder.js';
import { SharedConnectionState } from './connection/connection-state.js';
import { Connection, type Taking } from './connection/connection.js';
import { EventRouter } from './connection/event-router.js';
import { ServerClock } from './connection/server-clock.js';
import { Adoption } from './conversations/adoption.js';
import { Arranging } from './conversations/arranging.js';
import { Connecting } from './conversations/connecting.js';
import { Digits } from './conversations/digits.js';
import { Moves } from './conversations/moves.js';
import { Rooms } from './conversations/rooms.js';
import { Sounds } from './conversations/sounds.js';
import { Watches } from './conversations/watches.js';
import { createFactOutlet } from './fact-outlet.js';
import { failureReason } from './failure-reason.js';
import { allMedia, type CallMedia } from './media/call-media.js';
import { InboundCalls } from './inbound/inbound-calls.js';
import { Playbacks } from './media/playbacks.js';
import { Recordings } from './media/recordings.js';
import { createNoticeOutlet } from './notice-outlet.js';
import { settingsOf, type AsteriskOptions } from './options.js';
import { ConversationRecordings } from './recording/conversation-recordings.js';
import { RecordedFiles } from './recording/recorded-files.js';
import { RecordingSides } from './recording/recording-sides.js';
import type { AriRequests, NoticeOutlet } from './roles.js';
import { AbandonmentMarks } from './sync/abandonment-marks.js';
import { HandOver } from './sync/hand-over.js';
import { processClock } from './process-clock.js';
import { Probe } from './sync/probe.js';
import { Reconciliation } from './sync/reconciliation.js';
import { Settlement } from './sync/settlement.js';
import { StrayChannels } from './sync/stray-channels.js';
import { createTelephonyPort } from './telephony-port.js';
import { createNativeTransport } from './transport/native-transport.js';
import { repeatInDoubt } from './transport/repeat-in-doubt.js';
import type { AriTransport } from './transport/transport.js';
import { TrunkAllocator } from './trunks/trunk-allocator.js';

/** Figures of one trunk right now. */
export interface TrunkStatus {
  readonly name: string;
  /** Calls on it. */
  readonly inUse: number;
  /** Calls it carries at most. */
  readonly channels: number;
}

/** Figures of the telephony right now. */
export interface TelephonyStatus {
  /** True while calls can be placed. */
  readonly up: boolean;
  /** Calls in progress, those that wait for a trunk included. */
  readonly calls: number;
  readonly waitingForTrunk: number;
  /** Agents' legs ringing or up. */
  readonly legs: number;
  readonly playbacks: number;
  /** Recordings of called parties. */
  readonly recordings: number;
  /** Recordings of conversations, those being written included. */
  readonly conversationRecordings: number;
  readonly trunks: readonly TrunkStatus[];
}

/** {@link Telephony} on one Asterisk server. */
export interface AsteriskTelephony extends Telephony {
  /**
   * Connects and keeps connected. `telephony.up` says when calls can be placed. May be called again, with
   * another manner of taking the application. @default unless-held
   */
  start(taking?: Taking): void;
  /** Disconnects. Calls in progress stay on Asterisk: hang them up, or drain the campaign, before. */
  stop(): Promise<void>;
  status(): TelephonyStatus;
  /** The agent's leg rings or is up here, also one of an earlier process. */
  hasLeg(agentId: string): boolean;
}

/**
 * Real calls: the engine's telephony on one Asterisk server, which includes `dialplan/outdial.conf` of this
 * package in its extensions.conf. Facts go to `sink`; no command throws, and no event throws out of its
 * handler.
 *
 * @throws at once when `options` hold a bad value; the text names it.
 */
export function createAsteriskTelephony(options: AsteriskOptions, sink: FactSink): AsteriskTelephony {
  const settings = settingsOf(options);
  const notices = createNoticeOutlet(options.report);
  const facts = createFactOutlet({ sink, now: options.now ?? processClock, notices });
  const transport = createTransport(options, settings.application, notices);
  const connectionState = new SharedConnectionState();
  const common = { settings, ari: repeatInDoubt(transport), facts, notices, connection: connectionState };

  const calls = new CallTable();
  const trunks = new TrunkAllocator(options.trunks, facts.now);
  const marks = new AbandonmentMarks(common);
  const playbacks = new Playbacks(common);
  const recordings = new Recordings(common);
  const media = allMedia(playbacks, recordings);

  const sounds = new Sounds(common);
  const moves = new Moves({ ...common, sounds, watches: new Watches(common) });
  const rooms = new Rooms({ ...common, moves });
  const legs = new AgentLegs({ ...common, sounds, rooms });
  const connecting = new Connecting({ ...common, legs, rooms, media });
  const arranging = new Arranging({ ...common, calls, legs, rooms, media });
  const digits = new Digits({ ...common, calls });
  const adoption = new Adoption({ calls, legs, rooms });

  const sides = new RecordingSides(common);
  const files = recordedFiles(settings.conversations.recordingsDirectory, common.ari, transport);
  const conversationRecordings = new ConversationRecordings({ ...common, calls, sides, files });
  sounds.listen((party, sound) => conversationRecordings.heard(party, sound));

  const ending = new CallEnding({ ...common, calls, trunks, rooms, conversationRecordings, media });
  const inbound = new InboundCalls({ ...common, calls, ending, rooms });
  const detection = new Detection({ ...common, calls });
  const progress = new CallProgress({ facts, calls, ending, detection });
  const dialing = new Dialing({ ...common, calls, trunks, ending });

  const probe = new Probe({ ...common, calls });
  const strays = new StrayChannels({ ...common, calls, legs, adoption, inbound });
  const serverClock = new ServerClock(facts.now);
  const settlement = new Settlement({ facts, calls, legs, rooms, ending, progress, marks, serverClock });
  const reconciliation = new Reconciliation({ ...common, calls, adoption, trunks, ending, marks, strays });

  const told = { calls, inbound, legs, progress, playbacks, recordings, marks, strays };
  const router = new EventRouter({ ...common, ...told, serverClock });
  const handOver = new HandOver({ settings, transport, calls, ending, legs, strays });
  const holder = new ApplicationHolder(common);
  const watched = { trunks, playbacks, marks, strays, settlement, handOver, holder, router };
  const connection = new Connection({ ...common, ...watched, transport, state: connectionState });

  const commanded = { calls, dialing, ending, detection, connecting, legs, playbacks, recordings };
  const conversing = { arranging, conversationRecordings, digits, inbound, rooms };
  const port = createTelephonyPort({ ...common, ...commanded, ...conversing, probe, reconciliation });

  const ended = { connection, strays, inbound, trunks, legs, calls, media, transport };
  const shown = { connection: connectionState, calls, trunks, legs, playbacks, recordings };
  return {
    ...port,
    start: (taking = 'unless-held') => connection.start(taking),
    stop: () => stopAll(ended, connectionState),
    status: () => statusOf({ ...shown, conversationRecordings }),
    hasLeg: (agentId) => legs.get(agentId) !== undefined,
  };
}

/** What is stopped at the end, in this order. */
interface EndedParts {
  readonly connection: Connection;
  readonly strays: StrayChannels;
  readonly inbound: InboundCalls;
  readonly trunks: TrunkAllocator;
  readonly legs: AgentLegs;
  readonly calls: CallTable;
  readonly media: CallMedia;
  readonly transport: AriTransport;
}

async function stopAll(parts: EndedParts, state: SharedConnectionState): Promise<void> {
  const { connection, strays, inbound, trunks, legs, calls, media, transport } = parts;
  if (state.isUp) await legs.endUnclaimed();
  connection.stop();
  strays.stop();
  inbound.stop();
  trunks.stop();
  legs.stop();
  for (const call of calls.all()) {
    media.forget(call.attemptId);
    calls.remove(call);
  }
  await transport.close();
}

/** What the status counts. */
interface CountedParts {
  readonly connection: SharedConnectionState;
  readonly calls: CallTable;
  readonly trunks: TrunkAllocator;
  readonly legs: AgentLegs;
  readonly playbacks: Playbacks;
  readonly recordings: Recordings;
  readonly conversationRecordings: ConversationRecordings;
}

function statusOf(parts: CountedParts): TelephonyStatus {
  const { connection, calls, trunks, legs, playbacks, recordings, conversationRecordings } = parts;
  return {
    up: connection.isUp,
    calls: calls.size,
    waitingForTrunk: trunks.waiting,
    legs: legs.size,
    playbacks: playbacks.size,
    recordings: recordings.size,
    conversationRecordings: conversationRecordings.size,
    trunks: trunks.trunks.map(({ name, inUse, channels }) => ({ name, inUse, channels })),
  };
}

/** Null: nothing says where the files belong, or the transport cannot fetch them. */
function recordedFiles(
  directory: string | null,
  ari: AriRequests,
  { download }: AriTransport,
): RecordedFiles | null {
  return directory === null || !download ? null : new RecordedFiles({ directory, ari, download });
}

function createTransport(options: AsteriskOptions, application: string, notices: NoticeOutlet): AriTransport {
  const { server, connection, transport } = options;
  if (typeof transport === 'function') return transport({ server, application });
  const onTrouble = (error: unknown): void => notices.report('event-failed', failureReason(error));
  const settings = { server, application, onTrouble, ...connection };
  if (transport === 'ari-client') return createAriClientTransport(settings);
  return createNativeTransport({ ...settings, ordersOverSocket: transport === 'socket' });
}
