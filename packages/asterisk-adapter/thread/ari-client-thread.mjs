/**
 * The thread in which ari-client runs for one Asterisk server. What it throws out of its socket handlers, its
 * credentials, which it keeps for a whole process, and the names it writes to the global scope stay in here.
 * The other side is src/ari-client/thread.ts, which ends the thread after every loss of the socket:
 * ari-client cannot be kept from its own attempts to reconnect.
 *
 * Orders: { kind: 'call', id, resource, operation, parameters } and { kind: 'ping' }.
 * Reports: 'attached', 'opened', 'lost' (reason), 'answer' (id, status, text), 'event' (text), 'pong',
 * 'trouble' (reason).
 */
import { parentPort, workerData } from 'node:worker_threads';

const { url, username, password, application, largestEvent } = workerData;
let isAttached = false;
/** Id of the request whose call into ari-client is on the stack. */
let sending = null;

const report = (kind, given = {}) => parentPort.postMessage({ kind, ...given });
const textOf = (error) => (error instanceof Error ? error.message : String(error));

// For example at an answer that is not JSON, and at a server that refuses the login.
process.on('uncaughtException', (error) =>
  report(isAttached ? 'trouble' : 'lost', { reason: `ari-client threw: ${textOf(error)}` }),
);

function tell(id, { status, data }) {
  report('answer', { id, status: status ?? null, text: data === undefined ? '' : data.toString() });
}

/** ari-client rejects with a text only: the status is taken from the response on its way to it. */
function listenToAnswers(client) {
  for (const resource of Object.values(client._swagger.apis))
    for (const name of Object.keys(resource.operations)) {
      const send = resource[name];
      resource[name] = (options, answered, refused) => {
        const id = sending;
        return send(
          options,
          (response) => {
            tell(id, response);
            answered(response);
          },
          (response) => {
            tell(id, response);
            refused(response);
          },
        );
      };
    }
}

/**
 * ari-client throws at events of a type that its server does not describe; they are passed on all the same.
 */
function listenToEvents(client) {
  const [take] = client._ws.listeners('message');
  client._ws.removeListener('message', take);
  client._ws.on('message', (text) => {
    if (text.length > largestEvent) {
      report('lost', { reason: `an event is longer than ${largestEvent} bytes` });
      return;
    }
    report('event', { text: text.toString() });
    try {
      take(text);
    } catch (error) {
      report('trouble', { reason: textOf(error) });
    }
  });
}

function listen(client) {
  if (application === null) return;
  client.on('WebSocketConnected', () => {
    listenToEvents(client);
    report('opened');
  });
  const lost = (error) =>
    report('lost', { reason: error === undefined ? 'connection closed' : textOf(error) });
  client.on('WebSocketReconnecting', lost);
  client.on('WebSocketMaxRetries', lost);
  client.on('pong', () => report('pong'));
  client.start(application).catch(lost);
}

function call(client, { id, resource, operation, parameters }) {
  const carryOut = client[resource]?.[operation];
  if (carryOut === undefined) {
    tell(id, { status: 404, data: JSON.stringify({ message: 'this Asterisk has no such operation' }) });
    return;
  }
  sending = id;
  // The answer was told on its way to ari-client; what is left is a request that it could not send.
  carryOut(parameters).catch((error) => report('answer', { id, status: null, text: textOf(error) }));
  sending = null;
}

const { default: ariClient } = await import('ari-client');
const client = await ariClient.connect(url, username, password);
listenToAnswers(client);
parentPort.on('message', (order) => {
  if (order.kind === 'ping') client.ping();
  else call(client, order);
});
isAttached = true;
report('attached');
listen(client);
