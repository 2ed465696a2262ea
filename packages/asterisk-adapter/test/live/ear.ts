/** What somebody hears on a real Asterisk: measured on what Asterisk sends to a channel. */
import type { LabFacts } from '../../../../lab/index.mjs';
import { createNativeTransport, type AriTransport } from '../../src/index.js';
import { soundOf, type Heard } from './hearing.js';
import { eventually } from './live-rig.js';

/** Length of one listen, ms. */
const LISTEN_MS = 400;
const APPLICATION = 'outdial-ear';

/** An ear at one Asterisk. */
export interface Ear {
  readonly ari: AriTransport;
  /** The channel of an agent's leg. */
  legOf(agentId: string): Promise<string>;
  /** What Asterisk sends to a channel from now on, for a moment. */
  hears(channelId: string, listenMs?: number): Promise<Heard>;
  close(): Promise<void>;
}

/** Opens an ear. */
export async function createEar({ ari: at }: LabFacts): Promise<Ear> {
  const server = { url: at.url, username: at.user, password: at.password };
  const ari = createNativeTransport({ server, application: APPLICATION });
  await new Promise<void>((resolve) => {
    ari.open({ connected: resolve, disconnected: () => undefined, event: () => undefined });
  });
  let serial = 0;
  return {
    ari,
    async legOf(agentId) {
      const channels = await ari.call('channels.list', {});
      return channels.find(({ id }) => id.startsWith(`oa-${agentId}:`))?.id ?? '';
    },
    async hears(channelId, listenMs = LISTEN_MS) {
      const snoopId = `ear-${++serial}-${channelId}`;
      const name = `${APPLICATION}/${snoopId}`;
      await ari.call('channels.snoopChannelWithId', {
        channelId,
        snoopId,
        spy: 'out',
        whisper: 'none',
        app: APPLICATION,
      });
      // Refused until the snoop has entered the application.
      const record = { channelId: snoopId, name, format: 'wav', ifExists: 'overwrite' } as const;
      await eventually(
        () => ari.call('channels.record', record).catch(() => undefined),
        () => 'no recording',
      );
      await new Promise((resolve) => setTimeout(resolve, listenMs));
      await ari.call('channels.hangup', { channelId: snoopId });
      await eventually(
        () => ari.call('recordings.getStored', { recordingName: name }).catch(() => undefined),
        () => 'no file',
      );
      const chunks: Uint8Array[] = [];
      for await (const chunk of ari.download?.(name) ?? []) chunks.push(chunk);
      return soundOf(Buffer.concat(chunks).subarray(44));
    },
    close: () => ari.close(),
  };
}
