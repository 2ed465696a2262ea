/**
 * Agents and supervisors as the benchmark of desks plays them: the stream and the orders of a console,
 * without a browser.
 */
import { WebSocket } from 'ws';

/** When something reached somebody. The server's clock is known from its messages: this machine has one. */
export class Watch {
  /** ms that the floor's clock is ahead of this machine's; the greatest seen had the shortest way. */
  aheadMs = -Infinity;
  /** ms from a change of an agent's state to its arrival at the desk, and at a board. */
  desk = [];
  board = [];
  /** ms from an order to its answer. */
  orders = [];
  refused = 0;
  bytes = 0;
  /** Instant at which the called person answered, the floor's clock, by attempt. */
  answeredAt = new Map();
  /** Instant at which the agent was on the line, likewise. */
  connectedAt = new Map();
  isMeasuring = false;

  /** Takes note that what happened at `at` has arrived now. */
  arrived(into, at) {
    if (this.isMeasuring) into.push({ at, here: Date.now() });
  }

  /** Ages of what arrived, ms. */
  agesOf(arrivals) {
    return arrivals.map(({ at, here }) => Math.max(0, here + this.aheadMs - at));
  }
}

/** Follows the stream in the name of somebody. */
function follow({ client, url, cookie, watch }, onChange) {
  return client.followStream({
    url: `${url.replace('http', 'ws')}/api/v1/stream`,
    open: (address, { message, closed }) => {
      const socket = new WebSocket(address, { headers: { cookie, origin: url } });
      socket.on('message', (data) => {
        watch.bytes += data.length;
        message(String(data));
      });
      socket.on('close', (code) => closed(code));
      socket.on('error', () => undefined);
      return socket;
    },
    onChange: (documents, clockMs) => {
      watch.aheadMs = Math.max(watch.aheadMs, clockMs - Date.now());
      onChange(documents);
    },
    onConnection: () => undefined,
  });
}

/** An agent who is ready, talks until the customer hangs up, and says what the call was. */
export async function agentAt(floor, agentId, { client, secret, watch, wrapUpMs }) {
  const cookie = `outdial_session=${secret}`;
  let isOver = false;
  const order = async (path, body) => {
    const began = performance.now();
    const response = await fetch(`${floor.url}/api/v1/desk/${path}`, {
      method: 'POST',
      headers: { cookie, origin: floor.url, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    await response.text();
    if (watch.isMeasuring) watch.orders.push(performance.now() - began);
    if (!response.ok) watch.refused += 1;
  };
  let [known, wrapUp] = ['', undefined];
  const stop = follow({ client, url: floor.url, cookie, watch }, (documents) => {
    const desk = documents.get(`desk/${agentId}`);
    if (desk === undefined || `${desk.state} ${desk.since}` === known) return;
    known = `${desk.state} ${desk.since}`;
    watch.arrived(watch.desk, Date.parse(desk.since));
    if (desk.state === 'talking' && desk.call !== null)
      watch.connectedAt.set(desk.call.attemptId, Date.parse(desk.call.connectedAt));
    if (desk.state === 'wrap-up') wrapUp = setTimeout(() => void say(), wrapUpMs);
  });
  const say = () =>
    order('dispose', { code: 'not-interested' }).catch((error) => {
      if (!isOver) throw error;
    });
  await order('join', { campaignId: 'floor' });
  await order('ready');
  return () => {
    isOver = true;
    clearTimeout(wrapUp);
    stop();
  };
}

/** A supervisor who looks at the board. */
export function boardAt(floor, { client, secret, watch }) {
  const known = new Map();
  return follow({ client, url: floor.url, cookie: `outdial_session=${secret}`, watch }, (documents) => {
    for (const [key, document] of documents) {
      if (key.startsWith('call/') && document.answeredAt !== null)
        watch.answeredAt.set(document.attemptId, Date.parse(document.answeredAt));
      if (!key.startsWith('agent/') || known.get(key) === document.since) continue;
      known.set(key, document.since);
      watch.arrived(watch.board, Date.parse(document.since));
    }
  });
}
