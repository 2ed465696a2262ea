/**
 * The adapter's own transport: HTTP requests, and a WebSocket for events, which carries requests, too, where
 * that is asked for and the server takes them.
 */
import type { AriEvent } from '../generated/models.js';
import type { OperationName, OperationParameters, OperationResults } from '../generated/operations.js';
import { EventSocket, SOCKET_TIMING, type SocketTiming } from './event-socket.js';
import { authorization, baseAddress, HttpRequests, type AriServer } from './http-requests.js';
import { SocketRequests } from './socket-requests.js';
import type { AriTransport, TransportHandlers } from './transport.js';

/** Settings of a transport to one server. */
export interface NativeTransportOptions {
  readonly server: AriServer;
  /** ARI application whose events it receives. */
  readonly application: string;
  /** Limit of one request, ms. Default 5,000. */
  readonly requestTimeoutMs?: number;
  /** HTTP connections kept open at most. Default 16. */
  readonly connections?: number;
  readonly socket?: Partial<SocketTiming>;
  /** Orders go over the event socket where the server takes them there. Default false. */
  readonly ordersOverSocket?: boolean;
  /** Called when a message cannot be read, or a handler threw. */
  readonly onTrouble?: (error: unknown) => void;
}

/** A transport to one server, for the events of one application. */
export function createNativeTransport(options: NativeTransportOptions): AriTransport {
  const requests = new HttpRequests(options.server, options.connections ?? 16);
  const limit = options.requestTimeoutMs ?? 5_000;
  const guard = (action: () => void): void => {
    try {
      action();
    } catch (error) {
      options.onTrouble?.(error);
    }
  };
  let socket: EventSocket | null = null;
  const overSocket =
    options.ordersOverSocket === true ? new SocketRequests((text) => socket?.send(text)) : null;
  return {
    call<Name extends OperationName>(
      name: Name,
      parameters: OperationParameters[Name],
      call: { readonly timeoutMs?: number } = {},
    ): Promise<OperationResults[Name]> {
      const carrier = overSocket?.takes(name) === true ? overSocket : requests;
      return carrier.call(
        name,
        parameters as Readonly<Record<string, unknown>>,
        call.timeoutMs ?? limit,
      ) as Promise<OperationResults[Name]>;
    },
    download: (recordingName) => requests.download('recordings.getStoredFile', { recordingName }, limit),
    open(handlers: TransportHandlers): void {
      const base = baseAddress(options.server.url).replace(/^http/, 'ws');
      const address = `${base}/ari/events?app=${encodeURIComponent(options.application)}`;
      socket ??= new EventSocket(
        {
          address,
          authorization: authorization(options.server),
          timing: { ...SOCKET_TIMING, ...options.socket },
        },
        {
          opened: () =>
            guard(() => {
              overSocket?.opened();
              handlers.connected();
            }),
          lost: (reason) =>
            guard(() => {
              overSocket?.lost(reason);
              handlers.disconnected(reason);
            }),
          message: (text) =>
            guard(() => {
              const message: unknown = JSON.parse(text);
              if (overSocket?.take(message) !== true) handlers.event(message as AriEvent);
            }),
        },
      );
      socket.open();
    },
    drop: (reason: string): void => socket?.drop(reason),
    async close(): Promise<void> {
      socket?.close();
      overSocket?.lost('the transport was closed');
      await requests.close();
    },
  };
}
