/** Several Asterisk servers as one telephony: the composition root of the pool. */
import type { AttemptId, Fact, FactSink, Telephony } from '@outdial/core';
import type { TelephonyStatus } from '../asterisk-telephony.js';
import type { Taking } from '../connection/connection.js';
import { createFactOutlet } from '../fact-outlet.js';
import { createNoticeOutlet } from '../notice-outlet.js';
import type { FactOutlet } from '../roles.js';
import { processClock } from '../process-clock.js';
import { CallRoutes } from './call-routes.js';
import { PoolConversations, withOwnNames } from './pool-conversations.js';
import { PoolReconciliation } from './pool-reconciliation.js';
import { Links } from './links.js';
import { createPoolPort } from './pool-port.js';
import { PoolCalls } from './pool-calls.js';
import { PoolLegs } from './pool-legs.js';
import { poolTiming, type TelephonyPoolOptions } from './pool-options.js';
import { PoolServer } from './pool-server.js';
import { ServerWatch } from './server-watch.js';

/** Figures of one server of a pool right now. */
export interface PoolServerStatus extends TelephonyStatus {
  readonly name: string;
  /** No new calls and legs go to it. */
  readonly draining: boolean;
}

/** Figures of a pool right now. */
export interface TelephonyPoolStatus extends Pick<TelephonyStatus, 'up' | 'calls' | 'legs'> {
  /** Legs between servers. */
  readonly links: number;
  readonly servers: readonly PoolServerStatus[];
}

/** {@link Telephony} on several servers. */
export interface TelephonyPool extends Telephony {
  /** Connects to every server and keeps connected, as `AsteriskTelephony.start` does. */
  start(taking?: Taking): void;
  /** Disconnects. Calls in progress stay on their servers. */
  stop(): Promise<void>;
  status(): TelephonyPoolStatus;
  /**
   * No new calls and legs go to a server. What is there ends in its own time: calls when they are over, legs
   * when their agents log out. False: there is no such server.
   */
  drain(server: string): boolean;
  /** Calls and legs go to a drained server again. */
  reopen(server: string): boolean;
}

/**
 * Joins servers. Calls go where most lines are free among the servers that are up and have a trunk for them;
 * a conversation is on the server of its customer's call; an agent at home on another server is reached by a
 * leg between the two. A call that has left is never placed again.
 *
 * @throws at once when `options` hold a bad value; the text names it.
 */
export function createTelephonyPool(options: TelephonyPoolOptions, sink: FactSink): TelephonyPool {
  const timing = poolTiming(options);
  const notices = createNoticeOutlet(options.report);
  const facts = createFactOutlet({ sink, now: options.now ?? processClock, notices });
  const calls = new PoolCalls();
  let take: (server: PoolServer, fact: Fact) => void = () => undefined;
  const servers = options.servers.map(
    (server) => new PoolServer(server, (self) => (fact) => take(self, fact)),
  );
  const links: Links = new Links({
    now: facts.now,
    withinMs: timing.linkWithinMs,
    onLost: (agentId, reason) => legs.lose(agentId, reason),
  });
  const legs: PoolLegs = new PoolLegs({ facts, servers, calls, links });
  const conversations = new PoolConversations({ facts, calls, links, legs });
  const routes = new CallRoutes({ facts, notices, servers, calls, links, rampMs: timing.rampMs });
  const reconciliation = new PoolReconciliation({ facts, servers, calls, links, legs });
  const watch = new ServerWatch({ facts, notices, servers, timing, links, legs, routes, reconciliation });
  take = factTaker({ facts, calls, links, legs, conversations, routes, reconciliation, watch });

  const named = (name: string): PoolServer | undefined => servers.find((server) => server.name === name);
  const setDraining = (name: string, isDraining: boolean): boolean => {
    const server = named(name);
    if (server) server.isDraining = isDraining;
    if (server && isDraining) routes.moveWaiting(server);
    return server !== undefined;
  };
  return {
    ...createPoolPort({ facts, servers, calls, legs, conversations, routes, reconciliation }),
    start: (taking = 'unless-held') => watch.start(taking),
    stop: async () => {
      watch.stop();
      links.stop();
      await Promise.all(servers.map(({ telephony }) => telephony.stop()));
    },
    status: () => ({
      up: watch.isUp,
      calls: calls.size,
      legs: legs.size,
      links: links.size,
      servers: servers.map(({ name, isDraining, telephony }) => ({
        ...telephony.status(),
        name,
        draining: isDraining,
      })),
    }),
    drain: (name) => setDraining(name, true),
    reopen: (name) => setDraining(name, false),
  };
}

/** What facts of the servers go to. */
interface FactTakerParts {
  readonly facts: FactOutlet;
  readonly calls: PoolCalls;
  readonly links: Links;
  readonly legs: PoolLegs;
  readonly conversations: PoolConversations;
  readonly routes: CallRoutes;
  readonly reconciliation: PoolReconciliation;
  readonly watch: ServerWatch;
}

/** Takes a fact of a server: the pool's own are used up, the others go on to the engine. */
function factTaker(parts: FactTakerParts): (server: PoolServer, fact: Fact) => void {
  const { facts, legs, links, routes, watch } = parts;
  return (server, fact) => {
    if (watch.hasLeft || links.take(server, fact)) return;
    switch (fact.type) {
      case 'telephony.up':
        watch.up(server);
        break;
      case 'telephony.down':
        watch.down(server, fact);
        break;
      case 'agent.leg-up':
      case 'agent.leg-down':
        legs.take(server, fact);
        break;
      case 'inbound.arrived':
      case 'inbound.ended':
        facts.deliver({ ...fact, inboundId: `${server.name}/${fact.inboundId}` });
        break;
      default:
        if ('attemptId' in fact && !routes.isUnasked(server, fact)) takeCallFact(parts, server, fact);
    }
  };
}

/** A fact about a call. One that the call's own server does not report is out of date. */
function takeCallFact(
  { calls, conversations, facts, reconciliation, routes }: FactTakerParts,
  server: PoolServer,
  fact: Extract<Fact, { readonly attemptId: AttemptId }>,
): void {
  if (fact.type === 'call.reconciled') {
    reconciliation.take(server, fact);
    return;
  }
  const call = calls.get(fact.attemptId);
  if (call && call.server !== server) return;
  const named = withOwnNames(fact);
  if (call) {
    if (fact.type === 'call.dialing') call.command = null;
    if (fact.type === 'call.ended' && !routes.ended(call, fact)) return;
    conversations.note(call, named);
  }
  facts.deliver(named);
}
