/** Conversations that this process did not begin: read from the bridges that exist after a restart. */
import type { AttemptId } from '@outdial/core';
import type { AgentLegs } from '../agents/agent-legs.js';
import type { Leg } from '../agents/leg.js';
import type { Call } from '../calls/call.js';
import type { CallTable } from '../calls/call-table.js';
import { attemptAround, type ServerSnapshot } from '../sync/server-snapshot.js';
import type { Member } from './party.js';
import { lookedUp, type Rooms } from './rooms.js';

/** What adoption needs. */
export interface AdoptionParts {
  readonly calls: Pick<CallTable, 'get' | 'ofChannel'>;
  readonly legs: Pick<AgentLegs, 'ofChannel' | 'adopt'>;
  readonly rooms: Pick<Rooms, 'regroup' | 'settleUnasked'>;
}

/** Takes conversations over as they are. Nobody in them is moved. */
export class Adoption {
  readonly #parts: AdoptionParts;

  constructor(parts: AdoptionParts) {
    this.#parts = parts;
  }

  /** A call of an earlier process is known again, with everyone in its rooms, or in the room it is in. */
  call(snapshot: ServerSnapshot, call: Call): void {
    lookedUp(call, snapshot);
    this.#rooms(snapshot, call.attemptId);
    const around = attemptAround(snapshot, call.channelId);
    if (around !== null && around !== call.attemptId) this.#rooms(snapshot, around);
  }

  /** A leg of an earlier process. Outside a room it waits again. Null: the agent has another leg. */
  leg(snapshot: ServerSnapshot, channelId: string): Leg | null {
    const { legs, rooms } = this.#parts;
    const leg = legs.adopt(channelId);
    if (leg === null) return null;
    lookedUp(leg, snapshot);
    const around = attemptAround(snapshot, channelId);
    if (around !== null) this.#rooms(snapshot, around);
    if (leg.conversation === null) rooms.settleUnasked([leg]);
    return leg;
  }

  #rooms(snapshot: ServerSnapshot, attemptId: AttemptId): void {
    const { calls, rooms } = this.#parts;
    const customer = calls.get(attemptId);
    if (!customer) return;
    const { own } = customer;
    const members = (['main', 'side'] as const).flatMap((place) =>
      (snapshot.bridges.get(own.rooms[place])?.channels ?? []).flatMap((id) =>
        this.#member(snapshot, id, place),
      ),
    );
    const isThere = members.some(({ party }) => party === customer);
    if (members.length === 0) return;
    const alone: Member = { party: customer, place: 'music', muted: false, rings: false, watched: null };
    const everyone = isThere ? members : [...members, alone];
    for (const party of rooms.regroup(own, everyone)) party.beeps = false;
  }

  #member(snapshot: ServerSnapshot, channelId: string, place: Member['place']): readonly Member[] {
    const { calls, legs } = this.#parts;
    const party = calls.ofChannel(channelId) ?? legs.ofChannel(channelId) ?? legs.adopt(channelId);
    if (party === null) return [];
    lookedUp(party, snapshot);
    return [{ party, place, muted: false, rings: false, watched: null }];
  }
}
