/** Who takes part in conversations: calls and agents' legs alike, and where each of them is on Asterisk. */
import type { AttemptId, PartyPlace, PartyRef } from '@outdial/core';

/** What Asterisk plays to a channel by itself. */
export type Sound = 'nothing' | 'silence' | 'music' | 'ringing';

/** A supervisor's ear on an agent. */
export interface Watch {
  /** The agent's leg. */
  readonly watched: Party;
  /** The agent hears the supervisor. */
  readonly whispers: boolean;
}

/** Where a channel belongs, or is. */
export interface Spot {
  /** Bridge it is in. */
  bridgeId: string | null;
  sound: Sound | 'unknown';
  muted: boolean | 'unknown';
  watch: Watch | null;
  /** A request about it may have been carried out or not: where it is has to be read from Asterisk. */
  inDoubt: boolean;
}

/** A call or an agent's leg. */
export interface Party {
  readonly ref: PartyRef;
  readonly channelId: string;
  /** Where it is, as far as Asterisk's answers say. */
  readonly spot: Spot;
  /** The conversation that a call is the customer of, alone or not. Null: an agent's leg. */
  readonly own: Conversation | null;
  /** The conversation it takes part in. Null: an agent's leg that waits. */
  conversation: Conversation | null;
  /** Its channel is gone, or about to be. */
  gone: boolean;
  /** Enters its next room with the beep. */
  beeps: boolean;
  /** Snoop channel that carries its {@link Spot.watch}. */
  snoopId: string | null;
  /** Requests about a party run one after the other, so that a late hold never plays over the next call. */
  work: Promise<void>;
  /** Pieces of {@link work} that are not done. */
  pending: number;
}

/** A party with the place that it is given. */
export interface Member {
  readonly party: Party;
  readonly place: PartyPlace;
  readonly muted: boolean;
  /** A leg in a room hears ringing, not silence, for as long as it is alone there. */
  readonly rings: boolean;
  /** The leg that a listening or whispering supervisor hears. */
  readonly watched: Party | null;
}

/** A customer's call with everyone who takes part in it. */
export interface Conversation {
  readonly attemptId: AttemptId;
  readonly campaignId: string;
  /** Bridges of the main and of the side room. */
  readonly rooms: { readonly main: string; readonly side: string };
  /** Of the arrangement in force or under way. 0: none yet. */
  revision: number;
  members: readonly Member[];
}

/** A party that has not been brought anywhere yet. */
export function createParty(ref: PartyRef, channelId: string, own: Conversation | null = null): Party {
  return {
    ref,
    channelId,
    spot: { bridgeId: null, sound: 'nothing', muted: false, watch: null, inDoubt: false },
    own,
    conversation: own,
    gone: false,
    beeps: false,
    snoopId: null,
    work: Promise.resolve(),
    pending: 0,
  };
}

/** True for a member who talks in a room, or waits there for a partner. */
export const isInRoom = ({ place }: Pick<Member, 'place'>): boolean => place === 'main' || place === 'side';

/** A member who talks in the main room. */
export const talking = (party: Party): Member => ({
  party,
  place: 'main',
  muted: false,
  rings: false,
  watched: null,
});

/** Runs work about several parties after everything that was asked before about any of them. */
export function inTurn(parties: readonly Party[], work: () => Promise<void>): Promise<void> {
  const done = Promise.all(parties.map((party) => party.work)).then(work);
  const settled = done.catch(() => {
    /* told to the one who waits for `done` */
  });
  for (const party of parties) {
    party.pending += 1;
    party.work = settled.then(() => {
      party.pending -= 1;
    });
  }
  return done;
}
