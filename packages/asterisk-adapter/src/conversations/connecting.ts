/** Bridging an answered call with an agent's leg. Facts: `call.connected`, `call.connect-failed`. */
import type { AgentLegs } from '../agents/agent-legs.js';
import type { Leg } from '../agents/leg.js';
import { isUsable, stamp, whenControlled, type Call } from '../calls/call.js';
import type { CallMedia } from '../media/call-media.js';
import type { FactOutlet, NoticeOutlet } from '../roles.js';
import { talking } from './party.js';
import type { Rooms } from './rooms.js';

/** What connecting needs. */
export interface ConnectingParts {
  readonly facts: FactOutlet;
  readonly notices: NoticeOutlet;
  readonly legs: Pick<AgentLegs, 'get'>;
  readonly rooms: Rooms;
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
    const { legs, media, notices } = this.#parts;
    whenControlled(call, () => {
      const leg = legs.get(agentId);
      const refusal = refusalOf(call, leg);
      if (refusal !== null || leg === undefined) {
        this.#failed(call, agentId, refusal ?? 'the agent has no leg');
        return;
      }
      media.stopAll(call);
      notices.run('bridge a call', () => this.#bridge(call, leg));
    });
  }

  async #bridge(call: Call, leg: Leg): Promise<void> {
    const { facts, rooms } = this.#parts;
    const failure = await rooms.settle(rooms.regroup(call.own, [talking(leg), talking(call)]));
    if (call.gone) return;
    if (failure === null && leg.conversation === call.own) {
      facts.deliver({ type: 'call.connected', ...stamp(call, facts.now()), agentId: leg.agentId });
      return;
    }
    if (leg.conversation === call.own) rooms.settleUnasked(rooms.regroup(call.own, [talking(call)]));
    this.#failed(call, leg.agentId, failure?.reason ?? "the agent's leg has ended");
  }

  #failed(call: Call, agentId: string, reason: string): void {
    const { facts } = this.#parts;
    facts.deliver({ type: 'call.connect-failed', ...stamp(call, facts.now()), agentId, reason });
  }
}

function refusalOf(call: Call, leg: Leg | undefined): string | null {
  if (!isUsable(call)) return 'the call is not up';
  if (call.conversation !== call.own) return 'the call is in the conversation of another';
  if (call.own.members.some(({ party }) => party.ref.kind === 'agent')) return 'the call has an agent';
  if (leg === undefined) return 'the agent has no leg';
  if (leg.stage !== 'up' || leg.conversation !== null || leg.ending) return "the agent's leg is not free";
  return null;
}
