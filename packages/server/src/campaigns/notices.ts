/** What is said of campaigns to the person who started the server: of many that say the same, once. */
import { countText } from '@outdial/core';

/** Campaigns that a line names. */
const NAMED = 3;

/** Says notices of campaigns; while campaigns are opened together, each text once with whom it is about. */
export class Notices {
  readonly #say: (line: string) => void;
  /** Campaigns by text, while they are gathered. */
  #gathered: Map<string, string[]> | null = null;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /** Takes a notice of a campaign. */
  tell(campaignId: string, text: string): void {
    const gathered = this.#gathered;
    if (gathered === null) this.#say(`${campaignId}: ${text}`);
    else gathered.set(text, [...(gathered.get(text) ?? []), campaignId]);
  }

  /** Gathers what comes of this work, and says it at its end, also where the work fails. */
  async gather(work: () => Promise<void>): Promise<void> {
    const gathered = new Map<string, string[]>();
    this.#gathered = gathered;
    try {
      await work();
    } finally {
      this.#gathered = null;
      for (const [text, campaigns] of gathered) this.#say(`${namesOf(campaigns)}: ${text}`);
    }
  }
}

/** 'a', 'a, b, c', 'a, b, c and 197 more campaigns'. */
function namesOf(campaigns: readonly string[]): string {
  const more = campaigns.length - NAMED;
  const named = campaigns.slice(0, NAMED).join(', ');
  return more > 0 ? `${named} and ${countText(more)} more ${more === 1 ? 'campaign' : 'campaigns'}` : named;
}
