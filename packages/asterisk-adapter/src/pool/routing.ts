/** Which server takes a call, and where an agent is at home. Pure. */
import type { DialCommand } from '@outdial/core';
import type { PoolServer } from './pool-server.js';

/** Least share of its lines that a server has right after it came back. */
const LEAST_SHARE = 0.1;

/** The instant of a choice, and the time a server takes to come back to its full share. */
export interface RoutingTime {
  readonly now: number;
  readonly rampMs: number;
}

/**
 * The server with the smallest part of its lines in use among those that are up, not draining and able to
 * carry the call; the first one among equals. A server that came back counts with a growing part of its
 * lines. Null: there is none.
 */
export function serverForCall(
  command: Pick<DialCommand, 'phone' | 'trunk'>,
  servers: readonly PoolServer[],
  time: RoutingTime,
): PoolServer | null {
  const able = servers.filter((server) => server.isOpen && server.carries(command));
  return least(able, (server) => (server.calls + 1) / (server.channels * shareOf(server, time)));
}

/** The server with the fewest legs among those that can call the station. Null: there is none. */
export function homeOfStation(station: string, servers: readonly PoolServer[]): PoolServer | null {
  const able = servers.filter((server) => server.isOpen && server.takesStation(station));
  return least(able, ({ legs }) => legs);
}

function shareOf({ upSince }: PoolServer, { now, rampMs }: RoutingTime): number {
  return rampMs <= 0 ? 1 : Math.min(1, Math.max(LEAST_SHARE, (now - upSince) / rampMs));
}

function least(servers: readonly PoolServer[], cost: (server: PoolServer) => number): PoolServer | null {
  let chosen: PoolServer | null = null;
  let lowest = Infinity;
  for (const server of servers) {
    const value = cost(server);
    if (value < lowest) [chosen, lowest] = [server, value];
  }
  return chosen;
}
