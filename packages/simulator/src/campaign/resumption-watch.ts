/** Watches a run after its faults: a campaign that can dial, and does not, has not come back from them. */
import type { CampaignSettings, OrderFact, Unstamped } from '@outdial/core';
import { isInOwnHours } from '../audit/own-hours.js';
import type { IdleSpan } from '../audit/audit-input.js';
import type { CarrierLog } from '../carrier/carrier-log.js';
import type { VirtualClock } from '../clock/virtual-clock.js';
import type { Disk } from '../memory-store/disk.js';
import { isOpenHour, lawAt, type LawFrom } from './plain-gate.js';

const LOOK_EVERY_MS = 10_000;
/** So many leads that nobody has called leave no doubt that one of them may be called now. */
const LEADS_ENOUGH = 10;
/** Modes that place calls without anybody's click. */
const BY_ITSELF: ReadonlySet<string> = new Set(['progressive', 'power', 'predictive', 'agentless']);

/** What the watch looks at: store, carrier and people, never the engine. */
export interface ResumptionParts {
  readonly clock: VirtualClock;
  readonly disk: Disk;
  readonly log: CarrierLog;
  readonly laws: readonly LawFrom[];
  readonly wallOffset: () => number;
  /** The clock of the dialing process, by which it says when a lead is dialable again. */
  readonly processNow: () => number;
  readonly settings: () => readonly CampaignSettings[];
  /** Agents of a campaign who have been ready on their screens for a while. */
  readonly readyAgents: (campaignId: string) => number;
  /** Whether agents take the calls of several campaigns. */
  readonly sharesAgents: boolean;
}

/** Looks every ten seconds which campaigns could dial. */
export class ResumptionWatch {
  readonly #parts: ResumptionParts;
  readonly #paused = new Set<string>();
  /** Campaigns that could dial at every look. */
  #able: Set<string> | null = null;

  constructor(parts: ResumptionParts) {
    this.#parts = parts;
  }

  /** Notes an order: a campaign that was paused by one is not expected to dial. */
  noteOrder(order: Unstamped<OrderFact, 'at'>): void {
    if (order.type === 'campaign.pause') this.#paused.add(order.campaignId);
    if (order.type === 'campaign.resume') this.#paused.delete(order.campaignId);
  }

  /** Runs the clock to `until` with its looks. Answers who could dial all the time. */
  watch(until: number): readonly IdleSpan[] {
    const { clock } = this.#parts;
    const from = clock.now();
    while (clock.now() < until) {
      this.#look();
      clock.run({ until: Math.min(until, clock.now() + LOOK_EVERY_MS) });
    }
    this.#look();
    return [...(this.#able ?? [])].map((campaignId) => ({ campaignId, from, to: until }));
  }

  #look(): void {
    const able = this.#parts
      .settings()
      .filter((settings) => this.#canDial(settings))
      .map(({ campaignId }) => campaignId);
    this.#able = new Set(able.filter((campaignId) => this.#able?.has(campaignId) ?? true));
  }

  #canDial(settings: CampaignSettings): boolean {
    const { clock, laws, log, readyAgents, wallOffset } = this.#parts;
    const { campaignId, mode, inbound, lines, schedule } = settings;
    const at = clock.now() + wallOffset();
    // A caller takes a line, too.
    const calls = [...log.calls, ...log.callers.flatMap(({ call }) => call ?? [])];
    const inProgress = calls.filter((call) => call.campaignId === campaignId && call.endedAt === undefined);
    return (
      BY_ITSELF.has(mode) &&
      !this.#paused.has(campaignId) &&
      inbound?.work !== 'inbound' &&
      isOpenHour(lawAt(laws, at), at) &&
      isInOwnHours(schedule, at) &&
      inProgress.length < lines &&
      (mode === 'agentless' || readyAgents(campaignId) > this.#wantedByOthers(campaignId)) &&
      this.#hasLeads(campaignId)
    );
  }

  /** Agents for whom campaigns that share them have calls ringing: those of an agentless one want none. */
  #wantedByOthers(campaignId: string): number {
    const { sharesAgents, settings, log } = this.#parts;
    if (!sharesAgents) return 0;
    const others = new Set(
      settings().flatMap((other) =>
        other.campaignId === campaignId || other.mode === 'agentless' ? [] : [other.campaignId],
      ),
    );
    return log.calls.filter(
      (call) => others.has(call.campaignId) && call.answeredAt === undefined && call.endedAt === undefined,
    ).length;
  }

  /** Leads that anybody may take, of people whom nobody has called. */
  #hasLeads(campaignId: string): boolean {
    const { disk, processNow } = this.#parts;
    const now = processNow();
    let found = 0;
    for (const listId of disk.lists.get(campaignId) ?? []) {
      for (const { lead, status, claim, nextDialableAt } of disk.leadsByList.get(listId) ?? []) {
        const isFree = status === 'open' && claim === null && (nextDialableAt ?? Infinity) <= now;
        if (!isFree || lead.skills.length > 0 || lead.ownerAgentId !== undefined) continue;
        if (!disk.history.has(lead.personId)) found += 1;
        if (found >= LEADS_ENOUGH) return true;
      }
    }
    return false;
  }
}
