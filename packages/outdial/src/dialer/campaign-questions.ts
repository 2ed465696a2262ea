/** Answers why a campaign places no call, whether a number or a lead may be called, and when. */
import { defined, type CallRefusal } from '@outdial/core';
import { countPlaces, filterTakes, type ListedLead } from '@outdial/store';
import { checkNumber, readKnownOfNumber, type NumberCheck } from '../gate/check-number.js';
import type { CampaignFigures } from './campaign-figures.js';
import type { DialerParts } from './dialer-parts.js';
import { explainObstacles, ObstacleLooks, type ExplainFacts, type Explanation } from './explain.js';
import { foreseenObstacles } from './explain-at.js';
import { explainLead, sentenceOf, type LeadExplanation } from './explain-lead.js';
import { callsLeft, callsLeftText } from './waits-for.js';
import { nextWindowChange, type WindowChange } from './next-window.js';

/** What the law would say of a callback that is not agreed yet. */
export interface ForeseenCallback {
  readonly allowed: boolean;
  /** Why not, in sentences; empty where it is allowed. */
  readonly text: string;
  /** Epoch ms; null: waiting does not cure it, or it is allowed. */
  readonly nextAllowedAt: number | null;
  /** Zones in which the called party may live, IANA names. */
  readonly timeZones: readonly string[];
}

/** Answers questions about a campaign. None of them changes it or places a call. */
export class CampaignQuestions {
  readonly #parts: DialerParts;
  readonly #figures: CampaignFigures;
  readonly #looks = new ObstacleLooks();

  constructor(parts: DialerParts, figures: CampaignFigures) {
    this.#parts = parts;
    this.#figures = figures;
  }

  /** Why no call can be placed now. */
  explainNow(): Explanation {
    const { settings } = this.#figures;
    const { supply, abandonment } = this.#figures.statistics();
    const waitsFor = callsLeftText(callsLeft(this.#figures.calls()));
    const facts = { at: this.#now(), settings, supply, abandonment, waitsFor, ...this.#places() };
    return explainObstacles(this.#figures.obstacles(), facts, this.#looks);
  }

  /** What can be known now of an instant to come, `at` in epoch ms. An instant that has passed is now. */
  async explainAt(at: number): Promise<Explanation> {
    if (this.#figures.areLast || at <= this.#now()) return this.explainNow();
    const { settings } = this.#figures;
    const { schedule = null } = settings;
    const supply = await this.#parts.records.surveyAt({
      at,
      agentIds: this.#figures.agents().map(({ agentId }) => agentId),
      ...defined({ onlyNumbers: settings.live ? undefined : settings.allowList }),
    });
    const obstacles = foreseenObstacles(this.#figures.obstacles(), { supply, schedule }, at);
    const { abandonment } = this.#figures.statistics();
    return explainObstacles(obstacles, { at, settings, supply, abandonment, ...this.#places() });
  }

  /** The next change of the calling hours of the campaign's leads; null: none within a day. */
  async nextWindowChange(): Promise<WindowChange | null> {
    const { store, campaign, law } = this.#parts;
    const { schedule = null } = this.#figures.settings;
    const places = await countPlaces(
      store,
      campaign.file.lists.map(({ id }) => id),
    );
    return nextWindowChange(
      { places, windowOf: law.windowOf, schedule, now: this.#now(), ...this.#places() },
      async (at) => (await this.explainAt(at)).dialable,
    );
  }

  /** Whether a number (E.164) may be called at an instant (epoch ms), and why not. */
  async check(phone: string, at: number): Promise<NumberCheck> {
    const { store, campaign, flows, law } = this.#parts;
    const known = await readKnownOfNumber(store, { phone, campaignId: campaign.file.id, at });
    return checkNumber({ file: campaign.file, flows, law }, known, { ...known.facts, phone }, at);
  }

  /** Whether the party of a call may be called back at an instant (epoch ms); undefined: no such call. */
  async foreseeCallback(attemptId: string, at: number): Promise<ForeseenCallback | undefined> {
    const phone = this.#figures.calls().find((call) => call.attemptId === attemptId)?.phone;
    if (phone === undefined) return undefined;
    const { allowed, nextAllowedAt, refusals } = await this.#parts.records.foreseeCallback({ attemptId, at });
    const { timeZones } = await this.check(phone, at);
    return { allowed, nextAllowedAt, timeZones, text: textOf(refusals) };
  }

  /** Whether a callback that was promised could be placed to a number (E.164) at an instant (epoch ms). */
  async foreseeMovedCallback(phone: string, at: number): Promise<ForeseenCallback> {
    const { store, campaign, flows, law } = this.#parts;
    // As it is dialed: an agent is free for it, whatever the campaign's mode.
    const file = { ...campaign.file, mode: 'progressive' as const };
    const known = await readKnownOfNumber(store, { phone, campaignId: file.id, at });
    const found = checkNumber({ file, flows, law }, known, { ...known.facts, phone }, at);
    const { allowed, nextAllowedAt, timeZones, refusals, interlock } = found;
    const own = found.store === null ? '' : `${sentenceOf(found.store)}.`;
    const text = textOf([...refusals, ...(interlock === null ? [] : [interlock])]);
    return { allowed, nextAllowedAt, timeZones, text: [text, own].filter(Boolean).join(' ') };
  }

  /** Why a lead is not dialed now. */
  async explainLead(lead: ListedLead): Promise<LeadExplanation> {
    const { store, records, campaign } = this.#parts;
    const { filter } = records.selection;
    const at = this.#now();
    const phone = lead.phones.find(({ open }) => open)?.phone;
    const check = phone === undefined ? null : await this.check(phone, at);
    const isTaken = !filter || (await filterTakes(store, { filter, leadId: lead.leadId, at }));
    const passedBy = isTaken ? null : filter.text;
    return explainLead({
      lead,
      check,
      campaign: this.explainNow(),
      passedBy,
      timeZone: campaign.file.timeZone,
    });
  }

  /** The dialer's time, epoch ms. */
  #now(): number {
    return this.#parts.floor.now();
  }

  /** The agency's zone, the zones of places as explanations name them, and what has ended. */
  #places(): Pick<ExplainFacts, 'zonesOf' | 'timeZone' | 'ended'> {
    const { law, campaign } = this.#parts;
    return { zonesOf: law.zonesOf, timeZone: campaign.file.timeZone, ended: law.held.sentences() };
  }
}

/** Several rules may say the same of an hour: once is enough. */
function textOf(refusals: readonly CallRefusal[]): string {
  return [...new Set(refusals.map(({ message }) => message))].join(' ');
}
