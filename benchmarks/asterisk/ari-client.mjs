/** The same as the bare loop on ari-client, used as its own examples use it. */
import ariClient from 'ari-client';

/** A driver of the workload on ari-client. */
export async function createAriClient({ ari, trunk }, handlers) {
  const app = 'bench-ari-client';
  const client = await ariClient.connect(ari.url, ari.user, ari.password);
  client.on('StasisStart', ({ channel }) => handlers.answered(channel.id));
  client.on('ChannelDestroyed', ({ channel }) => handlers.ended(channel.id));
  await client.start(app);
  const originate = (channelId, endpoint) =>
    client.channels.originate({ endpoint, app, channelId, callerId: '+12025550100', timeout: 20 });
  return {
    ring: (channelId, station) => originate(channelId, station),
    call: (channelId, number) => originate(channelId, `PJSIP/${number}@${trunk}`),
    connect: async (channelId, agentChannel) => {
      const bridgeId = `b-${channelId}`;
      await client.bridges.create({ bridgeId, type: 'mixing' });
      await client.bridges.addChannel({ bridgeId, channel: [channelId, agentChannel] });
      handlers.connected(channelId);
    },
    free: (channelId) => client.bridges.destroy({ bridgeId: `b-${channelId}` }),
    hangUp: (channelId) => client.channels.hangup({ channelId }),
    close: async () => client.stop(),
  };
}
