/** The channels, bridges, sounds and recordings of one Asterisk, as far as the adapter can see them. */
import { waveFile } from './wave-file.js';

/** A channel of the fake server. */
export interface FakeChannel {
  readonly id: string;
  state: string;
  context: string;
  app: string;
  readonly exten?: string;
  readonly caller?: string;
  readonly endpoint: string;
  readonly callerId: string;
  readonly variables: Record<string, string>;
}

/** What one Asterisk holds, and what happens to its channels. Events go out by `send`. */
export abstract class FakeAsterisk {
  readonly channels = new Map<string, FakeChannel>();
  readonly bridges = new Map<string, string[]>();
  readonly playbacks = new Set<string>();
  /** Music and silence that channels hear. */
  readonly sounds = new Map<string, 'music' | 'silence'>();
  /** Channels that hear ringing, in a bridge too, until it is stopped. */
  readonly rings = new Set<string>();
  readonly muted = new Set<string>();
  readonly globals = new Map<string, string>();
  /** Recordings in progress by name, and the files of those that are over. */
  readonly live = new Map<string, { readonly channelId: string; readonly since: number }>();
  readonly stored = new Map<string, Buffer>();
  /** Names of recordings that are silenced. */
  readonly silenced = new Set<string>();
  /** The disk of the server is full: files end where it was. */
  diskFull = false;
  /** Snoop channels, with what they hear. */
  readonly snoops = new Map<
    string,
    { readonly of: string; readonly spy: string; readonly whisper: string }
  >();
  readonly marks = new Set<string>();
  /** Epoch seconds that the dialplan gives with an answer. */
  answeredAtS: number | null = null;
  /** Hang-ups are answered, but no ChannelDestroyed is sent. */
  losesEndings = false;
  /** Fields of events that the Asterisk version played does not send, as `Event.field`. */
  lacks: readonly string[] = [];
  /** Called with the id of every channel that ends. */
  readonly onEnd: ((id: string) => void)[] = [];
  /** RTP packets every station has sent. */
  packets = 10;

  /** Event sockets that listen now. */
  abstract get connected(): number;
  /** Sends an event over each of them. */
  abstract send(event: unknown): void;

  addChannel(id: string, given: Partial<FakeChannel> = {}): FakeChannel {
    const channel = {
      id,
      state: 'Down',
      context: 'from-trunk',
      app: 'AppDial2',
      endpoint: 'PJSIP/1@trunk',
      callerId: '',
      variables: {},
      ...given,
    };
    this.channels.set(id, channel);
    return channel;
  }

  ring(id: string): void {
    this.channel(id).state = 'Ringing';
    this.send({ type: 'Dial', dialstatus: 'RINGING', peer: this.describe(id) });
  }

  /** The far end answers: the channel enters the application. */
  answer(id: string, args: readonly string[] = ['answered']): void {
    const channel = this.channel(id);
    channel.state = 'Up';
    channel.app = 'Stasis';
    if (args[0] === 'answered') channel.context = 'outdial-originate';
    this.send({ type: 'StasisStart', args, channel: this.describe(id) });
  }

  /** A call comes in: the channel enters the application unanswered. Its id. */
  callIn(id: string, { from, to }: { readonly from: string; readonly to: string }): void {
    this.addChannel(id, {
      state: 'Ring',
      context: 'outdial-inbound',
      app: 'Stasis',
      exten: to,
      caller: from,
      endpoint: 'PJSIP/trunk@trunk',
      variables: { OUTDIAL_APP: 'outdial-contract' },
    });
    this.send({ type: 'StasisStart', args: ['inbound', to], channel: this.describe(id) });
  }

  end(id: string, cause: number, techCause?: number, text?: string): void {
    const channel = this.describe(id);
    this.channels.delete(id);
    this.snoops.delete(id);
    this.sounds.delete(id);
    this.rings.delete(id);
    for (const bridgeId of this.bridges.keys()) this.leaveBridge(bridgeId, id);
    for (const [name, { channelId }] of this.live) if (channelId === id) this.endRecording(name);
    for (const [snoopId, { of }] of this.snoops) if (of === id) this.end(snoopId, 16);
    for (const ended of this.onEnd) ended(id);
    if (text !== undefined)
      this.send({ type: 'ChannelVarset', variable: 'OUTDIAL_HANGUP', value: text, channel });
    if (!this.losesEndings)
      this.send({
        type: 'ChannelDestroyed',
        cause,
        cause_txt: '',
        channel,
        ...(techCause === undefined || this.lacks.includes('ChannelDestroyed.tech_cause')
          ? {}
          : { tech_cause: techCause }),
      });
  }

  describe(id: string): Record<string, unknown> {
    const channel = this.channel(id);
    return {
      id,
      name: `${channel.endpoint.replace(/\/.*@/, '/')}-0001`,
      state: channel.state,
      caller: { name: '', number: channel.caller ?? '' },
      dialplan: {
        context: channel.context,
        exten: channel.exten ?? 's',
        priority: 1,
        app_name: channel.app,
        app_data: this.#applicationData(channel),
      },
    };
  }

  #applicationData({ app, context }: FakeChannel): string {
    const isAnswered = app === 'Stasis' && context === 'outdial-originate' && this.answeredAtS !== null;
    return isAnswered ? `outdial-test,answered,${this.answeredAtS}` : '';
  }

  /** A channel that there must be. */
  channel(id: string): FakeChannel {
    const channel = this.channels.get(id);
    if (!channel) throw new Error(`the fake server has no channel ${id}`);
    return channel;
  }

  /** Ends a recording and stores its file; false where it is not in progress. */
  endRecording(name: string): boolean {
    const live = this.live.get(name);
    if (!live) return false;
    this.live.delete(name);
    this.stored.set(name, waveFile(this.diskFull ? 0 : Date.now() - live.since));
    this.send({ type: 'RecordingFinished', recording: { name } });
    return true;
  }

  /** Takes a channel out of a bridge; false where it is not in it. */
  leaveBridge(bridgeId: string, channelId: string): boolean {
    const held = this.bridges.get(bridgeId);
    if (!held?.includes(channelId)) return false;
    this.bridges.set(
      bridgeId,
      held.filter((each) => each !== channelId),
    );
    return true;
  }

  /** A channel is in one bridge at most, and there once. */
  enterBridge(bridgeId: string, channels: readonly string[]): void {
    for (const [id, held] of this.bridges)
      this.bridges.set(
        id,
        held.filter((each) => !channels.includes(each)),
      );
    this.bridges.get(bridgeId)?.push(...channels);
  }

  /** What the dialplan's context for marks does. */
  tellMarks(id: string, ask: string | undefined): void {
    this.channels.delete(id);
    if (ask === undefined) return;
    const reader = `${id}-reader`;
    this.addChannel(reader);
    this.answer(reader, ['marks', ...ask.split(',').filter((id) => this.marks.has(id))]);
  }
}
