/** A pause that lets timers and sockets of the process run. */

/**
 * Returns to the event loop once. Embedded SQLite answers within the same turn of the loop, so a long run of
 * statements would delay everything else, calls included.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
