/**
 * A look into Asterisk: functions of the dialplan, read on a channel that is created and never dialed, say
 * what the REST interface does not. Nobody is called, and nothing of the server is changed.
 */
import type { AriTransport } from '@outdial/asterisk-adapter';
import { errorText } from '@outdial/core';
import type { Finding } from '../finding.js';

/** Time that the event socket may take to open, ms. */
const OPEN_WITHIN_MS = 5_000;

/** What can be read inside. */
export interface InsideAsterisk {
  /** The value of a function of the dialplan, e.g. `PJSIP_ENDPOINT(carrier,allow)`; null: it has none. */
  read(expression: string): Promise<string | null>;
  close(): Promise<void>;
}

/** Opens the event socket of `application` and makes the channel. A finding says why that failed. */
export async function lookInside(ari: AriTransport, application: string): Promise<InsideAsterisk | Finding> {
  const failed = (detail: string, remedy: string): Finding => ({
    check: 'ARI events',
    verdict: 'failed',
    detail,
    remedy,
  });
  const refusal = await openEvents(ari);
  if (refusal !== null)
    return failed(
      refusal,
      'Put load=res_http_websocket.so and load=res_ari_events.so into modules.conf; ' +
        'a proxy between must pass WebSockets on.',
    );
  const channelId = application;
  try {
    const endpoint = 'Local/s@outdial-agent';
    await ari.call('channels.create', { endpoint, app: application, channelId });
  } catch (error) {
    return failed(
      `no channel can be created: ${errorText(error)}`,
      'Set read_only=no for the user in ari.conf.',
    );
  }
  return {
    read: (variable) =>
      ari.call('channels.getChannelVar', { channelId, variable }).then(
        ({ value }) => value,
        () => null,
      ),
    close: async () => {
      await ari.call('channels.hangup', { channelId }).catch(() => undefined);
    },
  };
}

/** Null when events come; otherwise why not. */
function openEvents(ari: AriTransport): Promise<string | null> {
  return new Promise((resolve) => {
    const limit = `the event socket did not open within ${OPEN_WITHIN_MS / 1_000} s`;
    const timer = setTimeout(() => resolve(limit), OPEN_WITHIN_MS);
    const end = (refusal: string | null): void => {
      clearTimeout(timer);
      resolve(refusal);
    };
    ari.open({
      connected: () => end(null),
      disconnected: (reason) => end(`the event socket does not open: ${reason}`),
      event: () => undefined,
    });
  });
}
