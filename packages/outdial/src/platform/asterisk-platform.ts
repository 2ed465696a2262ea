/** Real time and real calls: the platform of a campaign on Asterisk. */
import {
  createAsteriskTelephony,
  createTelephonyPool,
  type AsteriskTelephony,
  type Notice,
  type TelephonyPool,
} from '@outdial/asterisk-adapter';
import { defined, type Fact, type FactSink } from '@outdial/core';
import { serversOf, type ServerEntry } from '../campaign-file/asterisk-servers.js';
import type { AsteriskTelephonySection } from '../campaign-file/types.js';
import { TelephonyUnavailable } from './platform-errors.js';
import { createWallClock } from '../runtime/wall-clock.js';
import type { Platform } from './platform.js';
import { TelephonyTroubles } from './telephony-troubles.js';

/** How a platform on Asterisk is made. */
export interface AsteriskPlatformOptions {
  readonly telephony: AsteriskTelephonySection;
  /** Where usernames and passwords are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Added to the clock: rehearsals and tests run at another instant than now. Default 0. */
  readonly clockOffsetMs?: number;
  /** Takes the adapter's notices for the operator. */
  readonly report?: (notice: Notice) => void;
  /** `connect` rejects when Asterisk is not ready within this time. Default 15 s. */
  readonly connectWithinMs?: number;
  /** True: the calls of a dialer of the same name that runs are taken over. Default: it is left alone. */
  readonly takeOver?: boolean;
}

const CONNECT_WITHIN_MS = 15_000;
/** Agents' legs that were hung up are gone within this time; what is left belongs to Asterisk. */
const LEAVE_WITHIN_MS = 3000;
/** How often the end of a run is checked. */
const LOOK_EVERY_MS = 50;

/** A call that waits for Asterisk to be ready. */
interface Waiting {
  readonly goOn: () => void;
  /** Another dialer has the name of this one. */
  readonly giveUp: () => void;
}

/** A platform on Asterisk. Throws {@link TelephonyUnavailable} when the environment holds no credentials. */
export function createAsteriskPlatform(options: AsteriskPlatformOptions, sink: FactSink): Platform {
  const timers = createTimers();
  const waiting = new Set<Waiting>();
  let isUp = false;
  const watchedSink = (fact: Fact): void => {
    if (fact.type === 'telephony.up' || fact.type === 'telephony.down') isUp = fact.type === 'telephony.up';
    if (isUp) waiting.forEach(({ goOn }) => goOn());
    sink(fact);
  };
  const clock = createWallClock({ sink, ...defined({ offset: options.clockOffsetMs }) });
  const troubles = new TelephonyTroubles(() => clock.now());
  const report = (notice: Notice): void => {
    if (notice.code === 'application-held') waiting.forEach(({ giveUp }) => giveUp());
    troubles.take(notice);
    options.report?.(notice);
  };
  const telephony = createTelephony({ ...options, report }, () => clock.now(), watchedSink);

  // The adapter goes on trying: a later call resolves once Asterisk is there.
  const connect = async (): Promise<void> => {
    if (isUp) return;
    const limitMs = options.connectWithinMs ?? CONNECT_WITHIN_MS;
    const { node, server } = options.telephony;
    const up = new Promise<void>((resolve, reject) => {
      const end = (settle: () => void) => (): void => {
        clearTimeout(timer);
        waiting.delete(one);
        settle();
      };
      const late = { url: server.url, seconds: limitMs / 1000 };
      const tooLate = end(() => reject(new TelephonyUnavailable('telephony-unavailable', late)));
      const timer = setTimeout(tooLate, limitMs);
      const held = (): void => reject(new TelephonyUnavailable('telephony-held', { node, url: server.url }));
      const one: Waiting = { goOn: end(resolve), giveUp: end(held) };
      waiting.add(one);
    });
    telephony.start(options.takeOver === true ? 'at-once' : 'unless-held');
    await up;
  };

  const isEmpty = (): boolean => {
    const { up, legs, calls } = telephony.status();
    return !up || (legs === 0 && calls === 0);
  };

  return {
    scheduler: clock,
    passesByItself: true,
    telephony,
    legalNow: () => clock.wallNow(),
    after: timers.after,
    connect,
    attend: () => telephony.start('if-left'),
    troubles: () => troubles.all(),
    pass: async ({ isDone }) => {
      while (!isDone()) await pause(LOOK_EVERY_MS);
    },
    close: async () => {
      timers.close();
      clock.close();
      await waitUntil(isEmpty, LEAVE_WITHIN_MS);
      await telephony.stop();
    },
  };
}

/** The telephony of the only server, or the pool of all. Every server has the same name of the dialer. */
function createTelephony(
  options: AsteriskPlatformOptions,
  now: () => number,
  sink: FactSink,
): AsteriskTelephony | TelephonyPool {
  const { env, report, telephony } = options;
  const { agentLegs, machineDetection, musicClass, node, recordingsDirectory, safeHarbour, transport } =
    telephony;
  const create = (entry: ServerEntry, to: FactSink): AsteriskTelephony =>
    createAsteriskTelephony(
      {
        node,
        server: {
          url: entry.url,
          username: secret(env, entry.usernameEnvironment, 'user'),
          password: secret(env, entry.passwordEnvironment, 'password'),
        },
        trunks: entry.trunks,
        transport,
        agents: agentLegs,
        conversations: defined({ musicClass, recordingsDirectory }),
        now,
        ...defined({ safeHarbour, machineDetection }),
        // Trunks of several servers may have one name.
        report: ({ context, ...notice }) =>
          report?.({ ...notice, context: { ...context, server: entry.name } }),
      },
      to,
    );
  const [first, ...others] = serversOf(telephony);
  if (first && others.length === 0) return create(first, sink);
  return createTelephonyPool(
    {
      servers: serversOf(telephony).map((entry) => ({
        ...defined({ stations: entry.stations, reach: entry.reach }),
        name: entry.name,
        trunks: entry.trunks,
        create: (to) => create(entry, to),
      })),
      now,
      ...defined({ report }),
    },
    sink,
  );
}

/** Timers that end with the platform, so that none keeps the process alive. */
function createTimers(): { readonly after: Platform['after']; close(): void } {
  const pending = new Set<NodeJS.Timeout>();
  let closed = false;
  return {
    after: (delayMs, action) => {
      if (closed) return () => undefined;
      const timer = setTimeout(() => {
        pending.delete(timer);
        action();
      }, delayMs);
      pending.add(timer);
      return () => {
        clearTimeout(timer);
        pending.delete(timer);
      };
    },
    close: () => {
      closed = true;
      for (const timer of pending) clearTimeout(timer);
      pending.clear();
    },
  };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits for something to hold, at most this long. */
async function waitUntil(holds: () => boolean, withinMs: number): Promise<void> {
  const start = performance.now();
  while (!holds() && performance.now() - start < withinMs) await pause(LOOK_EVERY_MS);
}

function secret(env: AsteriskPlatformOptions['env'], variable: string, credential: string): string {
  const value = env[variable];
  if (value === undefined || value === '')
    throw new TelephonyUnavailable('telephony-credentials-missing', { credential, variable });
  return value;
}
