/** The agents' legs: rung once, kept up, on hold between calls. Facts: `agent.leg-up`, `agent.leg-down`. */
import type { LegEnding, RingCommand } from '@outdial/core';
import { agentOfChannel, legChannelId } from '../channel-ids.js';
import { failureReason } from '../failure-reason.js';
import type { Settings } from '../options.js';
import type { AriRequests, ConnectionState, FactOutlet, NoticeOutlet } from '../roles.js';
import { inTurn } from '../conversations/party.js';
import type { Rooms } from '../conversations/rooms.js';
import type { Sounds } from '../conversations/sounds.js';
import { startDeadline } from '../deadline.js';
import { whatExists } from '../sync/existence.js';
import { isAnsweredInDoubt, isEffectUnknown, isMissing } from '../transport/ari-request-error.js';
import { createLeg, legEnding, legEndReason, type Leg } from './leg.js';
import { receivesAudio } from './station-audio.js';

/** An endpoint, or a number behind one: nothing that Asterisk would read as more than one destination. */
const STATION = /^(PJSIP\/)?[\w.+-]+(@[\w.-]+)?$/;
/** The adapter's own limit of a ring comes this much after Asterisk's, ms. */
const RING_BACKSTOP_MS = 2_000;

/** What the legs need. */
export interface AgentLegsParts {
  readonly settings: Pick<Settings, 'agents' | 'application' | 'watch'>;
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly connection: Pick<ConnectionState, 'isUp'>;
  readonly sounds: Sounds;
  readonly rooms: Pick<Rooms, 'leave' | 'settleUnasked'>;
}

/** The legs of all agents, one an agent. */
export class AgentLegs {
  readonly #parts: AgentLegsParts;
  readonly #byAgent = new Map<string, Leg>();
  readonly #serial = Date.now().toString(36);
  #count = 0;

  constructor(parts: AgentLegsParts) {
    this.#parts = parts;
  }

  /** Legs ringing or up. */
  get size(): number {
    return this.#byAgent.size;
  }

  /** The agent's leg, ringing or up. */
  get(agentId: string): Leg | undefined {
    return this.#byAgent.get(agentId);
  }

