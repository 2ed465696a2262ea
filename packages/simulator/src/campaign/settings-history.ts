/** The settings of the campaigns of a simulated run, with the instants from which they were in force. */
import type { CampaignChanges, CampaignSettings } from '@outdial/core';
import type { SettingsFrom } from '../audit/audit-input.js';

/** Settings by campaign, in the order of time: the auditor judges each call by those of its instant. */
export class SettingsHistory {
  readonly #byCampaign = new Map<string, SettingsFrom[]>();

  get byCampaign(): ReadonlyMap<string, readonly SettingsFrom[]> {
    return this.#byCampaign;
  }

  campaigns(): readonly string[] {
    return [...this.#byCampaign.keys()];
  }

  /** The campaign's settings from the start of the run. */
  begin(settings: CampaignSettings, at: number): void {
    this.#byCampaign.set(settings.campaignId, [{ from: at, settings }]);
  }

  /** The settings that are in force now. */
  of(campaignId: string): CampaignSettings {
    const last = this.#byCampaign.get(campaignId)?.at(-1);
    if (!last) throw new RangeError(`simulation: there is no campaign ${campaignId}`);
    return last.settings;
  }

  change(campaignId: string, changes: CampaignChanges, at: number): void {
    this.#byCampaign.get(campaignId)?.push({ from: at, settings: { ...this.of(campaignId), ...changes } });
  }
}
