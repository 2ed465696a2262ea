/** Keeps the documents of the stream as the floor is: at once after events, and every second for figures. */
import { isoInstant, type AgentView, type CallView, type CampaignEvent } from '@outdial/core';
import { readAttempts, readKillSwitch, type AttemptRecord, type KillSwitch } from '@outdial/store';
import type { Dialer } from 'outdial';
import type { z } from 'zod';
import { WATCHERS } from '../accounts/roles.js';
import type * as schemas from '../api/schemas.js';
import type { ServerParts } from '../api/server-parts.js';
import {
  describeAgent,
  describeCall,
  describeCampaign,
  describeDesk,
  describeNoCalls,
  type DeskDocument,
  type RefusedCallback,
} from './describe.js';
import { ConversationNotes } from './conversation-notes.js';
import { ToldExplanations } from './told-explanations.js';
import { describeParked } from './describe-conversation.js';
import type { Audience, Hub } from './hub.js';
import { instantOrNull } from './instants.js';

const BOARD = { roles: WATCHERS } as const;
const EVERYBODY = { roles: [...WATCHERS, 'agent'] } as const;
const FIGURES_EVERY_MS = 1_000;
/** A store that owes an answer for so long is said to be silent. */
const SILENT_AFTER_MS = 3_000;
/** Earlier calls of a lead that the desk shows. */
const HISTORY_SHOWN = 8;

/** Earlier calls of the lead at a desk; undefined while they are read. */
interface History {
  readonly leadId: string;
  calls: readonly AttemptRecord[] | undefined;
}

/** The calls of a campaign by attempt, and those who wait parked. */
interface CampaignCalls {
  readonly calls: ReadonlyMap<string, CallView>;
  readonly parked: DeskDocument['parked'];
  readonly noCalls: DeskDocument['noCalls'];
}

/** Documents: 'floor', 'unusable', 'campaign/<id>', 'agent/<id>', 'call/<attempt>', 'desk/<agent>'. */
export class FloorDocuments {
  readonly #parts: ServerParts;
  readonly #hub: Hub;
  readonly #silentAfterMs: number;
  readonly #stops: (() => void)[] = [];
  /** Ids that events named since people were described last, by campaign. */
  readonly #changed = new Map<string, Set<string>>();
  /** By agent. */
  readonly #histories = new Map<string, History>();
  /** Keys of each campaign's agents and calls as they were described last. */
  readonly #described = new Map<string, ReadonlySet<string>>();
  /** What each agent and call looked like then, and what all desks of a campaign show, by key. */
  readonly #looks = new Map<string, string>();
  /** By the agent who asked for them; each is about one call. */
  readonly #refusedCallbacks = new Map<string, RefusedCallback & { readonly attemptId: string }>();
  readonly #notes = new ConversationNotes();
  readonly #explanations = new ToldExplanations();
  #isScheduled = false;
  /** Null until the store has answered once. */
  #killSwitch: KillSwitch | null = null;
  /** When the question under way was put to the store, the floor's clock; null: none is. */
  #askedAt: number | null = null;
  /** Since when the store has not answered: the first question without an answer. */
  #unansweredSince: number | null = null;

  constructor(parts: ServerParts, hub: Hub, { silentAfterMs = SILENT_AFTER_MS } = {}) {
    this.#parts = parts;
    this.#hub = hub;
    this.#silentAfterMs = silentAfterMs;
    this.#stops.push(parts.floor.onAny((event) => this.#take(event)));
    const timer = setInterval(() => void this.refresh(), FIGURES_EVERY_MS);
    this.#stops.push(() => clearInterval(timer));
  }

