/** Which server has which call. Facts: `call.ended` of calls whose server is lost. */
import type { AttemptId, DialCommand, Fact, HangupCause } from '@outdial/core';
import type { FactOutlet, NoticeOutlet } from '../roles.js';
import type { Links } from './links.js';
import type { PoolCall, PoolCalls } from './pool-calls.js';
import type { PoolServer } from './pool-server.js';
import { serverForCall } from './routing.js';

/** What routes need. */
export interface CallRoutesParts {
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly servers: readonly PoolServer[];
  readonly calls: PoolCalls;
  readonly links: Pick<Links, 'release'>;
  readonly rampMs: number;
}

type CallEnd = Extract<Fact, { type: 'call.ended' }>;

/** Finds the server of each call. */
export class CallRoutes {
  readonly #parts: CallRoutesParts;
  /** Answers of servers that were asked only to be sure that nothing is left: `<server>/<attempt>`. */
  readonly #unasked = new Set<string>();

  constructor(parts: CallRoutesParts) {
    this.#parts = parts;
  }

  /** A server that answers orders about unknown calls: they are refused everywhere in the same words. */
  get speaker(): PoolServer {
    const { servers } = this.#parts;
    const speaker = servers.find(({ isUp }) => isUp) ?? servers[0];
    if (!speaker) throw new TypeError('a pool has at least one server');
    return speaker;
  }

  /** Gives the call to a server, or says by `call.ended` that none takes it. */
  dial(command: DialCommand): void {
    const { calls, notices } = this.#parts;
    const { attemptId, campaignId } = command;
    if (calls.get(attemptId)) {
      notices.report('dialed-twice', 'a dial command for an attempt in progress was dropped', { campaignId });
      return;
    }
    const beside = command.beside === undefined ? undefined : calls.get(command.beside)?.server;
    const chosen = beside ?? this.#choose(command);
    // No server is fit: one of them says why, in its own words.
    const server = chosen ?? this.#whoRefuses(command);
    calls.add({ attemptId, campaignId, server, command });
    server.telephony.dial(command);
  }

  /** The order to hang up a call that the pool does not know: every server is asked, one answers. */
  hangUpUnknown(command: { readonly attemptId: AttemptId; readonly at: number }): void {
    const { servers } = this.#parts;
    const { speaker } = this;
    for (const server of servers) {
      if (server === speaker || !server.isUp) continue;
      this.#unasked.add(keyOf(server, command.attemptId));
      server.telephony.hangUp(command);
    }
    speaker.telephony.hangUp(command);
  }

  /** True for an answer that nobody waits for. */
  isUnasked(server: PoolServer, fact: Fact): boolean {
    if (!('attemptId' in fact)) return false;
    const { attemptId } = fact;
    if (server.givenUpCalls.has(attemptId)) {
      if (fact.type === 'call.ended') server.givenUpCalls.delete(attemptId);
      return true;
    }
    return fact.type === 'call.ended' && this.#unasked.delete(keyOf(server, attemptId));
  }

  /** The server takes no more calls: those that have not left go to another, as far as one takes them. */
  moveWaiting(server: PoolServer): void {
    const { calls, facts } = this.#parts;
    for (const call of calls.all()) {
      if (call.server !== server || call.command === null || this.#choose(call.command) === null) continue;
      call.isMoving = true;
      server.telephony.hangUp({ attemptId: call.attemptId, at: facts.now() });
    }
  }

  /** A call of the pool ended on its server. False: it had not left, and another server takes it. */
  ended(call: PoolCall, { cause }: CallEnd): boolean {
    const { calls, facts, links } = this.#parts;
    const { command, server } = call;
    const mayMove = call.isMoving || (cause.by === 'refused' && !server.isOpen);
    const isInTime = command !== null && facts.now() < command.expiresAt;
    const other = mayMove && isInTime ? this.#choose(command) : null;
    if (command !== null && other !== null) {
      call.isMoving = false;
      calls.move(call, other);
      other.telephony.dial(command);
      return false;
    }
    calls.remove(call.attemptId);
    links.release(call.attemptId);
    return true;
  }

  /** Ends every call on a server, or every call: nothing more will be heard of them. */
  loseAll(text: string, lost: PoolServer | null = null): void {
    const { calls, facts, links } = this.#parts;
    const cause: HangupCause = { q850: 0, by: 'lost', text };
    for (const { attemptId, campaignId, server } of calls.all()) {
      if (lost !== null && server !== lost) continue;
      calls.remove(attemptId);
      links.release(attemptId);
      server.givenUpCalls.add(attemptId);
      facts.deliver({ type: 'call.ended', at: facts.now(), campaignId, attemptId, cause });
    }
  }

  #choose(command: DialCommand): PoolServer | null {
    const { facts, rampMs, servers } = this.#parts;
    return serverForCall(command, servers, { now: facts.now(), rampMs });
  }

  /** Down: 'refused' for the connection. Up: for the trunk. */
  #whoRefuses(command: DialCommand): PoolServer {
    const able = this.#parts.servers.filter((server) => server.carries(command));
    return able.find(({ isUp }) => !isUp) ?? this.speaker;
  }
}

const keyOf = (server: PoolServer, attemptId: AttemptId): string => `${server.name}/${attemptId}`;
