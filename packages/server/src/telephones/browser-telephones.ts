/** Agents' telephones in the browser: who has one, their accounts at Asterisk, and when those end. */
import { readOpenSessions, type Store } from '@outdial/store';
import type { BrowserAccount, BrowserAccountRefusal, BrowserStations } from 'outdial';

/** What the telephones need. */
export interface BrowserTelephonesParts {
  readonly stations: BrowserStations;
  readonly store: Store;
  /** Whether a campaign names a station for somebody: they have a telephone on their desk. */
  readonly hasOwnStation: (agentId: string) => boolean;
}

/** How often it is looked whose session has ended. */
const LOOK_EVERY_MS = 60_000;

/** The telephones in the browsers of a floor's agents. */
export class BrowserTelephones {
  readonly #parts: BrowserTelephonesParts;
  /** The session in which each agent's account was made. */
  readonly #sessions = new Map<string, string>();
  readonly #timer: NodeJS.Timeout;

  constructor(parts: BrowserTelephonesParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.#closeEnded(), LOOK_EVERY_MS).unref();
  }

  /** Addresses that the pages may connect to. */
  get urls(): readonly string[] {
    return this.#parts.stations.urls;
  }

  /** Where the leg of somebody is called who has their telephone in the browser; null: they have not. */
  stationOf(agentId: string): string | null {
    const { hasOwnStation, stations } = this.#parts;
    return hasOwnStation(agentId) ? null : stations.stationOf(agentId);
  }

  /** False: the station is another person's browser. */
  mayUse(agentId: string, station: string): boolean {
    const { stations } = this.#parts;
    return stations.stationOf(agentId) === station || !stations.isBrowser(station);
  }

  /** Makes an account for the page that a person has opened; one of a former page is refused from then on. */
  async open(agentId: string, sessionHash: string): Promise<BrowserAccount | BrowserAccountRefusal> {
    const opened = await this.#parts.stations.open(agentId);
    if (!('refusal' in opened)) this.#sessions.set(agentId, sessionHash);
    return opened;
  }

  /** Ends the account of somebody who has logged out. */
  async close(agentId: string): Promise<void> {
    if (this.#sessions.delete(agentId)) await this.#parts.stations.close(agentId);
  }

  /** Ends. Accounts stay: an open page lives through a restart of the server. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#parts.stations.end();
  }

  /** Sessions also end by themselves, and with their account. */
  async #closeEnded(): Promise<void> {
    const asked = [...this.#sessions];
    const open = await readOpenSessions(
      this.#parts.store,
      asked.map(([, hash]) => hash),
    ).catch(() => null);
    if (open === null) return;
    for (const [agentId, hash] of asked)
      if (!open.has(hash) && this.#sessions.get(agentId) === hash) await this.close(agentId);
  }
}
