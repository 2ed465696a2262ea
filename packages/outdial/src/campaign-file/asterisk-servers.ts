/** The Asterisk servers of a campaign file, as one list: `server` with `trunks`, then `moreServers`. */
import type { AsteriskServer, AsteriskTelephonySection, TrunkEntry } from './types.js';

/** One server with its trunks. */
export interface ServerEntry extends AsteriskServer {
  readonly trunks: readonly TrunkEntry[];
  /** Where the server stands in the file. */
  readonly path: readonly (string | number)[];
  /** Where its trunks stand in the file. */
  readonly trunksPath: readonly (string | number)[];
}

/** Every server, the first one first. */
export function serversOf({
  moreServers,
  server,
  trunks,
}: Pick<AsteriskTelephonySection, 'moreServers' | 'server' | 'trunks'>): readonly ServerEntry[] {
  const shared = ['telephony', 'trunks'];
  return [
    { ...server, trunks, path: ['telephony', 'server'], trunksPath: shared },
    ...moreServers.map((other, index) => {
      const path = ['telephony', 'moreServers', index];
      return {
        ...other,
        trunks: other.trunks ?? trunks,
        path,
        trunksPath: other.trunks ? [...path, 'trunks'] : shared,
      };
    }),
  ];
}
