/**
 * Who takes part in which conversation, and the one way in which parties come where they belong.
 *
 * Each piece of work compares where its parties are with where they belong at that moment, so that it can be
 * repeated, overtaken or broken off at any point.
 */
import { failureReason } from '../failure-reason.js';
import type { AriRequests, ConnectionState, NoticeOutlet } from '../roles.js';
import { bridgeOfChannel, readSnapshot, type ServerSnapshot } from '../sync/server-snapshot.js';
import { isEffectUnknown, isMissing, isUnanswered } from '../transport/ari-request-error.js';
import { PartyError, type Moves } from './moves.js';
import { inTurn, isInRoom, talking, type Conversation, type Member, type Party } from './party.js';

/** Pause before unanswered work is tried again, ms. */
const AGAIN_MS = 200;

/** What rooms need. */
export interface RoomsParts {
  readonly ari: AriRequests;
  readonly notices: NoticeOutlet;
  readonly connection: ConnectionState;
  readonly moves: Moves;
}

/** Why parties could not be brought where they belong. */
export interface RoomFailure {
  readonly reason: string;
  /** Whose channel a request failed about, where that is known. */
  readonly party: Party | null;
  /** Their channel has ended: the event that says so is on its way, and the others are brought then. */
  readonly isOver: boolean;
}

/** The rooms of all conversations. */
export class Rooms {
  readonly #parts: RoomsParts;

  constructor(parts: RoomsParts) {
    this.#parts = parts;
  }

  /**
   * Gives a conversation its members from now on. Legs that it loses wait again; calls that it loses stand
   * alone. Returns everyone who may have to be moved.
   */
  regroup(conversation: Conversation, members: readonly Member[]): readonly Party[] {
    const before = conversation.members;
    const after = members.map(({ party }) => party);
    const wasInRoom = (party: Party): boolean =>
      before.some((each) => each.party === party && isInRoom(each));

    for (const { party } of before) if (!after.includes(party)) standAlone(party);
    for (const member of members) {
      const { party } = member;
      const entered = isInRoom(member) && !wasInRoom(party);
      party.beeps = party.ref.kind === 'agent' && isInRoom(member) && (entered || party.beeps);
      party.conversation = conversation;
    }
    conversation.members = members;
    return [...new Set([...before.map(({ party }) => party), ...after])];
  }

  /** Brings parties where they belong, after earlier work about any of them. Null: done. */
  async settle(parties: readonly Party[]): Promise<RoomFailure | null> {
    let failure: RoomFailure | null = null;
    await inTurn(parties, async () => {
      failure = await this.#bring(parties);
    });
    return failure;
  }

  /** The same, where nobody waits for an answer: a failure is reported to the operator. */
  settleUnasked(parties: readonly Party[]): void {
    const { notices } = this.#parts;
    notices.run('bring the parties of a conversation to their places', async () => {
      const failure = await this.settle(parties);
      if (failure && !failure.isOver) notices.report('arranging-failed', failure.reason);
    });
  }

  /**
   * A call or leg has ended. A call that is left alone hears music, a leg waits. Without its customer a
   * conversation is over: legs wait again, other calls hear music.
   */
  leave(party: Party): void {
    const { conversation, own, spot } = party;
    party.gone = true;
    if (conversation === null) return;
    const rest = conversation === own ? [] : conversation.members.filter((each) => each.party !== party);
    const parties = this.regroup(conversation, rest);
    if (parties.length > 1 || spot.bridgeId !== null) this.settleUnasked(parties);
  }

  /** Ends what a call hears by itself, before something is played to it. */
  async quiet(party: Party): Promise<void> {
    await inTurn([party], () => this.#parts.moves.quiet(party));
  }

  /**
   * After the connection was down: members who are not in the bridge where they were brought are brought
   * there again.
   */
  compare(conversation: Conversation, snapshot: ServerSnapshot): void {
    const astray = conversation.members.filter(
      ({ party }) => !party.gone && bridgeOfChannel(snapshot, party.channelId) !== party.spot.bridgeId,
    );
    if (astray.length === 0) return;
    const parties = conversation.members.map(({ party }) => party);
    this.#parts.notices.run('bring a conversation together again', () =>
      inTurn(parties, async () => {
        for (const { spot } of parties) spot.inDoubt = true;
        await this.#bring(parties);
      }),
    );
  }

  /** Brings parties where they belong, however often it takes while Asterisk is out of reach. */
  async #bring(parties: readonly Party[]): Promise<RoomFailure | null> {
    const { moves } = this.#parts;
    await this.#whenUp();
    for (;;) {
      if (parties.some(({ spot }) => spot.inDoubt)) await this.#lookAgain(parties);
      try {
        await moves.bring(parties);
        return null;
      } catch (error) {
        const party = error instanceof PartyError ? error.party : null;
        const cause = error instanceof PartyError ? error.cause : error;
        if (isEffectUnknown(cause)) for (const { spot } of parties) spot.inDoubt = true;
        if (!isUnanswered(cause))
          return { reason: failureReason(cause), party, isOver: party !== null && isMissing(cause) };
      }
    }
  }

  /** What was asked may have been done or not: where the parties are is read from Asterisk. */
  async #lookAgain(parties: readonly Party[]): Promise<void> {
    for (;;) {
      await this.#whenUp();
      try {
        const snapshot = await readSnapshot(this.#parts.ari);
        for (const party of parties) lookedUp(party, snapshot);
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
    }
  }

  #whenUp(): Promise<void> {
    return new Promise((resolve) => {
      this.#parts.connection.whenUp(resolve);
    });
  }
}

/** A party that a conversation has lost: a leg waits, a call is alone in its own conversation. */
function standAlone(party: Party): void {
  party.conversation = party.own;
  party.beeps = false;
  if (party.own) party.own.members = [talking(party)];
}

/** Notes where a party is by the lists of Asterisk, which do not say what it hears. */
export function lookedUp({ channelId, spot }: Party, snapshot: ServerSnapshot): void {
  spot.bridgeId = bridgeOfChannel(snapshot, channelId);
  spot.sound = 'unknown';
  spot.muted = 'unknown';
  spot.inDoubt = false;
}
