/**
 * The requests that bring parties where they belong. Rooms are bridges; music and silence are played to
 * channels outside them; a supervisor hears an agent through a snoop channel in a bridge of their own.
 */
import { failureReason } from '../failure-reason.js';
import type { Settings } from '../options.js';
import type { AriRequests } from '../roles.js';
import { isAnsweredInDoubt, isConflict, isEffectUnknown } from '../transport/ari-request-error.js';
import { onceReady } from '../snoops.js';
import { differs, isSameWatch, targetOf, type Target } from './belonging.js';
import type { Party } from './party.js';
import type { Sounds } from './sounds.js';
import type { Watches } from './watches.js';

/** What moves need. */
export interface MovesParts {
  readonly settings: Pick<Settings, 'agents'>;
  readonly ari: AriRequests;
  readonly sounds: Sounds;
  readonly watches: Watches;
}

/** A request about one party failed. */
export class PartyError extends Error {
  override readonly name = 'PartyError';
  readonly party: Party;

  constructor(party: Party, cause: unknown) {
    super(failureReason(cause), { cause });
    this.party = party;
  }
}

interface Move {
  readonly party: Party;
  readonly target: Target;
}

/** A move into a bridge. */
interface Entry extends Move {
  readonly bridgeId: string;
}

/** Moves parties. */
export class Moves {
  readonly #parts: MovesParts;

  constructor(parts: MovesParts) {
    this.#parts = parts;
  }

  /**
   * Brings these parties where they belong. A party that leaves a room hears something else at once; a new
   * room is ready before anyone enters it; a party that stays in a room is not touched.
   *
   * @param parties every member of a conversation together, those that are gone included: a bridge that none
   *   of them belongs to is destroyed
   */
  async bring(parties: readonly Party[]): Promise<void> {
    const { sounds } = this.#parts;
    // Legs first: their beep is under way when the call enters.
    const legsFirst = [...parties].sort((a, b) => a.ref.kind.localeCompare(b.ref.kind));
    const targets = legsFirst
      .filter((party) => !party.gone)
      .map((party) => ({ party, target: targetOf(party, sounds.waiting) }));
    const wanted = new Set(targets.map(({ target }) => target.bridgeId));
    const there = new Set(parties.flatMap(({ spot }) => spot.bridgeId ?? []));
    const moves = targets.filter(({ party, target }) => differs(party, target));
    const outside = moves.filter(({ target }) => target.bridgeId === null);
    const inside = moves.flatMap(({ party, target }) =>
      target.bridgeId === null ? [] : [{ party, target, bridgeId: target.bridgeId }],
    );

    await all(
      [...there].filter((id) => !wanted.has(id)),
      (id) => this.#destroy(id, parties),
    );
    await all(outside, (move) => about(move, () => this.#leaveRoom(move)));
    await this.#enter(inside, there);
  }

  /** Ends the music or silence that a party hears. */
  async quiet(party: Party): Promise<void> {
    if (!party.gone) await this.#parts.sounds.change(party, 'nothing');
  }

  async #destroy(bridgeId: string, parties: readonly Party[]): Promise<void> {
    await this.#parts.ari.call('bridges.destroy', { bridgeId }).catch(unlessRefused);
    for (const { spot } of parties) if (spot.bridgeId === bridgeId) spot.bridgeId = null;
  }

  async #leaveRoom({ party, target }: Move): Promise<void> {
    const { ari, sounds } = this.#parts;
    const { channelId, spot } = party;
    if (spot.bridgeId !== null) {
      const { bridgeId } = spot;
      // Refused: it is in no such bridge, or there is none.
      await ari.call('bridges.removeChannel', { bridgeId, channel: [channelId] }).catch(unlessRefused);
      spot.bridgeId = null;
    }
    await sounds.change(party, target.sound);
    await this.#mute(party, target.muted);
    await this.#closeWatch(party);
  }

