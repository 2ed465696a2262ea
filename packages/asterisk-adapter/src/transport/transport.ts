/** The transport to one Asterisk server: requests and events. */
import type { AriEvent } from '../generated/models.js';
import type { OperationName, OperationParameters, OperationResults } from '../generated/operations.js';

/** What a transport reports. None of these may throw; a transport catches what they throw all the same. */
export interface TransportHandlers {
  /** The event socket is open and the application is ours. */
  connected(): void;
  /** The event socket is gone, or never came up. Reported once for each loss. */
  disconnected(reason: string): void;
  /** One event, as Asterisk sent it: its `type` may be one the generated types do not know. */
  event(event: AriEvent): void;
}

/**
 * Requests by name, and events by socket. The adapter's own transport uses HTTP and WebSocket; another ARI
 * client fits behind the same interface, because operations are named as in Asterisk's REST descriptions.
 */
export interface AriTransport {
  /**
   * Carries out one operation. Rejects with {@link AriRequestError}, always within the time limit, also when
   * Asterisk is frozen or down.
   */
  call<Name extends OperationName>(
    name: Name,
    parameters: OperationParameters[Name],
    options?: { readonly timeoutMs?: number },
  ): Promise<OperationResults[Name]>;
  /**
   * The bytes of a stored recording. Rejects with {@link AriRequestError} when they stop coming. Absent:
   * conversations cannot be recorded over this transport.
   */
  download?(recordingName: string): AsyncIterable<Uint8Array>;
  /** Opens the event socket and keeps opening it until `close`. */
  open(handlers: TransportHandlers): void;
  /**
   * Drops the socket; it is opened again after the usual pause. For an owner that cannot use the connection.
   */
  drop(reason: string): void;
  /** Ends everything; nothing is reported any more. */
  close(): Promise<void>;
}
