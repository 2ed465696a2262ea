import type { DialCommand, Fact } from '@outdial/core';
import {
  createAsteriskTelephony,
  type AsteriskOptions,
  type AsteriskTelephony,
  type Notice,
} from '../../src/index.js';
import { factsOf, type FactOfType } from '../facts-of.js';
import { usedOperations } from '../versions/used-names.mjs';
import { FakeAri } from './fake-ari.js';

/** A telephony under test with its fake server, and the facts it delivered. */
export interface Rig {
  readonly ari: FakeAri;
  readonly telephony: AsteriskTelephony;
  readonly facts: Fact[];
  readonly notices: Notice[];
  /** Called from within the delivery of each fact, as the engine's runner is. */
  readonly reactions: ((fact: Fact) => void)[];
  /** Waits for a fact; rejects with all facts so far when it does not come. */
  until<Type extends Fact['type']>(
    type: Type,
    matches?: (fact: FactOfType<Type>) => boolean,
  ): Promise<FactOfType<Type>>;
  /** Orders a call. */
  order(command?: Partial<DialCommand>): string;
  /** Places a call and waits until its request has come to the server. */
  dial(command?: Partial<DialCommand>): Promise<{ readonly attemptId: string; readonly channelId: string }>;
  /** Types of the facts about one attempt. */
  story(attemptId: string): readonly string[];
  close(): Promise<void>;
}

const rigs: Rig[] = [];

/** Ends every rig of the test, and holds the adapter to the operations and parameters it is known to use. */
export async function closeRigs(): Promise<void> {
  const closing = rigs.splice(0);
  await Promise.all(closing.map((rig) => rig.close()));
  for (const { operation, parameters } of closing.flatMap((rig) => rig.ari.requests)) {
    const known: readonly string[] | undefined = usedOperations[operation];
    const unknown = Object.keys(parameters).filter(
      (name) => !known?.includes(name) && !(operation === 'applications.filter' && name === 'allowed'),
    );
    if (known === undefined || unknown.length > 0)
      throw new Error(`test/versions/used-names.mjs does not name ${operation}(${unknown.join(', ')})`);
  }
}

/** A busy machine may take long for what needs a moment. */
const WAITS_MOST_MS = 20_000;

/** Waits until a condition holds. */
export async function eventually(condition: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + WAITS_MOST_MS; Date.now() < end;) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`after ${WAITS_MOST_MS / 1000} s: ${what}`);
}

/** A telephony connected to a fake server of its own; watch times are short. */
export async function createRig(
  options: Partial<AsteriskOptions> = {},
  prepare: (ari: FakeAri) => void = () => {
    /* an empty server */
  },
): Promise<Rig> {
  const reactions: Rig['reactions'] = [];
  const ari = new FakeAri();
  await ari.start();
  prepare(ari);
  const facts: Fact[] = [];
  const notices: Notice[] = [];
  const telephony = createAsteriskTelephony(
    {
      node: 'test',
      server: { url: ari.url, username: 'outdial', password: 'secret' },
      trunks: [{ name: 'main', endpoint: 'PJSIP/{number}@trunk', channels: 10, callsPerSecond: 1000 }],
      watch: {
        auditEveryMs: 60,
        hangUpCheckMs: 40,
        strayMs: 80,
        strayAnsweredMs: 40,
        detectionGraceMs: 40,
        handOverMs: 60,
      },
      connection: {
        requestTimeoutMs: 300,
        socket: { pingEveryMs: 40, pongTimeoutMs: 300, reconnectLeastMs: 10, reconnectMostMs: 40 },
      },
      agents: { audioWithinMs: 400, ringTimeoutMs: 1000, unclaimedMs: 120 },
      report: (notice) => {
        notices.push(notice);
      },
      ...options,
    },
    (fact) => {
      facts.push(fact);
      for (const react of reactions) react(fact);
    },
  );
  let serial = 0;
  const rig: Rig = {
    ari,
    telephony,
    facts,
    notices,
    reactions,
    async until(type, matches) {
      const isThere = (): boolean => factsOf(facts, type, matches).length > 0;
      const missing = `no ${type}; facts: ${JSON.stringify(facts)}; notices: ${JSON.stringify(notices)}`;
      await eventually(isThere, missing);
      const [fact] = factsOf(facts, type, matches);
      if (!fact) throw new Error(missing);
      return fact;
    },
    order(command = {}) {
      const attemptId = command.attemptId ?? `camp-1-${++serial}`;
      const at = Math.floor(performance.timeOrigin + performance.now());
      telephony.dial({
        campaignId: 'camp',
        attemptId,
        phone: '+15551230001',
        callerNumber: '+15550100',
        ringTimeoutMs: 5_000,
        setupTimeoutMs: 5_000,
        detectMachine: false,
        at,
        expiresAt: at + 2_000,
        ...command,
      });
      return attemptId;
    },
    async dial(command) {
      const attemptId = rig.order(command);
      const channelId = `od-${attemptId}`;
      await eventually(
        () => ari.channels.has(channelId),
        `no channel ${channelId}; ${JSON.stringify(facts)}`,
      );
      return { attemptId, channelId };
    },
    story: (attemptId) =>
      facts.flatMap((fact) => ('attemptId' in fact && fact.attemptId === attemptId ? [fact.type] : [])),
    async close() {
      await telephony.stop();
      await ari.stop();
    },
  };
  rigs.push(rig);
  return rig;
}

/** The same, connected. */
export async function createUpRig(
  options: Partial<AsteriskOptions> = {},
  prepare?: (ari: FakeAri) => void,
): Promise<Rig> {
  const rig = await createRig(options, prepare);
  rig.telephony.start();
  await rig.until('telephony.up');
  return rig;
}