  /** Brings every document up to date. */
  async refresh(): Promise<void> {
    const asked = this.#askStore();
    // Once the switch is known, nothing here waits for the store: figures are live while it is silent.
    if (this.#killSwitch === null) await asked;
    this.#describeFloor();
    for (const dialer of this.#parts.floor.campaigns()) {
      const campaign = this.#explanations.steady(describeCampaign(dialer));
      this.#hub.set(`campaign/${dialer.campaignId}`, campaign, BOARD);
      this.#describePeople(dialer, null);
    }
    this.#removeGone();
  }

  /** Ends. */
  close(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** Asks for the switch, unless the store still owes an answer. One that is silent leaves what was known. */
  async #askStore(): Promise<void> {
    if (this.#askedAt !== null) return;
    const { floor, store } = this.#parts;
    const askedAt = floor.now();
    this.#askedAt = askedAt;
    const killSwitch = await readKillSwitch(store).catch(() => null);
    this.#askedAt = null;
    if (killSwitch === null) {
      this.#unansweredSince ??= askedAt;
      return;
    }
    this.#unansweredSince = null;
    const isTurned = killSwitch.on !== this.#killSwitch?.on || killSwitch.reason !== this.#killSwitch.reason;
    this.#killSwitch = killSwitch;
    if (isTurned) this.#describeFloor();
  }

  /** Since when the store does not answer, the floor's clock; null: it does, or is asked a moment only. */
  #storeSilentSince(): number | null {
    const since = this.#unansweredSince ?? this.#askedAt;
    return since !== null && this.#parts.floor.now() - since >= this.#silentAfterMs ? since : null;
  }

  #describeFloor(): void {
    if (this.#killSwitch === null) return;
    const { floor, simulated, isDraining, places, served } = this.#parts;
    const { on, reason } = this.#killSwitch;
    const document: z.input<typeof schemas.floor> = {
      simulated,
      draining: isDraining(),
      storeSilentSince: instantOrNull(this.#storeSilentSince()),
      telephonyDownSince: instantOrNull(floor.telephonyDownSince),
      telephonyTroubles: floor.telephonyTroubles.map(({ text, since }) => ({
        text,
        since: isoInstant(since),
      })),
      killSwitch: { on, reason },
      nodes: [...places()].map((place) => ({ ...place, runs: [...place.runs] })),
    };
    this.#hub.set('floor', document, EVERYBODY);
    this.#hub.set('unusable', { campaigns: served.unusable() }, BOARD);
  }

  #take(event: CampaignEvent): void {
    this.#notes.take(event);
    if (event.type === 'callback.refused')
      this.#refusedCallbacks.set(event.agentId, {
        attemptId: event.attemptId,
        text: [...new Set(event.refusals.map(({ message }) => message))].join(' '),
        nextAllowedAt: event.nextAllowedAt === null ? null : isoInstant(event.nextAllowedAt),
      });
    const named = this.#changed.get(event.campaignId) ?? new Set();
    this.#changed.set(event.campaignId, named);
    for (const value of Object.values(event)) if (typeof value === 'string') named.add(value);
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    // After the turn in which the engine handles what came together: one description of what came of it.
    setImmediate(() => this.#describeChanged());
  }

  #describeChanged(): void {
    this.#isScheduled = false;
    const changed = [...this.#changed];
    this.#changed.clear();
    for (const [campaignId, named] of changed) {
      const dialer = this.#parts.floor.campaign(campaignId);
      if (dialer) this.#describePeople(dialer, named);
    }
  }

  /** `named`: ids of agents and calls of which something was told; others are described if they look new. */
  #describePeople(dialer: Dialer, named: ReadonlySet<string> | null): void {
    const { campaignId } = dialer;
    const agents = dialer.agents();
    const calls = new Map(dialer.calls().map((call) => [call.attemptId, call]));
    const parked = describeParked(calls.values());
    const noCalls = agents.length === 0 ? null : describeNoCalls(dialer.explain());
    const isAll =
      this.#looksNew(`campaign/${campaignId}`, JSON.stringify([parked, noCalls])) || named === null;
    const present = new Set<string>();
    const set = (key: string, audience: Audience, describe: (() => unknown) | null): void => {
      present.add(key);
      if (describe) this.#hub.set(key, describe(), audience);
    };
    for (const view of agents) {
      const { agentId, attemptId } = view;
      const isNamed = isAll || named.has(agentId) || (attemptId !== null && named.has(attemptId));
      const isNew = this.#looksNew(`agent/${agentId}`, lookOfAgent(view)) || isNamed;
      const desk = (): DeskDocument => this.#deskOf(dialer, view, { calls, parked, noCalls });
      set(`desk/${agentId}`, { roles: [], agentId }, isNew ? desk : null);
      set(`agent/${agentId}`, BOARD, isNew ? () => describeAgent(view) : null);
    }
    for (const call of calls.values()) {
      const key = `call/${call.attemptId}`;
      const isNew = this.#looksNew(key, lookOfCall(call)) || isAll || named.has(call.attemptId);
      set(key, BOARD, isNew ? () => describeCall(call) : null);
    }

