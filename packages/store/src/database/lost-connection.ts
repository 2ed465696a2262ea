/** Errors of mysql2 that mean a lost connection. */

/** Text of mysql2, which gives no code, for a command on a connection that was lost before. */
const CLOSED = /connection is in closed state/;

/** Codes of a connection that was lost while a statement ran. */
const LOST: ReadonlySet<string> = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ER_CONNECTION_KILLED',
  'ER_SESSION_WAS_KILLED',
  'ER_CLIENT_INTERACTION_TIMEOUT',
  'ER_SERVER_SHUTDOWN',
]);

/** The connection was lost before the command: the command was never sent. */
export function isClosedConnection(error: unknown): boolean {
  return error instanceof Error && CLOSED.test(error.message);
}

/** The connection is lost, whether before the command or during it. */
export function isConnectionLost(error: unknown): boolean {
  if (isClosedConnection(error)) return true;
  const { code, fatal } = (error ?? {}) as { readonly code?: unknown; readonly fatal?: unknown };
  return fatal === true || (typeof code === 'string' && LOST.has(code));
}
