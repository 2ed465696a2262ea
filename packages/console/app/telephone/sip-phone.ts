/** The SIP side of the telephone: registers at Asterisk over WebSocket, answers its call, plays its audio. */
import { UA, WebSocketInterface } from 'jssip';
import type { RTCSession } from 'jssip/lib/RTCSession.js';

/** With what the telephone registers. A secret of this page: it stays in memory. */
export interface SipAccount {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

/** What the telephone reports. */
export interface SipEvents {
  /** Asterisk knows this page, for the first time or again. `hasCall`: a call from before is still there. */
  readonly registered: (hasCall: boolean) => void;
  /** Asterisk cannot be reached; it is tried again. */
  readonly lost: () => void;
  /** Asterisk knows the account no more. `wasLost`: the connection was lost before; it may have restarted. */
  readonly refused: (wasLost: boolean) => void;
  readonly call: (isUp: boolean) => void;
  /** The audio of a call has broken off, and does not come back. */
  readonly broken: () => void;
  /** The browser plays no audio before the person has clicked. */
  readonly muffled: () => void;
}

/** How long a registration holds, s: this soon a page learns that another one took its place. */
const REGISTRATION_S = 90;
/** A registration that was not answered is tried again after this time, ms. */
const AGAIN_MS = 3_000;
/** Ways to Asterisk that are found later than this after the first one are not waited for, ms. */
const CANDIDATES_MS = 200;

/** A telephone that runs. It answers every call: only Asterisk can call. */
export class SipPhone {
  readonly #agent: UA;
  readonly #events: SipEvents;
  readonly #audio = new Audio();
  #microphone: MediaStream;
  #call: RTCSession | null = null;
  #isOver = false;
  #isKnown = false;
  #wasLost = false;
  #retry: number | undefined;

  /** Registers. */
  constructor({ url, username, password }: SipAccount, microphone: MediaStream, events: SipEvents) {
    this.#microphone = microphone;
    this.#events = events;
    this.#agent = new UA({
      sockets: new WebSocketInterface(url),
      uri: `sip:${username}@${new URL(url).hostname}`,
      password,
      register_expires: REGISTRATION_S,
      session_timers: false,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 4,
    });
    this.#agent.on('registered', () => this.#registered());
    this.#agent.on('disconnected', () => this.#disconnected());
    this.#agent.on('registrationFailed', ({ response }) => this.#notRegistered(response));
    this.#agent.on('newRTCSession', ({ session }: { readonly session: RTCSession }) => this.#answer(session));
    this.#agent.start();
  }

  get hasCall(): boolean {
    return this.#call !== null;
  }

  /** Sends the audio of another microphone. */
  useMicrophone(microphone: MediaStream): void {
    this.#microphone = microphone;
    const [track] = microphone.getAudioTracks();
    const senders = this.#call?.connection?.getSenders() ?? [];
    const sender = senders.find((each) => each.track?.kind === 'audio');
    if (track && sender) void sender.replaceTrack(track);
  }

  /** Plays what the customer says. Browsers may hold it back until the person has clicked. */
  play(): void {
    void this.#audio.play().catch(() => this.#events.muffled());
  }

  /**
   * Ends, and leaves the call to Asterisk, which gives it to another page: to hang it up would end the
   * conversation with the customer.
   */
  handOver(): void {
    this.#end();
    if (this.#call) this.#call.on('ended', () => this.#agent.stop());
    else this.#agent.stop();
  }

  /** Ends, with its call. */
  stop(): void {
    this.#end();
    this.#agent.stop();
  }

  #end(): void {
    window.clearTimeout(this.#retry);
    this.#isOver = true;
    this.#audio.srcObject = null;
  }

  #registered(): void {
    if (this.#isOver) return;
    this.#wasLost = false;
    // The registration is renewed again and again: nobody hears of that.
    if (!this.#isKnown) this.#events.registered(this.hasCall);
    this.#isKnown = true;
  }

  #disconnected(): void {
    if (this.#isOver) return;
    this.#wasLost = true;
    this.#isKnown = false;
    this.#events.lost();
  }

  /** `response`: absent where none came, whatever the types of the library say. */
  #notRegistered(response: object | null | undefined): void {
    if (this.#isOver) return;
    if (response !== null && response !== undefined) {
      this.#events.refused(this.#wasLost);
      return;
    }
    window.clearTimeout(this.#retry);
    this.#retry = window.setTimeout(() => {
      if (this.#agent.isConnected()) this.#agent.register();
    }, AGAIN_MS);
  }

  #answer(call: RTCSession): void {
    // A second call means that the first one is over, though nothing said so.
    this.#call?.terminate();
    this.#call = call;
    call.on('peerconnection', ({ peerconnection }) => this.#follow(call, peerconnection));
    call.on('confirmed', () => {
      if (!this.#isOver) this.#events.call(true);
    });
    const over = (): void => {
      if (this.#call !== call) return;
      this.#call = null;
      if (!this.#isOver) this.#events.call(false);
    };
    call.on('ended', over);
    call.on('failed', over);
    let found = false;
    call.on('icecandidate', ({ ready }) => {
      if (!found) window.setTimeout(ready, CANDIDATES_MS);
      found = true;
    });
    call.answer({ mediaStream: this.#microphone, pcConfig: { iceServers: [] } });
  }

  #follow(call: RTCSession, connection: RTCPeerConnection): void {
    connection.addEventListener('track', ({ streams }) => {
      this.#audio.srcObject = streams[0] ?? null;
      this.play();
    });
    connection.addEventListener('connectionstatechange', () => {
      if (connection.connectionState !== 'failed' || this.#call !== call || this.#isOver) return;
      // Not hung up here: to Asterisk that would mean that the agent ends the conversation.
      this.#call = null;
      this.#events.broken();
    });
  }
}