  async #enter(entries: readonly Entry[], there: ReadonlySet<string>): Promise<void> {
    const moving = entries.filter(({ party, target }) => !isThere(party, target));
    const bridges = [...new Set(moving.map(({ bridgeId }) => bridgeId))];
    const earlier = new Map(entries.map(({ party }) => [party, party.snoopId]));

    await Promise.all([
      all(
        bridges.filter((id) => !there.has(id)),
        (bridgeId) => this.#create(bridgeId),
      ),
      all(entries, (entry) => about(entry, () => this.#prepare(entry))),
    ]);
    await all(bridges, async (bridgeId) => {
      const group = moving.filter((entry) => entry.bridgeId === bridgeId);
      const channel = group.flatMap(({ party, target }) =>
        target.watch !== null && party.snoopId !== null
          ? [party.snoopId, party.channelId]
          : [party.channelId],
      );
      const join = async (): Promise<void> => {
        await this.#parts.ari.call('bridges.addChannel', { bridgeId, channel });
      };
      const hasSnoop = channel.length > group.length;
      await (hasSnoop ? onceReady(join) : join());
      for (const { party, target } of group) {
        party.spot.bridgeId = bridgeId;
        party.spot.watch = target.watch;
        party.beeps = false;
      }
    });
    await all(entries, (entry) => about(entry, () => this.#finish(entry, earlier.get(entry.party) ?? null)));
  }

  async #create(bridgeId: string): Promise<void> {
    await this.#parts.ari
      .call('bridges.create', { bridgeId, type: 'mixing,dtmf_events' })
      .catch((error: unknown) => {
        // It was made by an earlier try whose answer was lost.
        if (!isConflict(error)) throw error;
      });
  }

  /**
   * The beep is sent without waiting for its end: Asterisk carries out orders to one channel in turn, so the
   * leg joins when the beep has been played.
   */
  async #prepare({ party, target }: Entry): Promise<void> {
    const { ari, settings, sounds, watches } = this.#parts;
    const { connectBeep } = settings.agents;
    if (target.sound === 'nothing') await sounds.change(party, 'nothing');
    if (target.muted) await this.#mute(party, true);
    if (target.watch !== null && !isSameWatch(party.spot, target))
      party.snoopId = await watches.open(party, target.watch);
    if (party.beeps && connectBeep !== null) {
      const { channelId } = party;
      // A beep that may have been played is not a reason to leave the called party without the agent.
      await ari.call('channels.play', { channelId, media: connectBeep }).catch((error: unknown) => {
        if (!isAnsweredInDoubt(error)) throw error;
      });
    }
  }

  async #finish({ party, target }: Entry, earlierSnoop: string | null): Promise<void> {
    const { sounds, watches } = this.#parts;
    await sounds.change(party, target.sound);
    await this.#mute(party, target.muted);
    if (target.watch === null) await this.#closeWatch(party);
    else if (earlierSnoop !== null && earlierSnoop !== party.snoopId) await watches.close(earlierSnoop);
  }

  async #mute({ channelId, spot }: Party, muted: boolean): Promise<void> {
    const { ari } = this.#parts;
    if (spot.muted === muted) return;
    await ari.call(muted ? 'channels.mute' : 'channels.unmute', { channelId, direction: 'in' });
    spot.muted = muted;
  }

  async #closeWatch(party: Party): Promise<void> {
    const { snoopId } = party;
    party.spot.watch = null;
    party.snoopId = null;
    if (snoopId !== null) await this.#parts.watches.close(snoopId);
  }
}

/** True when the party is in its bridge and hears there what it is to hear. */
const isThere = ({ spot }: Party, target: Target): boolean =>
  spot.bridgeId === target.bridgeId && isSameWatch(spot, target);

/** Runs work about each at once. */
async function all<Thing>(things: readonly Thing[], work: (thing: Thing) => Promise<void>): Promise<void> {
  await Promise.all(things.map(work));
}

async function about({ party }: Move, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw party.gone ? error : new PartyError(party, error);
  }
}

/** A refusal says that there is nothing to undo. */
function unlessRefused(error: unknown): void {
  if (isEffectUnknown(error)) throw error;
}
