/** Which events the adapter asks Asterisk for, and what each of them is about. */
import type { AgentLegs } from '../agents/agent-legs.js';
import type { Leg } from '../agents/leg.js';
import type { Call } from '../calls/call.js';
import type { CallTable } from '../calls/call-table.js';
import { HANGUP_VARIABLE, hangupTextOf } from '../calls/hangup-cause.js';
import type { CallProgress } from '../calls/progress.js';
import { agentOfChannel, attemptOfChannel } from '../channel-ids.js';
import type { AriEvent, Channel, StasisStart } from '../generated/models.js';
import type { Playbacks } from '../media/playbacks.js';
import type { Recordings } from '../media/recordings.js';
import type { InboundCalls } from '../inbound/inbound-calls.js';
import { isInbound } from '../inbound/inbound-channel.js';
import type { AriRequests } from '../roles.js';
import type { AbandonmentMarks } from '../sync/abandonment-marks.js';
import type { StrayChannels } from '../sync/stray-channels.js';
import type { ServerClock } from './server-clock.js';

/** The only events that Asterisk is asked to send. Without a filter an answered call makes about 13. */
export const EVENT_FILTER: Readonly<Record<string, unknown>> = {
  allowed: [
    { type: 'StasisStart' },
    { type: 'Dial' },
    { type: 'ChannelStateChange' },
    { type: 'ChannelDestroyed' },
    { type: 'ChannelDtmfReceived' },
    { type: 'PlaybackFinished' },
    { type: 'RecordingFinished' },
    { type: 'RecordingFailed' },
    { type: 'ApplicationReplaced' },
    { type: 'ChannelUserevent' },
    { type: 'ChannelVarset', variable: HANGUP_VARIABLE },
  ],
};

/** What routing needs. */
export interface EventRouterParts {
  readonly ari: AriRequests;
  readonly calls: Pick<CallTable, 'ofChannel'>;
  readonly legs: Pick<AgentLegs, 'ofChannel' | 'arrived' | 'destroyed'>;
  readonly progress: CallProgress;
  readonly playbacks: Pick<Playbacks, 'finished'>;
  readonly recordings: Pick<Recordings, 'ended'>;
  readonly marks: Pick<AbandonmentMarks, 'answered'>;
  readonly strays: Pick<StrayChannels, 'answered'>;
  readonly inbound: Pick<InboundCalls, 'arrived' | 'destroyed'>;
  readonly serverClock: ServerClock;
}

/** Routes each event to the call, leg, playback or recording it is about. */
export class EventRouter {
  readonly #parts: EventRouterParts;

  constructor(parts: EventRouterParts) {
    this.#parts = parts;
  }

  /** Routes one event. Events of other kinds or about unknown channels are ignored. */
  route(event: AriEvent): void {
    const { legs, playbacks, progress, recordings, serverClock } = this.#parts;
    serverClock.see(event.timestamp);
    switch (event.type) {
      case 'PlaybackFinished':
        playbacks.finished(event);
        return;
      case 'RecordingFinished':
        recordings.ended(event.recording);
        return;
      case 'RecordingFailed':
        recordings.ended(event.recording, 0);
        return;
      case 'Dial':
        this.#toCall(event.peer, (call) => progress.dialed(call, event));
        return;
      case 'StasisStart':
        this.#arrived(event);
        return;
      case 'ChannelStateChange':
        if (event.channel.state === 'Ringing') this.#toCall(event.channel, (call) => progress.ringing(call));
        return;
      case 'ChannelDtmfReceived':
        this.#toCall(event.channel, (call) => progress.keyPressed(call, event));
        return;
      case 'ChannelVarset':
        if (event.variable !== HANGUP_VARIABLE) return;
        this.#toCall(event.channel, (call) => {
          call.hangupText = hangupTextOf(event.value);
        });
        return;
      case 'ChannelDestroyed':
        this.#toCall(event.channel, (call) => progress.destroyed(call, event));
        this.#toLeg(event.channel, (leg) => legs.destroyed(leg, event.cause));
        this.#parts.inbound.destroyed(event.channel.id);
        return;
      default:
    }
  }

  #toCall(channel: Channel | undefined, handle: (call: Call) => void): void {
    const call = channel === undefined ? undefined : this.#parts.calls.ofChannel(channel.id);
    if (call) handle(call);
  }

  #toLeg(channel: Channel, handle: (leg: Leg) => void): void {
    const leg = this.#parts.legs.ofChannel(channel.id);
    if (leg) handle(leg);
  }

  /** A channel entered our application: a call, a leg, an answer about marks, or a stray. */
  #arrived(event: StasisStart): void {
    const { ari, calls, inbound, legs, marks, progress, serverClock, strays } = this.#parts;
    if (marks.answered(event)) return;
    const { id } = event.channel;
    const call = calls.ofChannel(id);
    const leg = legs.ofChannel(id);
    if (call) {
      progress.arrived(call, { args: event.args, answeredAt: serverClock.ours(event.timestamp) });
    } else if (leg) {
      legs.arrived(leg);
    } else if (isInbound(event.channel)) {
      inbound.arrived(event.channel);
    } else if (attemptOfChannel(id) !== null) {
      strays.answered(id);
    } else if (agentOfChannel(id) !== null) {
      ari.call('channels.hangup', { channelId: id, reason: 'normal' }).catch(() => {
        /* the watch over strays ends it */
      });
    }
  }
}
