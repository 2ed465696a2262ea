/** Arrangements of conversations. Facts: `conversation.arranged`, `conversation.refused`. */
import { defined, type ArrangeCommand } from '@outdial/core';
import type { AgentLegs } from '../agents/agent-legs.js';
import { stamp, whenControlled, type Call, type CallStamp } from '../calls/call.js';
import type { CallTable } from '../calls/call-table.js';
import { campaignOfAttempt } from '../channel-ids.js';
import type { CallMedia } from '../media/call-media.js';
import type { FactOutlet, NoticeOutlet } from '../roles.js';
import { checkArrangement, type ArrangementFault } from './arrangement-check.js';
import type { Conversation, Member, Party } from './party.js';
import type { RoomFailure, Rooms } from './rooms.js';

/** What arranging needs. */
export interface ArrangingParts {
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly calls: Pick<CallTable, 'get'>;
  readonly legs: Pick<AgentLegs, 'get'>;
  readonly rooms: Rooms;
  readonly media: CallMedia;
}

/** Arranges conversations. */
export class Arranging {
  readonly #parts: ArrangingParts;

  constructor(parts: ArrangingParts) {
    this.#parts = parts;
  }

  /** Puts every party in its place, or says by `conversation.refused` why not. */
  arrange(command: ArrangeCommand): void {
    const { attemptId, revision } = command;
    const call = this.#parts.calls.get(attemptId);
    if (call) {
      whenControlled(call, () => this.#arrange(call, command));
      return;
    }
    const stampOf = { at: this.#parts.facts.now(), campaignId: campaignOfAttempt(attemptId), attemptId };
    this.#refuse(stampOf, revision, UNKNOWN);
  }

  #arrange(call: Call, command: ArrangeCommand): void {
    const { facts, notices } = this.#parts;
    const { own } = call;
    if (command.revision < own.revision) return;
    if (command.revision === own.revision) {
      this.#answerAgain(call);
      return;
    }
    const { members, fault } = checkArrangement(this.#parts, call, command);
    if (members === null) {
      this.#refuse(stamp(call, facts.now()), command.revision, fault);
      return;
    }
    notices.run('arrange a conversation', () => this.#carryOut(call, command.revision, members));
  }

  /** The revision is in force, or under way: then its answer comes with it. */
  #answerAgain(call: Call): void {
    const { revision } = call.own;
    this.#parts.notices.run('answer for a conversation', async () => {
      await call.work;
      if (call.own.revision === revision && !call.gone) this.#arranged(call, revision);
    });
  }

  async #carryOut(call: Call, revision: number, members: readonly Member[]): Promise<void> {
    const { calls, facts, media, rooms } = this.#parts;
    const conversation = call.own;
    const before = { members: conversation.members, revision: conversation.revision };
    for (const { party, place } of members) {
      const stays =
        before.members.length > 1 &&
        before.members.some((each) => each.party === party && each.place === place);
      const moved = party.ref.kind === 'call' && !stays ? calls.get(party.ref.attemptId) : undefined;
      if (moved) media.stopAll(moved);
    }
    const parties = rooms.regroup(conversation, members);
    conversation.revision = revision;
    const failure = await rooms.settle(parties);
    const absent = members.find(({ party }) => party.gone)?.party ?? null;
    if (failure === null && absent === null) {
      if (conversation.revision === revision) this.#arranged(call, revision);
      return;
    }
    this.#refuse(stamp(call, facts.now()), revision, this.#faultOf(failure, absent));
    if (!call.gone && conversation.revision === revision) this.#restore(conversation, before);
  }

  /** Everyone is where they were, as far as they are still there and in no other conversation. */
  #restore(conversation: Conversation, before: Pick<Conversation, 'members' | 'revision'>): void {
    const { rooms } = this.#parts;
    const members = before.members.filter(
      ({ party }) =>
        !party.gone &&
        (party.conversation === conversation ||
          party.conversation === null ||
          party.conversation === party.own),
    );
    conversation.revision = before.revision;
    rooms.settleUnasked(rooms.regroup(conversation, members));
  }

  #faultOf(failure: RoomFailure | null, absent: Party | null): ArrangementFault {
    const party = absent ?? failure?.party ?? null;
    const ref = party?.ref ?? null;
    if (absent?.ref.kind === 'agent')
      return { refusal: { code: 'no-leg', reason: "the agent's leg has ended" }, party: ref };
    if (absent) return { refusal: { code: 'unknown-call', reason: 'the call has ended' }, party: ref };
    return { refusal: { code: 'telephony-fault', reason: failure?.reason ?? 'unknown' }, party: ref };
  }

  #arranged(call: Call, revision: number): void {
    const { facts } = this.#parts;
    facts.deliver({ type: 'conversation.arranged', ...stamp(call, facts.now()), revision });
  }

  #refuse(whose: CallStamp, revision: number, { refusal, party }: ArrangementFault): void {
    this.#parts.facts.deliver({
      type: 'conversation.refused',
      ...whose,
      revision,
      refusal,
      ...defined({ party: party ?? undefined }),
    });
  }
}

const UNKNOWN: ArrangementFault = {
  refusal: { code: 'unknown-call', reason: 'there is no such call' },
  party: null,
};
