/** Real time and real calls: the platform of a campaign on Asterisk. */
import { createAsteriskTelephony, type Notice } from '@outdial/asterisk-adapter';
import { defined, type Fact, type FactSink } from '@outdial/core';
import type { AsteriskTelephonySection } from '../campaign-file/types.js';
import { TelephonyUnavailable } from './platform-errors.js';
import { createWallClock } from '../runtime/wall-clock.js';
import type { Platform } from './platform.js';

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
}

const CONNECT_WITHIN_MS = 15_000;
/** Agents' legs that were hung up are gone within this time; what is left belongs to Asterisk. */
const LEAVE_WITHIN_MS = 3000;
/** How often the end of a run is checked. */
const LOOK_EVERY_MS = 50;

/** A platform on Asterisk. Throws {@link TelephonyUnavailable} when the environment holds no credentials. */
export function createAsteriskPlatform(options: AsteriskPlatformOptions, sink: FactSink): Platform {
  const { agentLegs, machineDetection, musicClass, node, recordingsDirectory, safeHarbour, server, trunks } =
    options.telephony;
  const timers = createTimers();
  let onUp = (): void => undefined;
  const watchedSink = (fact: Fact): void => {
    if (fact.type === 'telephony.up') onUp();
    sink(fact);
  };
  const clock = createWallClock({ sink, ...defined({ offset: options.clockOffsetMs }) });
  const telephony = createAsteriskTelephony(
    {
      node,
      server: {
        url: server.url,
        username: secret(options.env, server.usernameEnvironment, 'user'),
        password: secret(options.env, server.passwordEnvironment, 'password'),
      },
      trunks,
      agents: agentLegs,
      conversations: defined({ musicClass, recordingsDirectory }),
      now: () => clock.now(),
      ...defined({ safeHarbour, machineDetection, report: options.report }),
    },
    watchedSink,
  );

  const connect = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const limitMs = options.connectWithinMs ?? CONNECT_WITHIN_MS;
      const timer = setTimeout(() => {
        void telephony.stop();
        const values = { url: server.url, seconds: limitMs / 1000 };
        reject(new TelephonyUnavailable('telephony-unavailable', values));
      }, limitMs);
      onUp = () => {
        clearTimeout(timer);
        resolve();
      };
      telephony.start();
    });

  const isEmpty = (): boolean => {
    const { up, legs, calls } = telephony.status();
    return !up || (legs === 0 && calls === 0);
  };

  return {
    scheduler: clock,
    telephony,
    legalNow: () => clock.wallNow(),
    after: timers.after,
    connect,
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
