import { createAsteriskTelephony, type Notice } from '@outdial/asterisk-adapter';
import type { Fact, FactSink } from '@outdial/core';
import type { AsteriskTelephony } from '../campaign-file/types.js';
import { createWallClock } from '../runtime/wall-clock.js';
import type { World } from './world.js';

/** How a world on Asterisk is made. */
export interface AsteriskWorldOptions {
  readonly telephony: AsteriskTelephony;
  /** Where usernames and passwords are read. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** ms added to the clock: rehearsals and tests run at another instant than now. */
  readonly clockOffset?: number;
  readonly report?: (notice: Notice) => void;
  /** `connect` gives up after this long, ms. Default 15 s. */
  readonly connectWithin?: number;
}

/** Asterisk cannot be reached, or its credentials are missing. */
export class TelephonyUnavailable extends Error {
  override readonly name = 'TelephonyUnavailable';
  readonly code = 'telephony-unavailable';
  readonly retryable = true;
}

const CONNECT_WITHIN_MS = 15_000;
/** Agents' legs that were let go are gone within this time; what is left belongs to Asterisk. */
const LEAVE_WITHIN_MS = 3000;
/** How often the end of a run is looked for. */
const LOOK_EVERY_MS = 50;

/**
 * Real time and real telephones. Throws {@link TelephonyUnavailable} when the environment holds no
 * credentials.
 */
export function createAsteriskWorld(options: AsteriskWorldOptions, sink: FactSink): World {
  const { server, node, trunks } = options.telephony;
  const timers = createTimers();
  let whenUp = (): void => undefined;
  const watched = (fact: Fact): void => {
    if (fact.type === 'telephony.up') whenUp();
    sink(fact);
  };
  const clock = createWallClock({
    sink,
    ...(options.clockOffset === undefined ? {} : { offset: options.clockOffset }),
  });
  const telephony = createAsteriskTelephony(
    {
      node,
      server: {
        url: server.url,
        username: secret(options.env, server.usernameEnvironment, 'ARI user'),
        password: secret(options.env, server.passwordEnvironment, 'ARI password'),
      },
      trunks,
      agents: options.telephony.agentLegs,
      ...(options.telephony.safeHarbour === undefined ? {} : { safeHarbour: options.telephony.safeHarbour }),
      ...(options.telephony.machineDetection === undefined
        ? {}
        : { machineDetection: options.telephony.machineDetection }),
      now: () => clock.now(),
      ...(options.report ? { report: options.report } : {}),
    },
    watched,
  );
  return {
    scheduler: clock,
    telephony,
    legalNow: () => clock.wallNow(),
    after: timers.after,
    connect: () =>
      new Promise((resolve, reject) => {
        const limit = options.connectWithin ?? CONNECT_WITHIN_MS;
        const timer = setTimeout(() => {
          void telephony.stop();
          reject(
            new TelephonyUnavailable(
              `Asterisk at ${server.url} did not become ready within ${limit / 1000} s. Run 'outdial doctor' to see what is missing.`,
            ),
          );
        }, limit);
        whenUp = () => {
          clearTimeout(timer);
          resolve();
        };
        telephony.start();
      }),
    pass: async ({ isDone }) => {
      while (!isDone()) await pause(LOOK_EVERY_MS);
    },
    close: async () => {
      timers.close();
      clock.close();
      await until(
        () => !telephony.status().up || (telephony.status().legs === 0 && telephony.status().calls === 0),
        LEAVE_WITHIN_MS,
      );
      await telephony.stop();
    },
  };
}

/** Timers that end with the world, so that none keeps the process alive. */
function createTimers(): { readonly after: World['after']; close(): void } {
  const pending = new Set<NodeJS.Timeout>();
  let closed = false;
  return {
    after: (delay, action) => {
      if (closed) return () => undefined;
      const timer = setTimeout(() => {
        pending.delete(timer);
        action();
      }, delay);
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

/** Waits for something to hold, but not for ever. */
async function until(holds: () => boolean, within: number): Promise<void> {
  for (const start = performance.now(); !holds() && performance.now() - start < within;)
    await pause(LOOK_EVERY_MS);
}

function secret(env: AsteriskWorldOptions['env'], name: string, what: string): string {
  const value = env[name];
  if (value === undefined || value === '')
    throw new TelephonyUnavailable(`The ${what} is missing: set the environment variable ${name}.`);
  return value;
}
