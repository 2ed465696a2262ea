/** A pause for everything else in the process. */

/**
 * Lets timers and sockets of this process have their turn. Embedded SQLite answers within the same turn of
 * the event loop, so a long run of statements would otherwise hold up everything else, calls included.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
