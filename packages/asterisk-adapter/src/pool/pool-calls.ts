/** The calls of a pool, each on its server. */
import type { AttemptId, DialCommand } from '@outdial/core';
import type { PoolServer } from './pool-server.js';

/** One call in progress. */
export interface PoolCall {
  readonly attemptId: AttemptId;
  readonly campaignId: string;
  server: PoolServer;
  /** The order to place it, until the request has left: until then another server may take it. */
  command: DialCommand | null;
  /** It is taken back from its server, to be given to another. */
  isMoving: boolean;
  /** Agents who are in its conversation. */
  members: ReadonlySet<string>;
  /** Agents of orders that are not answered yet, by revision, or by agent for `connect`. */
  readonly asked: Map<number | string, ReadonlySet<string>>;
  /** Orders about the conversation, carried out one after the other. */
  readonly orders: ((next: () => void) => void)[];
}

/** Server of a call, and what is known of it. */
export type PoolCallGiven = Pick<PoolCall, 'attemptId' | 'campaignId' | 'server'> & {
  readonly command?: DialCommand;
};

/** All calls in progress. */
export class PoolCalls {
  readonly #byAttempt = new Map<AttemptId, PoolCall>();

  /** How many there are. */
  get size(): number {
    return this.#byAttempt.size;
  }

  get(attemptId: AttemptId): PoolCall | undefined {
    return this.#byAttempt.get(attemptId);
  }

  all(): readonly PoolCall[] {
    return [...this.#byAttempt.values()];
  }

  add({ command, ...given }: PoolCallGiven): PoolCall {
    const call: PoolCall = {
      ...given,
      command: command ?? null,
      isMoving: false,
      members: new Set(),
      asked: new Map(),
      orders: [],
    };
    this.remove(given.attemptId);
    this.#byAttempt.set(given.attemptId, call);
    call.server.calls += 1;
    return call;
  }

  /** Another server takes a call that has not left. */
  move(call: PoolCall, server: PoolServer): void {
    call.server.calls -= 1;
    server.calls += 1;
    call.server = server;
  }

  remove(attemptId: AttemptId): void {
    const call = this.#byAttempt.get(attemptId);
    if (!call) return;
    this.#byAttempt.delete(attemptId);
    call.server.calls -= 1;
  }

  /** The agent's leg is gone: they are in no conversation any more. */
  leave(agentId: string): void {
    for (const call of this.#byAttempt.values())
      if (call.members.has(agentId)) call.members = new Set([...call.members].filter((id) => id !== agentId));
  }

  /** The agent is in a conversation, or asked into one, other than this. */
  isBusyElsewhere(agentId: string, attemptId: AttemptId): boolean {
    for (const call of this.#byAttempt.values())
      if (call.attemptId !== attemptId && call.members.has(agentId)) return true;
    return false;
  }
}
