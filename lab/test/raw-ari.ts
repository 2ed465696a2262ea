import {
  createNativeTransport,
  type AriEvent,
  type AriTransport,
} from '../../packages/asterisk-adapter/src/index.js';
import type { LabFacts } from '../index.mjs';

/**
 * Events of one application as they came, and requests, without anything of the adapter's logic above its
 * transport.
 */
export class RawAri {
  readonly events: AriEvent[] = [];
  readonly call: AriTransport['call'];
  readonly #transport: AriTransport;
  #listener: (event: AriEvent) => void = () => {
    /* nobody listens yet */
  };

  private constructor(transport: AriTransport) {
    this.#transport = transport;
    this.call = transport.call.bind(transport);
  }

  static async connect(facts: LabFacts, application: string): Promise<RawAri> {
    const ari = new RawAri(
      createNativeTransport({
        server: { url: facts.ari.url, username: facts.ari.user, password: facts.ari.password },
        application,
      }),
    );
    await new Promise<void>((resolve, reject) =>
      ari.#transport.open({
        connected: resolve,
        disconnected: (reason) => reject(new Error(reason)),
        event: (event) => {
          ari.events.push(event);
          ari.#listener(event);
        },
      }),
    );
    await ari.call('applications.subscribe', {
      applicationName: application,
      eventSource: `endpoint:PJSIP/${facts.carrier.trunk}`,
    });
    return ari;
  }

  onEvent(listener: (event: AriEvent) => void): void {
    this.#listener = listener;
  }

  of(channelId: string): readonly AriEvent[] {
    return this.events.filter((event) => 'channel' in event && event.channel?.id === channelId);
  }

  close(): Promise<void> {
    return this.#transport.close();
  }
}
