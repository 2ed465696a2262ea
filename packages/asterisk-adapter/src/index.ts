/** @outdial/asterisk-adapter: the telephony of outdial on Asterisk's REST interface (ARI). */
export {
  createAsteriskTelephony,
  type AsteriskTelephony,
  type TelephonyStatus,
  type TrunkStatus,
} from './asterisk-telephony.js';
export {
  NOTICE_LEVELS,
  type Notice,
  type NoticeCode,
  type NoticeContext,
  type NoticeLevel,
} from './notices.js';
export {
  ARI_TRANSPORTS,
  type AgentLegOptions,
  type AriTransportName,
  type AsteriskOptions,
  type TransportSettings,
  type WatchTiming,
} from './options.js';
export {
  createTelephonyPool,
  type PoolServerStatus,
  type TelephonyPool,
  type TelephonyPoolStatus,
} from './pool/telephony-pool.js';
export type { Taking } from './connection/connection.js';
export type { PoolServerOptions, PoolTiming, TelephonyPoolOptions } from './pool/pool-options.js';
export type { TrunkOptions } from './trunks/outbound-trunk.js';
export type { AriServer } from './transport/http-requests.js';
export { ASTERISK_ERRORS } from './errors.js';
export { AriRequestError, type AriErrorCode, type AriFailure } from './transport/ari-request-error.js';
export { createAriClientTransport } from './ari-client/ari-client-transport.js';
export { createNativeTransport, type NativeTransportOptions } from './transport/native-transport.js';
export type { SocketTiming } from './transport/event-socket.js';
export type { AriTransport, TransportHandlers } from './transport/transport.js';
export type { AriEvent } from './generated/models.js';
export type { OperationName, OperationParameters, OperationResults } from './generated/operations.js';
