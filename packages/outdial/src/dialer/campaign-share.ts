/**
 * The share of one dialer in a campaign that several dialers work: it keeps to its part of the limits, takes
 * up what dead shares leave, and does what was ordered at any of them.
 */
import { faultText, type CampaignChanges, type CampaignRunState } from '@outdial/core';
import {
  orderSpread,
  readSpreadOrders,
  WHOLE_PART,
  type HeldPart,
  type SpreadOrder,
  type SpreadOrders,
  type Store,
} from '@outdial/store';
import type { Records } from '../records/records.js';
import type { UnstampedOrder } from './order-entry.js';
import type { OrderAnswer } from './orders.js';

/** How often a dialer looks how the other shares stand and what was ordered, ms. */
const LOOK_EVERY_MS = 500;

/** Settings that are divided among the shares. */
interface Divided {
  readonly lines: number;
  readonly callsPerSecond: number;
}

/** What a dialer says of its share. */
export interface ShareView {
  /** From 1. */
  readonly number: number;
  /** Dialers that may work the campaign at once. */
  readonly of: number;
  /** Dialers that do, this one included. */
  readonly atWork: number;
  /** What this one may use of lines and calls a second (0..1). */
  readonly part: number;
  /** Lines of the whole campaign. */
  readonly lines: number;
  /** Calls a second of the whole campaign. */
  readonly callsPerSecond: number;
}

/** What a share needs. */
export interface CampaignShareParts {
  readonly campaignId: string;
  /** Dialers that may work the campaign at once: 2 or more. */
  readonly shares: number;
  /** Limits of the whole campaign at the start. */
  readonly whole: Divided;
  readonly store: Store;
  readonly holdPart: NonNullable<Records['holdPart']>;
  /** Gives an order to this dialer alone. */
  readonly give: (order: UnstampedOrder) => Promise<OrderAnswer>;
  readonly state: () => CampaignRunState;
  /** Calls that have a line, or are about to. */
  readonly calls: () => number;
  readonly onFault: (detail: string) => void;
}

/** Orders that are for every dialer of the campaign, and the state they leave it in. */
const STATES: Readonly<Record<string, SpreadOrder['state']>> = {
  'campaign.pause': 'paused',
  'campaign.resume': 'running',
  'campaign.stop': 'stopped',
  'campaign.halt': 'halted',
};

const AT_WORK: ReadonlySet<CampaignRunState> = new Set(['running', 'paused', 'recovering']);

/** The share of one dialer. */
export class CampaignShare {
  readonly #parts: CampaignShareParts;
  #whole: Divided;
  #held: HeldPart | null = null;
  /** What the engine keeps to, in units of `WHOLE_PART`. */
  #applied = 0;
  #orders: SpreadOrders | null = null;
  /** Orders of this dialer that are not in the store yet. */
  readonly #unsaid: SpreadOrder[] = [];
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> | undefined;
  #isOver = false;
  #hasRun = false;
  /** An order of this dialer to end the campaign is on its way. */
  #isEnding = false;
  /** The last look failed, and that was reported. */
  #isBlind = false;

  constructor(parts: CampaignShareParts) {
    this.#parts = parts;
    this.#whole = parts.whole;
  }

