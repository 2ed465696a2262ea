/**
 * One lead queue and one journal for the engine, made of those of its campaigns: each command goes to its
 * own.
 */
import type { Journal, LeadQueue } from '@outdial/core';
import type { WorkUnderWay } from '@outdial/store';
import type { Records } from '../records/records.js';

/** The records of every campaign on one engine. Commands of campaigns that have left are dropped. */
export class CampaignPorts {
  readonly #records = new Map<string, Records>();
  /** Of campaigns that have left, until they have ended. */
  readonly #leaving = new Set<Records>();
  readonly leads: LeadQueue = {
    claim: (command) => this.#of(command)?.leads.claim(command),
    release: (command) => this.#of(command)?.leads.release(command),
    survey: (command) => this.#of(command)?.leads.survey(command),
  };
  readonly journal: Journal = {
    open: (command) => this.#of(command)?.journal.open(command),
    openInbound: (command) => this.#of(command)?.journal.openInbound(command),
    mark: (command) => this.#of(command)?.journal.mark(command),
    learn: (command) => this.#of(command)?.journal.learn(command),
    close: (command) => this.#of(command)?.journal.close(command),
    recover: (command) => this.#of(command)?.journal.recover(command),
    checkCallback: (command) => this.#of(command)?.journal.checkCallback(command),
    audit: (command) => this.#of(command)?.journal.audit(command),
  };

  add(campaignId: string, records: Records): void {
    this.#records.set(campaignId, records);
  }

  /** Forgets a campaign and ends its records. */
  async remove(campaignId: string): Promise<void> {
    const records = this.#records.get(campaignId);
    if (!records) return;
    await records.idle();
    this.#leaving.add(records);
    this.#records.delete(campaignId);
    await records.close();
    this.#leaving.delete(records);
  }

  /** Ends the records of every campaign, once its last answer has come. */
  async close(): Promise<void> {
    for (const campaignId of [...this.#records.keys()]) await this.remove(campaignId);
  }

  /** What the journals are still writing. */
  underWay(): readonly WorkUnderWay[] {
    return [...this.#records.values(), ...this.#leaving].flatMap((records) => records.underWay());
  }

  /** Resolves when no campaign has an answer outstanding; undefined when that is so already. */
  idle(): Promise<void> | undefined {
    return this.#outstanding() === undefined ? undefined : this.#settled();
  }

  async #settled(): Promise<void> {
    for (let due = this.#outstanding(); due; due = this.#outstanding()) await due;
  }

  #outstanding(): Promise<void> | undefined {
    for (const records of this.#records.values()) {
      const due = records.idle();
      if (due) return due;
    }
    return undefined;
  }

  #of({ campaignId }: { readonly campaignId: string }): Records | undefined {
    return this.#records.get(campaignId);
  }
}
