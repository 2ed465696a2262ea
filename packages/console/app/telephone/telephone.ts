/**
 * The agent's telephone in this page: from the microphone to Asterisk. It lives as long as the page, whatever
 * screen is shown. After a reload Asterisk is registered anew, and the server calls the agent's leg again.
 */
import { useSyncExternalStore } from 'react';
import { RequestRefused, answerOf, api, textOf } from '../data/api.js';
import { closeMicrophone, onMicrophoneGone, openMicrophone, type MicrophoneFault } from './microphone.js';
import type * as sip from './sip-phone.js';
import type { SipEvents, SipPhone } from './sip-phone.js';

/** How the telephone stands. */
export type TelephoneState =
  'off' | 'starting' | MicrophoneFault | 'ready' | 'call' | 'muffled' | 'lost' | 'elsewhere' | 'unavailable';

/** The telephone as a screen shows it. */
export interface TelephoneView {
  readonly state: TelephoneState;
  /** What the server says; null: the state says it all. */
  readonly detail: string | null;
}

/** The part of the console that holds the SIP library. It is loaded when a telephone starts. */
type SipLibrary = typeof sip;

/** A server that has no account for us is asked again after this time, ms. */
const ASK_AGAIN_MS = 10_000;

class Telephone {
  #isInBrowser = false;
  #view: TelephoneView = { state: 'off', detail: null };
  #phone: SipPhone | null = null;
  #microphone: MediaStream | null = null;
  /** Counts beginnings, so that one that was overtaken does nothing more. */
  #run = 0;
  /** Tells other windows of this browser that the telephone is here. */
  readonly #windows = new BroadcastChannel('outdial-telephone');
  readonly #listeners = new Set<() => void>();

  constructor() {
    this.#windows.addEventListener('message', () => {
      if (this.#view.state !== 'off') this.#giveWay();
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly view = (): TelephoneView => this.#view;

  /** Whether the person has their telephone in the browser. */
  set isInBrowser(isInBrowser: boolean) {
    this.#isInBrowser = isInBrowser;
  }

  /** Begins, unless it runs. */
  start(): void {
    if (this.#isInBrowser && this.#view.state === 'off') void this.#begin();
  }

  /** Begins, and resolves when the telephone can be called, or has said why it cannot. */
  async started(): Promise<void> {
    this.start();
    while (this.#view.state === 'starting')
      await new Promise<void>((resolve) => {
        const stop = this.subscribe(() => {
          stop();
          resolve();
        });
      });
  }

  /** Begins anew: after a fault, or in place of another window. A call that is up gets a microphone only. */
  again(): void {
    void (this.#phone ? this.#renewMicrophone() : this.#begin());
  }

  /** Plays what the browser held back until a click. */
  listen(): void {
    this.#set('call');
    this.#phone?.play();
  }

  /** Ends: the person has logged out. */
  stop(): void {
    this.#run += 1;
    this.#phone?.stop();
    this.#phone = null;
    if (this.#microphone) closeMicrophone(this.#microphone);
    this.#microphone = null;
    this.#set('off');
  }

  async #begin(): Promise<void> {
    this.stop();
    const run = this.#run;
    this.#set('starting');
    // Loaded while the person is asked for the microphone.
    const library = import('./sip-phone.js');
    library.catch(() => undefined);
    const opened = await openMicrophone();
    if (run !== this.#run) return typeof opened === 'string' ? undefined : closeMicrophone(opened);
    if (typeof opened === 'string') return this.#without(opened, run);
    this.#use(opened);
    await this.#register(opened, library, run);
  }

  async #register(microphone: MediaStream, library: Promise<SipLibrary>, run: number): Promise<void> {
    try {
      const { SipPhone } = await library;
      const account = await answerOf(api.POST('/api/v1/desk/telephone'));
      if (run !== this.#run) return;
      this.#windows.postMessage('here');
      this.#phone = new SipPhone(account, microphone, this.#events());
    } catch (error) {
      if (run !== this.#run) return;
      this.#set('unavailable', textOf(error));
      window.setTimeout(() => run === this.#run && this.again(), ASK_AGAIN_MS);
    }
  }

  #events(): SipEvents {
    return {
      registered: (hasCall) => {
        if (this.#view.state !== 'muffled') this.#set(hasCall ? 'call' : 'ready');
        if (!hasCall) void callLegAgain();
      },
      lost: () => this.#set('lost'),
      refused: (wasLost) => {
        if (wasLost) void this.#begin();
        else this.#giveWay();
      },
      call: (isUp) => this.#set(isUp ? 'call' : 'ready'),
      broken: () => {
        this.#set('ready');
        void callLegAgain();
      },
      muffled: () => this.#set('muffled'),
    };
  }

  /** Another page of this person has the telephone now. */
  #giveWay(): void {
    this.#phone?.handOver();
    this.#phone = null;
    this.stop();
    this.#set('elsewhere');
  }

  /** Waits for a microphone. */
  #without(fault: MicrophoneFault, run: number): void {
    this.#set(fault);
    if (fault !== 'missing') return;
    const look = (): void => {
      if (run === this.#run) this.again();
    };
    navigator.mediaDevices.addEventListener('devicechange', look, { once: true });
  }

  #use(microphone: MediaStream): void {
    this.#microphone = microphone;
    // A headset was unplugged: another microphone takes its place in the call.
    onMicrophoneGone(microphone, () => {
      if (this.#microphone === microphone) void this.#renewMicrophone();
    });
  }

  async #renewMicrophone(): Promise<void> {
    const run = this.#run;
    const opened = await openMicrophone();
    if (run !== this.#run) return;
    if (typeof opened === 'string') return this.#without(opened, run);
    this.#use(opened);
    this.#phone?.useMicrophone(opened);
    this.#set(this.#phone?.hasCall === true ? 'call' : 'ready');
  }

  #set(state: TelephoneState, detail: string | null = null): void {
    if (this.#view.state === state && this.#view.detail === detail) return;
    this.#view = { state, detail };
    for (const listener of this.#listeners) listener();
  }
}

/** The leg of a former page is without audio: the server calls this one. Nothing to do: nowhere logged in. */
async function callLegAgain(): Promise<void> {
  await answerOf(api.POST('/api/v1/desk/call-telephone')).catch((error: unknown) => {
    if (!(error instanceof RequestRefused)) window.setTimeout(() => void callLegAgain(), 1_000);
  });
}

export const telephone = new Telephone();

/** How the telephone stands. */
export function useTelephone(): TelephoneView {
  return useSyncExternalStore(telephone.subscribe, telephone.view);
}
