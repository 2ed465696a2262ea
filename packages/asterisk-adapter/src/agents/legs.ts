import { agentOfChannel, legChannelId } from '../channel-ids.js';
import type { Call } from '../calls/call.js';
import { describe } from '../error-text.js';
import { type Switchboard } from '../switchboard.js';
import { isMissing, isUnanswered } from '../transport/ari-request-error.js';
import { startHold, stationSendsAudio } from './hold.js';
import { createLeg, legEndReason, type Leg } from './leg.js';

/** An endpoint, or a number behind one: nothing that Asterisk would read as more than one destination. */
const STATION = /^(PJSIP\/)?[\w.+-]+(@[\w.-]+)?$/;

/** The agents' legs: rung once, kept up, held between calls. Facts: `agent.leg-up`, `agent.leg-down`. */
export class Legs {
  readonly #board: Switchboard;
  readonly #byAgent = new Map<string, Leg>();
  readonly #serial = Date.now().toString(36);
  #count = 0;

  constructor(board: Switchboard) {
    this.#board = board;
  }

  get size(): number {
    return this.#byAgent.size;
  }
  get(agentId: string): Leg | undefined {
    return this.#byAgent.get(agentId);
  }
  all(): readonly Leg[] {
    return [...this.#byAgent.values()];
  }

  ofChannel(channelId: string): Leg | undefined {
    const agentId = agentOfChannel(channelId);
    const leg = agentId === null ? undefined : this.#byAgent.get(agentId);
    return leg?.channelId === channelId ? leg : undefined;
  }

  /** Calls the agent's station; a leg that is up already is told again. */
  ring(agentId: string, station: string): void {
    const known = this.#byAgent.get(agentId);
    if (known && !known.ending) {
      known.unclaimedUntil = null;
      if (known.stage === 'up' || known.stage === 'busy') this.#tellUp(known);
      return;
    }
    if (!this.#board.isUp()) {
      this.#tellDown(agentId, 'the event socket to Asterisk is down');
      return;
    }
    if (!STATION.test(station)) {
      this.#tellDown(agentId, `'${station}' is no station: give an endpoint, e.g. 101 or PJSIP/101`);
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

  #originate(leg: Leg, station: string): void {
    const { agents, application } = this.#board.settings;
    leg.timer = setTimeout(() => this.#give(leg, 'the station did not answer'), agents.ringTimeoutMs + 2_000);
    this.#board.run('ring an agent', async () => {
      try {
        await this.#board.ari.call('channels.originate', {
          endpoint: station.includes('/') ? station : `PJSIP/${station}`,
          app: application,
          appArgs: 'agent',
          channelId: leg.channelId,
          callerId: agents.callerId,
          timeout: Math.ceil(agents.ringTimeoutMs / 1000),
          variables: { OUTDIAL_APP: application },
        });
      } catch (error) {
        this.#give(leg, `the station could not be called: ${describe(error)}`);
      }
    });
  }

  /** Hangs the leg up; `agent.leg-down` follows. */
  hangUp(agentId: string): void {
    const leg = this.#byAgent.get(agentId);
    if (!leg) {
      this.#tellDown(agentId, 'there was no leg');
      return;
    }
    this.#requestHangUp(leg);
  }

  /** The station answered: the leg is up once it is heard and held. */
  arrived(leg: Leg): void {
    if (leg.stage !== 'ringing') return;
    if (leg.timer) clearTimeout(leg.timer);
    leg.timer = null;
    leg.stage = 'checking';
    this.#inTurn(leg, 'take a station in', async () => {
      await startHold(this.#board, leg);
      if (!(await stationSendsAudio(this.#board, leg))) {
        this.#give(leg, 'the station answered, but sends no audio');
        return;
      }
      if (this.#byAgent.get(leg.agentId) !== leg || leg.ending) return;
      leg.stage = 'up';
      this.#tellUp(leg);
    });
  }

  destroyed(leg: Leg, cause: number): void {
    this.#end(leg, legEndReason(leg, cause));
  }

  /** A leg found on Asterisk that this process did not ring. It is kept for its agent for a while. */
  adopt(channelId: string, call: Call | null): Leg | null {
    const agentId = agentOfChannel(channelId);
    if (agentId === null || this.#byAgent.has(agentId)) return null;
    const leg = createLeg({ agentId, channelId, stage: call ? 'busy' : 'up' });
    leg.call = call;
    leg.unclaimedUntil = this.#board.now() + this.#board.settings.agents.unclaimedMs;
    this.#byAgent.set(agentId, leg);
    return leg;
  }

  /** The leg's call is over: back to hold, after what is under way for it. */
  callEnded(agentId: string, call: Call): void {
    const leg = this.#byAgent.get(agentId);
    if (leg?.call !== call) {
      this.#board.ari.call('bridges.destroy', { bridgeId: call.bridgeId }).catch(() => {
        /* it never existed */
      });
      return;
    }
    leg.call = null;
    if (leg.stage === 'busy') leg.stage = 'up';
    this.#holdAgain(leg, call.bridgeId);
  }

  #holdAgain(leg: Leg, bridgeId: string): void {
    this.#inTurn(leg, 'hold an agent again', async () => {
      try {
        await this.#board.ari.call('bridges.destroy', { bridgeId }).catch((error: unknown) => {
          if (isUnanswered(error)) throw error;
        });
        if (leg.call === null && !leg.ending) await startHold(this.#board, leg);
      } catch (error) {
        if (!isUnanswered(error)) throw error;
        this.#board.whenUp(() => {
          if (this.#byAgent.get(leg.agentId) === leg) this.#holdAgain(leg, bridgeId);
        });
      }
    });
  }

  /** Runs work on a leg after what was asked before. */
  inTurn(leg: Leg, what: string, work: () => Promise<void>): void {
    this.#inTurn(leg, what, work);
  }

  /** The audit did not find the leg's channel. */
  lost(leg: Leg): void {
    this.#end(leg, 'the leg is gone');
  }

  /** Ends legs that were found after a restart and that nobody asked for. */
  dropUnclaimed(): void {
    const now = this.#board.now();
    for (const leg of this.all())
      if (leg.unclaimedUntil !== null && leg.call === null && now >= leg.unclaimedUntil && !leg.ending)
        this.#requestHangUp(leg);
  }

  stop(): void {
    for (const leg of this.all()) if (leg.timer) clearTimeout(leg.timer);
    this.#byAgent.clear();
  }

  #inTurn(leg: Leg, what: string, work: () => Promise<void>): void {
    leg.work = leg.work.then(work).catch((error: unknown) => {
      this.#board.report({
        level: 'warning',
        code: 'leg-work-failed',
        message: `could not ${what}: ${describe(error)}`,
        context: { agentId: leg.agentId },
      });
    });
  }

  #requestHangUp(leg: Leg): void {
    leg.ending = true;
    if (leg.timer) clearTimeout(leg.timer);
    leg.timer = setTimeout(() => this.#checkGone(leg), this.#board.settings.watch.hangUpCheckMs);
    this.#board.ari.call('channels.hangup', { channelId: leg.channelId, reason: 'normal' }).catch(() => {
      /* the check decides */
    });
  }

  #checkGone(leg: Leg): void {
    this.#board.run('look after an agent', async () => {
      try {
        await this.#board.ari.call('channels.get', { channelId: leg.channelId });
      } catch (error) {
        if (isMissing(error)) {
          this.#end(leg, 'hung up');
          return;
        }
      }
      if (this.#byAgent.get(leg.agentId) === leg) this.#requestHangUp(leg);
    });
  }

  /** Gives a leg up: says so at once and sees to it that the channel ends. */
  #give(leg: Leg, reason: string): void {
    if (this.#end(leg, reason))
      this.#board.ari.call('channels.hangup', { channelId: leg.channelId, reason: 'normal' }).catch(() => {
        /* the audit finds strays */
      });
  }

  #end(leg: Leg, reason: string): boolean {
    if (this.#byAgent.get(leg.agentId) !== leg) return false;
    this.#byAgent.delete(leg.agentId);
    if (leg.timer) clearTimeout(leg.timer);
    const { call } = leg;
    if (call) {
      // the called party is there still, and free for another agent
      call.agentId = null;
      call.bridgeGone = this.#board.ari.call('bridges.destroy', { bridgeId: call.bridgeId }).catch(() => {
        /* it went with the leg */
      });
    }
    this.#tellDown(leg.agentId, reason);
    return true;
  }

  #tellUp(leg: Leg): void {
    this.#board.tell({ type: 'agent.leg-up', at: this.#board.now(), agentId: leg.agentId });
  }
  #tellDown(agentId: string, reason: string): void {
    this.#board.tell({ type: 'agent.leg-down', at: this.#board.now(), agentId, reason });
  }
}
