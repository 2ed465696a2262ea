/** Where each party belongs, by the members of its conversation. Pure. */
import type { Conversation, Member, Party, Sound, Spot } from './party.js';

/** A spot that is known in every respect. */
export interface Target extends Omit<Spot, 'inDoubt'> {
  readonly sound: Sound;
  readonly muted: boolean;
}

const outside = (sound: Sound): Target => ({ bridgeId: null, sound, muted: false, watch: null });

/**
 * Where a party belongs now. A call without a partner hears music, an agent without one silence that is sent,
 * or ringing while somebody is being reached.
 *
 * @param waiting what an agent's leg without a conversation hears
 */
export function targetOf(party: Party, waiting: Sound): Target {
  const { conversation } = party;
  const member = conversation?.members.find((each) => each.party === party);
  if (!conversation || !member) return outside(party.ref.kind === 'call' ? 'music' : waiting);
  switch (member.place) {
    case 'main':
    case 'side':
      return inRoom(conversation, member);
    case 'listening':
    case 'whispering':
      return atWatch(member, waiting);
    case 'music':
      return outside('music');
  }
}

function inRoom({ members, rooms }: Conversation, member: Member): Target {
  const others = members.filter(
    ({ party, place }) => party !== member.party && place === member.place && !party.gone,
  );
  const isCall = member.party.ref.kind === 'call';
  if (others.length === 0) return outside(isCall ? 'music' : member.rings ? 'ringing' : 'silence');
  // A muted partner sends nothing at all: packets of silence keep the call's path open.
  const sound = isCall && others.every(({ muted }) => muted) ? 'silence' : 'nothing';
  return {
    bridgeId: member.place === 'side' ? rooms.side : rooms.main,
    sound,
    muted: member.muted,
    watch: null,
  };
}

function atWatch({ party, place, watched }: Member, waiting: Sound): Target {
  if (watched === null || watched.gone) return outside(waiting);
  return {
    bridgeId: watchBridgeOf(party),
    sound: 'nothing',
    muted: false,
    watch: { watched, whispers: place === 'whispering' },
  };
}

/** Bridge in which a supervisor hears an agent, `ol-<channel of their leg>`. */
export const watchBridgeOf = (supervisor: Party): string => `ol-${supervisor.channelId}`;

/** True when the party has to be moved, or what it hears to be changed. */
export function differs({ spot }: Party, target: Target): boolean {
  return (
    spot.bridgeId !== target.bridgeId ||
    spot.sound !== target.sound ||
    spot.muted !== target.muted ||
    !isSameWatch(spot, target)
  );
}

/** True when both spots hear the same agent in the same way. */
export function isSameWatch({ watch: a }: Pick<Spot, 'watch'>, { watch: b }: Pick<Spot, 'watch'>): boolean {
  return a?.watched === b?.watched && a?.whispers === b?.whispers;
}
