/**
 * The server as this package knows it. `@outdial/server` depends on outdial, not the other way round: the
 * command `serve` loads it by name, and asks of it no more than stands here.
 */
import { errorText } from '@outdial/core';
import type { LoadedCampaign } from '../campaign-file/read-campaign-file.js';
import type { Finding } from '../doctor/finding.js';
import { CommandError } from './command-errors.js';

/** A server that runs. */
export interface ServedFloor {
  readonly url: string;
  /** Address with a one-time link for the first administrator; null: one has a password already. */
  readonly firstLink: string | null;
  /** Resolves when it was ordered over the API that the server drains. */
  readonly drainOrdered: Promise<void>;
  /** No new calls; resolves when conversations have ended and everything is closed. */
  drain(): Promise<{ readonly isWritten: boolean }>;
  /** Hangs up what is not answered. */
  halt(): void;
}

/** What the package is asked for. */
export interface ServerPackage {
  serve(options: {
    readonly folder: string;
    readonly host?: string;
    readonly port?: number;
    readonly env: Readonly<Record<string, string | undefined>>;
    /** ms added to the clock of calls on Asterisk: for rehearsals and tests. */
    readonly clockOffset?: number;
    readonly say: (line: string) => void;
  }): Promise<ServedFloor>;
  /** Looks at everything that a server in this folder needs. */
  examineServer(options: {
    readonly folder: string;
    readonly env: Readonly<Record<string, string | undefined>>;
  }): Promise<readonly Finding[]>;
  /** The campaigns of the server in this folder as its next start dials them, with the server's store. */
  campaignsOfServer(options: {
    readonly folder: string;
    readonly env: Readonly<Record<string, string | undefined>>;
  }): Promise<readonly LoadedCampaign[]>;
}

/** Loads the server. Throws `server-not-installed`. */
export async function loadServer(name = '@outdial/server'): Promise<ServerPackage> {
  try {
    const loaded: unknown = await import(name);
    if (isServerPackage(loaded)) return loaded;
  } catch (cause) {
    throw new CommandError('server-not-installed', { why: errorText(cause) }, cause);
  }
  throw new CommandError('server-not-installed', { why: `${name} has no function serve` });
}

function isServerPackage(loaded: unknown): loaded is ServerPackage {
  return (
    typeof loaded === 'object' && loaded !== null && 'serve' in loaded && typeof loaded.serve === 'function'
  );
}