  /** Every leg, ringing or up. */
  all(): readonly Leg[] {
    return [...this.#byAgent.values()];
  }

  /** The leg whose channel this is. */
  ofChannel(channelId: string): Leg | undefined {
    const agentId = agentOfChannel(channelId);
    const leg = agentId === null ? undefined : this.#byAgent.get(agentId);
    return leg?.channelId === channelId ? leg : undefined;
  }

  /** Calls the agent's station. A leg that is up already is reported again, or replaced: `anew`. */
  ring({ agentId, station, anew }: Omit<RingCommand, 'at'>): void {
    if (anew) this.#replace(agentId);
    const known = this.#byAgent.get(agentId);
    if (known && !known.ending) {
      known.unclaimedUntil = null;
      if (known.stage === 'up') this.#reportUp(known);
      return;
    }
    if (!this.#parts.connection.isUp) {
      this.#reportDown(agentId, 'the event socket to Asterisk is down');
      return;
    }
    if (!STATION.test(station)) {
      this.#reportDown(agentId, `'${station}' is not a station: give an endpoint, e.g. 101 or PJSIP/101`);
      return;
    }
    const leg = createLeg({
      agentId,
      channelId: legChannelId(agentId, `${this.#serial}${(++this.#count).toString(36)}`),
      stage: 'ringing',
    });
    this.#byAgent.set(agentId, leg);
    this.#originate(leg, station);
  }

  /** Hangs the leg up; `agent.leg-down` follows, also when there is no leg. */
  hangUp(agentId: string): void {
    const leg = this.#byAgent.get(agentId);
    if (leg) this.#requestHangUp(leg);
    else this.#reportDown(agentId, 'there was no leg');
  }

  /** The station answered: the leg is up once it is on hold and audio has come from the station. */
  arrived(leg: Leg): void {
    const { notices, sounds } = this.#parts;
    if (leg.stage !== 'ringing') return;
    leg.timer?.cancel();
    leg.timer = null;
    leg.stage = 'checking';
    const takeIn = async (): Promise<void> => {
      // What was not said to be refused may play: the agent is not left waiting for it.
      const refusal = await sounds.change(leg, sounds.waiting).catch((error: unknown) => error);
      if (refusal !== undefined && !isEffectUnknown(refusal)) {
        this.#giveUp(leg, `the station could not be put on hold: ${failureReason(refusal)}`);
        return;
      }
      if (!(await receivesAudio(this.#parts, leg))) {
        this.#giveUp(leg, 'the station answered, but sends no audio');
        return;
      }
      if (this.#byAgent.get(leg.agentId) !== leg || leg.ending) return;
      leg.stage = 'up';
      this.#reportUp(leg);
    };
    notices.run('take a station in', () => inTurn([leg], takeIn));
  }

  /** The leg's channel ended. `cause`: Q.850. */
  destroyed(leg: Leg, cause: number): void {
    this.#end(leg, legEndReason(leg, cause), legEnding(leg, cause));
  }

  /**
   * Takes over a leg that this process did not ring, and keeps it for its agent for a limited time. Null: the
   * channel is not a leg, or the agent has another.
   */
  adopt(channelId: string): Leg | null {
    const agentId = agentOfChannel(channelId);
    if (agentId === null || this.#byAgent.has(agentId)) return null;
    const leg = createLeg({ agentId, channelId, stage: 'up' });
    leg.unclaimedUntil = this.#parts.facts.now() + this.#parts.settings.agents.unclaimedMs;
    this.#byAgent.set(agentId, leg);
    return leg;
  }

  /** The audit did not find the leg's channel. */
  lost(leg: Leg): void {
    this.#end(leg, 'the leg is gone', legEnding(leg, null));
  }

  /** Reports every leg down for this reason; the channels stay. */
  giveUpAll(reason: string): void {
    for (const leg of this.all()) this.#end(leg, reason);
  }

  /** Hangs up legs that were found after a restart and that no agent has claimed. */
  dropUnclaimed(): void {
    const now = this.#parts.facts.now();
    for (const leg of this.all()) {
      if (
        leg.unclaimedUntil !== null &&
        leg.conversation === null &&
        now >= leg.unclaimedUntil &&
        !leg.ending
      )
        this.#requestHangUp(leg);
    }
  }

  /** Hangs up what {@link dropUnclaimed} would later: nobody looks any more. A conversation goes on. */
  async endUnclaimed(): Promise<void> {
    const legs = this.all().filter((leg) => leg.unclaimedUntil !== null && leg.conversation === null);
    const { ari } = this.#parts;
    const ended = legs.map(({ channelId }) => ari.call('channels.hangup', { channelId, reason: 'normal' }));
    await Promise.allSettled(ended);
  }

  /** Forgets every leg; the channels stay. */
  stop(): void {
    for (const leg of this.all()) leg.timer?.cancel();
    this.#byAgent.clear();
  }

  #originate(leg: Leg, station: string): void {
    const { ari, notices, settings } = this.#parts;
    const { agents, application } = settings;
    leg.timer = startDeadline(agents.ringTimeoutMs + RING_BACKSTOP_MS, () =>
      this.#giveUp(leg, 'the station did not answer'),
    );
    notices.run('ring an agent', async () => {
      try {
        await ari.call('channels.originate', {
          endpoint: station.includes('/') ? station : `PJSIP/${station}`,
          app: application,
          appArgs: 'agent',
          channelId: leg.channelId,
          callerId: agents.callerId,
          timeout: Math.ceil(agents.ringTimeoutMs / 1000),
          variables: { OUTDIAL_APP: application },
        });
      } catch (error) {
        const reason = `the station could not be called: ${failureReason(error)}`;
        if (!isAnsweredInDoubt(error) || !(await this.#isPlaced(leg))) this.#giveUp(leg, reason);
      }
    });
  }

  /** Whether a leg exists whose request was answered with a fault: a second would ring the agent twice. */
  async #isPlaced(leg: Leg): Promise<boolean> {
    const { ari } = this.#parts;
    const existence = await whatExists(
      () => ari.call('channels.get', { channelId: leg.channelId }),
      () => this.#byAgent.get(leg.agentId) === leg && leg.stage === 'ringing',
    );
    return existence?.is !== 'missing';
  }

  #requestHangUp(leg: Leg): void {
    leg.ending = true;
    leg.timer?.cancel();
    leg.timer = startDeadline(this.#parts.settings.watch.hangUpCheckMs, () => this.#checkGone(leg));
    this.#parts.ari.call('channels.hangup', { channelId: leg.channelId, reason: 'normal' }).catch(() => {
      /* the check decides */
    });
  }

  #checkGone(leg: Leg): void {
    this.#parts.notices.run("check the end of an agent's leg", async () => {
      try {
        await this.#parts.ari.call('channels.get', { channelId: leg.channelId });
      } catch (error) {
        if (isMissing(error)) {
          this.#end(leg, 'hung up');
          return;
        }
      }
      if (this.#byAgent.get(leg.agentId) === leg) this.#requestHangUp(leg);
    });
  }

  /** Gives a leg up: reports it down at once and ends the channel. */
  #giveUp(leg: Leg, reason: string): void {
    if (!this.#end(leg, reason)) return;
    this.#parts.ari.call('channels.hangup', { channelId: leg.channelId, reason: 'normal' }).catch(() => {
      /* the audit finds strays */
    });
  }

  /** Ends what is left of a leg whose station has begun anew. Nobody is told: another leg follows. */
  #replace(agentId: string): void {
    const leg = this.#byAgent.get(agentId);
    if (!leg || !this.#forget(leg)) return;
    this.#parts.ari.call('channels.hangup', { channelId: leg.channelId, reason: 'normal' }).catch(() => {
      /* the audit finds strays */
    });
  }

  #end(leg: Leg, reason: string, how: LegEnding = 'ordered'): boolean {
    if (!this.#forget(leg)) return false;
    this.#reportDown(leg.agentId, reason, how);
    return true;
  }

  #forget(leg: Leg): boolean {
    if (this.#byAgent.get(leg.agentId) !== leg) return false;
    this.#byAgent.delete(leg.agentId);
    leg.timer?.cancel();
    this.#parts.rooms.leave(leg);
    return true;
  }

  #reportUp(leg: Leg): void {
    const { facts } = this.#parts;
    facts.deliver({ type: 'agent.leg-up', at: facts.now(), agentId: leg.agentId });
  }

  #reportDown(agentId: string, reason: string, how: LegEnding = 'ordered'): void {
    const { facts } = this.#parts;
    facts.deliver({ type: 'agent.leg-down', at: facts.now(), agentId, reason, how });
  }
}
