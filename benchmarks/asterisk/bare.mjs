/**
 * The least that a program can do: undici for requests, ws for events, no limits, no watch, no repetition.
 */
import { Pool } from 'undici';
import WebSocket from 'ws';

/** A driver of the workload on requests and events of the simplest kind. */
export async function createBare({ ari, trunk }, handlers) {
  const app = 'bench-bare';
  const authorization = `Basic ${Buffer.from(`${ari.user}:${ari.password}`).toString('base64')}`;
  const pool = new Pool(ari.url, { connections: 16, pipelining: 1 });
  const headers = { authorization, 'content-type': 'application/json' };
  const send = async (method, path, body) => {
    const answer = await pool.request({
      method,
      path: `/ari${path}`,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await answer.body.text();
    if (answer.statusCode >= 300) throw new Error(`${method} ${path}: ${answer.statusCode} ${text}`);
  };
  const socket = new WebSocket(`${ari.url.replace('http', 'ws')}/ari/events?app=${app}`, { headers });
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('message', (data) => {
    const event = JSON.parse(data.toString());
    if (event.type === 'StasisStart') handlers.answered(event.channel.id);
    else if (event.type === 'ChannelDestroyed') handlers.ended(event.channel.id);
  });
  const originate = (channelId, endpoint) =>
    send('POST', '/channels', { endpoint, app, channelId, callerId: '+12025550100', timeout: 20 });
  return {
    ring: (channelId, station) => originate(channelId, station),
    call: (channelId, number) => originate(channelId, `PJSIP/${number}@${trunk}`),
    connect: async (channelId, agentChannel) => {
      const bridgeId = `b-${channelId}`;
      await send('POST', '/bridges', { bridgeId, type: 'mixing' });
      await send('POST', `/bridges/${bridgeId}/addChannel`, { channel: [channelId, agentChannel] });
      handlers.connected(channelId);
    },
    free: (channelId) => send('DELETE', `/bridges/b-${channelId}`),
    hangUp: (channelId) => send('DELETE', `/channels/${channelId}`),
    close: async () => {
      socket.close();
      await pool.close();
    },
  };
}