    for (const key of this.#described.get(campaignId) ?? [])
      if (!present.has(key) && !this.#isElsewhere(key, campaignId)) this.#remove(key);
    this.#described.set(campaignId, present);
  }

  /** Whether something looks otherwise than at the description before. */
  #looksNew(key: string, look: string): boolean {
    const isNew = this.#looks.get(key) !== look;
    if (isNew) this.#looks.set(key, look);
    return isNew;
  }

  #remove(key: string): void {
    this.#looks.delete(key);
    this.#hub.remove(key);
  }

  /** A campaign that was taken off the floor leaves the board, with its agents and calls. */
  #removeGone(): void {
    for (const [campaignId, keys] of this.#described) {
      if (this.#parts.floor.campaign(campaignId)) continue;
      this.#described.delete(campaignId);
      this.#explanations.forget(campaignId);
      this.#remove(`campaign/${campaignId}`);
      for (const key of keys) if (!this.#isElsewhere(key, campaignId)) this.#remove(key);
    }
  }

  #deskOf(dialer: Dialer, view: AgentView, { calls, parked, noCalls }: CampaignCalls): DeskDocument {
    const { agentId, attemptId, lead } = view;
    if (lead === null) this.#refusedCallbacks.delete(agentId);
    return describeDesk(dialer, view, {
      call: attemptId === null ? undefined : calls.get(attemptId),
      history: this.#historyOf(dialer, agentId, lead?.leadId),
      callbackRefused: this.#refusedOf(agentId, attemptId),
      parked,
      notes: this.#notes,
      noCalls,
    });
  }

  /** What the law said of the callback of the call at a desk: the next call may come before this is told. */
  #refusedOf(agentId: string, attemptId: string | null): RefusedCallback | null {
    const refused = this.#refusedCallbacks.get(agentId);
    if (refused === undefined || refused.attemptId !== attemptId) return null;
    const { text, nextAllowedAt } = refused;
    return { text, nextAllowedAt };
  }

  /** Earlier calls of the lead at a desk, read once; the desk is described again when they are there. */
  #historyOf(dialer: Dialer, agentId: string, leadId: string | undefined): History['calls'] {
    if (leadId === undefined) {
      this.#histories.delete(agentId);
      return undefined;
    }
    const known = this.#histories.get(agentId);
    if (known?.leadId === leadId) return known.calls;
    const history: History = { leadId, calls: undefined };
    this.#histories.set(agentId, history);
    void earlierCalls(dialer, leadId).then(
      (calls) => {
        history.calls = calls;
        this.#describePeople(dialer, new Set([agentId]));
      },
      // The next description asks again.
      () => this.#histories.delete(agentId),
    );
    return undefined;
  }

  /** An agent who moved to another campaign keeps their documents. */
  #isElsewhere(key: string, campaignId: string): boolean {
    const [kind, agentId = ''] = key.split('/');
    if (kind === 'call') return false;
    const present = this.#parts.floor.campaignOf(agentId)?.campaignId;
    return present !== undefined && present !== campaignId;
  }
}

/** What tells whether an agent's documents are as they were, unless an event names them. */
function lookOfAgent({ state, since, code, next, legUp, attemptId, lead, watching }: AgentView): string {
  return [
    state,
    since,
    code,
    next,
    legUp,
    attemptId,
    lead?.leadId,
    watching?.watchedId,
    watching?.how,
  ].join();
}

function lookOfCall({ stage, agentId, answeredAt, connectedAt }: CallView): string {
  return [stage, agentId, answeredAt, connectedAt].join();
}

/** The last calls to a lead that have ended, newest first. */
async function earlierCalls(dialer: Dialer, leadId: string): Promise<readonly AttemptRecord[]> {
  const calls: AttemptRecord[] = [];
  for await (const record of readAttempts(dialer.store, { leadId }))
    if (record.endedAt !== null) calls.push(record);
  return calls.slice(-HISTORY_SHOWN).reverse();
}
