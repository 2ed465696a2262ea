/** Gives the orders of one campaign to the engine, and puts on record who gave them. */
import type { StoreJournal } from '@outdial/store';
import type { Attendance } from './attendance.js';
import type { CampaignShare } from './campaign-share.js';
import type { FloorEngine } from './floor-engine.js';
import { placeOrder } from './order-answers.js';
import type { UnstampedOrder } from './order-entry.js';
import type { OrderAnswer, ReadOrder } from './orders.js';

/** Who gives orders by calling a method: the program around the dialer. */
export const PROGRAM = 'program';

/**
 * Orders whose author always stands in the audit trail: of supervisors, and what makes a line ring or
 * records. Of the others, those that a person gave.
 */
const AUTHORED = /^(campaign\.|supervisor\.|agent\.(login|manual-dial|record)$)/;
/** Authors who are not persons. */
const PROGRAMS: ReadonlySet<string> = new Set([PROGRAM, 'api']);

/** What giving orders needs. */
export interface CampaignOrdersParts {
  readonly campaignId: string;
  readonly floor: Pick<FloorEngine, 'agentOrders' | 'engine' | 'now'>;
  readonly journal: Pick<StoreJournal, 'audit'>;
  readonly attendance: Pick<Attendance, 'note'>;
  /** Where the campaign is spread over several dialers. */
  readonly share?: CampaignShare;
}

/** The orders of one campaign. */
export class CampaignOrders {
  readonly #parts: CampaignOrdersParts;

  constructor(parts: CampaignOrdersParts) {
    this.#parts = parts;
  }

  /** Gives an order read from data, in the name of `by`. What cannot be read is not accepted. */
  async giveRead(read: ReadOrder, by: string): Promise<OrderAnswer> {
    if (!read.ok) return { accepted: false, code: 'order-invalid', reason: read.reason };
    const { share } = this.#parts;
    if (!share) return this.giveHere(read.order, by);
    const refusal = share.refusalOf(read.order);
    if (refusal) return refusal;
    share.intends(read.order);
    const answer = await this.giveHere(share.ownPartOf(read.order), by);
    if (answer.accepted) await share.publish(read.order, by);
    else share.intends(read.order, true);
    return answer;
  }

  /** Gives an order to this dialer alone, where several work the campaign. */
  async giveHere(order: UnstampedOrder, by: string): Promise<OrderAnswer> {
    const answer = await this.give(order);
    if (answer.accepted) this.#noteAuthor(order, by);
    return answer;
  }

  /** Gives an order of the dialer itself, which has no author. */
  async give(order: UnstampedOrder): Promise<OrderAnswer> {
    const { attendance, campaignId, floor } = this.#parts;
    const at = floor.now();
    if (!('agentId' in order)) return placeOrder(floor.engine, { ...order, campaignId, at });
    // Named with their campaign, orders of agents who work elsewhere or nowhere are rejected, not lost.
    const answer = await floor.agentOrders.give({ ...order, campaignId, at });
    if (order.type === 'agent.login' && answer.accepted) {
      const { type: _type, ...login } = order;
      attendance.note(login);
    }
    return answer;
  }

  /** Puts on record who gave an order. The engine records what the order did, but not for whom. */
  #noteAuthor(order: UnstampedOrder, by: string): void {
    if (PROGRAMS.has(by) && !AUTHORED.test(order.type)) return;
    const { campaignId, floor, journal } = this.#parts;
    const agent = 'agentId' in order ? { agentId: order.agentId } : {};
    journal.audit({
      campaignId,
      kind: 'order.given',
      detail: { order: order.type, by, ...agent },
      at: floor.now(),
    });
  }
}