  /** How this share stands; null: it has none now. */
  get view(): ShareView | null {
    if (!this.#held) return null;
    const { share, living } = this.#held;
    const part = this.#applied / WHOLE_PART;
    return { number: share + 1, of: this.#parts.shares, atWork: living, part, ...this.#whole };
  }

  /** Whether an order ended the campaign, wherever it was given. */
  get isEnded(): boolean {
    return this.#isEnding || this.#orders?.state === 'stopped' || this.#orders?.state === 'halted';
  }

  /**
   * Once the share is reserved: takes what was ordered, and waits until the others have left at least a line.
   */
  async begin(): Promise<void> {
    this.#orders = await readSpreadOrders(this.#parts.store, this.#parts.campaignId);
    await this.#takeChanges(this.#orders);
    while (!this.#isOver) {
      await this.#settlePart();
      if (this.#linesOf(this.#applied) >= 1) break;
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS).unref());
    }
    this.#timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  /** The campaign runs here. The first time it is paused before its first call, where it was paused. */
  runs(): void {
    const isFirst = !this.#hasRun;
    this.#hasRun = true;
    if (isFirst && this.#orders?.state === 'paused') void this.#follow(this.#orders);
  }

  /** Looks now how the other shares stand, and what was ordered. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .then(() => {
        this.#isBlind = false;
      })
      .catch((error: unknown) => {
        if (!this.#isBlind) this.#parts.onFault(`share: ${faultText(error)}`);
        this.#isBlind = true;
      })
      .finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  /** Ends looking. The share itself ends with its lease. */
  async end(): Promise<void> {
    this.#isOver = true;
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Why an order cannot be followed in a campaign that is spread; null: it can. */
  refusalOf(order: UnstampedOrder): OrderAnswer | null {
    const { shares } = this.#parts;
    const because = `the campaign is spread over up to ${shares} nodes (dialing.nodes)`;
    if (/^(agent|supervisor)\./.test(order.type))
      return { accepted: false, code: 'campaign-state', reason: `${because}: no agent works for it` };
    if (order.type !== 'campaign.configure') return null;
    const { mode = 'agentless', lines = shares, callsPerSecond = shares } = order.changes;
    const reason =
      mode !== 'agentless'
        ? `${because}, which only agentless mode can be`
        : Math.min(lines, callsPerSecond) < shares
          ? `${because}: lines and calls a second must be ${shares} at least`
          : null;
    return reason === null ? null : { accepted: false, code: 'settings-conflict', reason };
  }

  /** The order as this dialer takes it: of divided limits it gets its part. */
  ownPartOf(order: UnstampedOrder): UnstampedOrder {
    if (order.type !== 'campaign.configure') return order;
    return { ...order, changes: this.#ownPartOf(order.changes) };
  }

  /** An order is about to be given here; `isOver`: it was rejected. */
  intends(order: UnstampedOrder, isOver: boolean = false): void {
    const state = STATES[order.type];
    this.#isEnding = !isOver && (state === 'stopped' || state === 'halted');
  }

  /** An order was accepted here: it is for every dialer of the campaign. Resolves once it is in the store. */
  async publish(order: UnstampedOrder, author: string): Promise<void> {
    const { campaignId } = this.#parts;
    const state = STATES[order.type];
    const reason = 'reason' in order && order.reason !== undefined ? { reason: order.reason } : {};
    if (state !== undefined) this.#unsaid.push({ campaignId, author, state, ...reason });
    else if (order.type === 'campaign.configure') {
      this.#noteWhole(order.changes);
      this.#unsaid.push({ campaignId, author, changes: { ...order.changes } });
    } else return;
    await this.#looking;
    await this.look();
  }

  async #look(): Promise<void> {
    if (this.#isOver) return;
    await this.#say();
    const orders = await readSpreadOrders(this.#parts.store, this.#parts.campaignId);
    if (orders && orders.version !== this.#orders?.version) {
      await this.#takeChanges(orders);
      await this.#follow(orders);
    }
    if (AT_WORK.has(this.#parts.state())) await this.#settlePart();
  }

  async #say(): Promise<void> {
    for (let next = this.#unsaid[0]; next; next = this.#unsaid[0]) {
      const known = this.#orders?.version ?? 0;
      const orders = await orderSpread(this.#parts.store, next);
      this.#unsaid.shift();
      // What somebody else ordered between is taken by the look that follows.
      if (orders?.version === known + 1) this.#orders = orders;
    }
  }

  /** Settings that orders have changed at another dialer. */
  async #takeChanges(orders: SpreadOrders | null): Promise<void> {
    const changes = orders?.changes ?? {};
    const before = this.#orders === orders ? {} : (this.#orders?.changes ?? {});
    const isNew = ([name, value]: readonly [string, unknown]): boolean =>
      JSON.stringify(value) !== JSON.stringify(before[name]);
    const fresh: CampaignChanges = Object.fromEntries(Object.entries(changes).filter(isNew));
    if (Object.keys(fresh).length === 0) return;
    this.#noteWhole(fresh);
    await this.#parts.give({ type: 'campaign.configure', changes: this.#ownPartOf(fresh) });
  }

  /** Does what was ordered at another dialer. */
  async #follow(orders: SpreadOrders): Promise<void> {
    const { state, give } = this.#parts;
    this.#orders = orders;
    const reason = orders.reason ?? '';
    const run = state();
    if (orders.state === 'running' && run === 'paused') await give({ type: 'campaign.resume' });
    if (orders.state === 'paused' && run === 'running') await give({ type: 'campaign.pause', reason });
    if (orders.state === 'stopped' && AT_WORK.has(run)) await give({ type: 'campaign.stop' });
    if (orders.state === 'halted' && (AT_WORK.has(run) || run === 'draining'))
      await give({ type: 'campaign.halt', reason });
  }

  /**
   * Settles the part with the others. A smaller one is kept to before it is said, so that nobody has it
   * twice; a greater one is used once it is granted.
   */
  async #settlePart(): Promise<void> {
    const { calls, give, holdPart, shares } = this.#parts;
    const busy = Math.min(WHOLE_PART, Math.ceil((calls() / this.#whole.lines) * WHOLE_PART));
    const held = await holdPart({ applied: this.#applied, busy });
    if (!held) return;
    this.#held = held;
    if (held.stranger) {
      const other = `node '${held.stranger.node}' spreads it over another number of nodes than ${shares}`;
      await give({ type: 'campaign.halt', reason: `lease-lost: ${other}` });
      return;
    }
    const next = Math.min(held.target, held.part);
    if (next === this.#applied || this.#linesOf(next) < 1) return;
    this.#applied = next;
    await give({ type: 'campaign.configure', changes: this.#ownPartOf(this.#whole) });
  }

  #noteWhole({
    lines = this.#whole.lines,
    callsPerSecond = this.#whole.callsPerSecond,
  }: CampaignChanges): void {
    this.#whole = { lines, callsPerSecond };
  }

  #ownPartOf({ lines, callsPerSecond, ...changes }: CampaignChanges): CampaignChanges {
    if (this.#applied === 0) return changes;
    return {
      ...changes,
      ...(lines === undefined ? {} : { lines: Math.max(1, this.#linesOf(this.#applied, lines)) }),
      ...(callsPerSecond === undefined
        ? {}
        : { callsPerSecond: (callsPerSecond * this.#applied) / WHOLE_PART }),
    };
  }

  #linesOf(part: number, lines: number = this.#whole.lines): number {
    return Math.floor((lines * part) / WHOLE_PART);
  }
}
