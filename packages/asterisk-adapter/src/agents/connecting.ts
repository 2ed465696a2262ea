/** Bridging an answered call with an agent's leg. Facts: `call.connected`, `call.connect-failed`. */
import { isUsable, stamp, whenControlled, type Call } from '../calls/call.js';
import type { CallTable } from '../calls/call-table.js';
import { failureReason } from '../failure-reason.js';
import type { CallMedia } from '../media/call-media.js';
import type { Settings } from '../options.js';
import type { AriRequests, FactOutlet } from '../roles.js';
import { isAnsweredInDoubt, isConflict } from '../transport/ari-request-error.js';
import type { AgentLegs } from './agent-legs.js';
import type { Hold } from './hold.js';
import type { Leg } from './leg.js';

/** What connecting needs. */
export interface ConnectingParts {
  readonly settings: Pick<Settings, 'agents'>;
  readonly ari: AriRequests;
  readonly facts: FactOutlet;
  readonly calls: Pick<CallTable, 'has'>;
  readonly legs: Pick<AgentLegs, 'get' | 'inTurn' | 'callEnded'>;
  readonly hold: Pick<Hold, 'stop'>;
  readonly media: CallMedia;
}

/** Brings called parties and agents together. */
export class Connecting {
  readonly #parts: ConnectingParts;

  constructor(parts: ConnectingParts) {
    this.#parts = parts;
  }

  /** Bridges the call with the agent's leg, or says by `call.connect-failed` why not. */
  connect(call: Call, agentId: string): void {
    const { legs, media } = this.#parts;
    whenControlled(call, () => {
      const leg = legs.get(agentId);
      const refusal = refusalOf(call, leg);
      if (refusal !== null || leg === undefined) {
        this.#failed(call, agentId, refusal ?? 'the agent has no leg');
        return;
      }
      leg.stage = 'busy';
      leg.call = call;
      call.agentId = agentId;
      media.stopAll(call);
      legs.inTurn(leg, 'bridge a call', () => this.#bridge(call, leg));
    });
  }

  /**
   * Makes the bridge while the agent's hold ends. The beep is sent without waiting for its end: Asterisk
   * carries out orders to one channel in turn, so the leg joins when the beep has been played.
   */
  async #bridge(call: Call, leg: Leg): Promise<void> {
    const { ari, calls, facts, hold, legs, settings } = this.#parts;
    const { bridgeId } = call;
    const { connectBeep } = settings.agents;
    try {
      await call.bridgeGone;
      await Promise.all([
        ari.call('bridges.create', { bridgeId, type: 'mixing,dtmf_events' }).catch(unlessThere),
        hold.stop(leg),
      ]);
      if (connectBeep !== null)
        await ari
          .call('channels.play', { channelId: leg.channelId, media: connectBeep })
          .catch(unlessRefused);
      await ari.call('bridges.addChannel', { bridgeId, channel: [leg.channelId, call.channelId] });
    } catch (error) {
      if (!calls.has(call)) return;
      if (leg.call === call) legs.callEnded(leg.agentId, call);
      call.agentId = null;
      this.#failed(call, leg.agentId, failureReason(error));
      return;
    }
    if (calls.has(call) && leg.call === call)
      facts.deliver({ type: 'call.connected', ...stamp(call, facts.now()), agentId: leg.agentId });
  }

  #failed(call: Call, agentId: string, reason: string): void {
    const { facts } = this.#parts;
    facts.deliver({ type: 'call.connect-failed', ...stamp(call, facts.now()), agentId, reason });
  }
}

/** A bridge that exists was made by an earlier try whose answer was lost. */
function unlessThere(error: unknown): void {
  if (!isConflict(error)) throw error;
}

/** A beep that may have been played is not a reason to leave the called party without the agent. */
function unlessRefused(error: unknown): void {
  if (!isAnsweredInDoubt(error)) throw error;
}

function refusalOf(call: Call, leg: Leg | undefined): string | null {
  if (!isUsable(call)) return 'the call is not up';
  if (call.agentId !== null) return 'the call has an agent';
  if (leg === undefined) return 'the agent has no leg';
  if (leg.stage !== 'up' || leg.ending) return "the agent's leg is not free";
  return null;
}
