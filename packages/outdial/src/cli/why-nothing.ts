/** Tells the person who watches a run why no call is placed: at the start, and while it lasts. */
import type { CampaignStatistics } from '@outdial/core';
import type { Explanation } from '../dialer/explain.js';

/** Obstacles that come and go with every call. */
const PASSING: ReadonlySet<string> = new Set(['no-free-agents', 'lines', 'journal-behind']);

/** What holds dialing back for so long is said. */
const SAID_AFTER_MS = 3_000;
/** What lasts is said again. */
const AGAIN_AFTER_MS = 600_000;

/** Looks at one run. */
export class WhyNothing {
  readonly #say: (line: string) => void;
  #sentence: string | null = null;
  #since = 0;
  #saidAt = -Infinity;
  #said: string | null = null;

  constructor(say: (line: string) => void) {
    this.#say = say;
  }

  /**
   * Takes how the campaign stands now; `explain` is asked only where nothing is live. Answers the sentence to
   * show, or null while calls are placed, live or about to come.
   */
  look(explain: () => Explanation, statistics: CampaignStatistics): string | null {
    const sentence = isAtRest(statistics) ? lasting(explain()) : null;
    const { at } = statistics;
    if (sentence === null || this.#sentence === null) this.#since = at;
    this.#sentence = sentence;
    if (sentence === null || at - this.#since < SAID_AFTER_MS) return sentence;

    const isNew = sentence !== this.#said;
    if (isNew || at - this.#saidAt >= AGAIN_AFTER_MS) {
      this.#say(sentence);
      this.#said = sentence;
      this.#saidAt = at;
    }
    return sentence;
  }
}

/** True where calls should be placed and nothing is live. */
function isAtRest({ state, callsInFlight, callsWithAgents }: CampaignStatistics): boolean {
  return (state === 'running' || state === 'paused') && callsInFlight === 0 && callsWithAgents === 0;
}

/** The sentence where what holds dialing back does not pass with the next call. */
function lasting({ reasons, sentence }: Explanation): string | null {
  const lasts = reasons.some(({ kind, blocksAll }) => blocksAll && !PASSING.has(kind));
  return lasts ? sentence : null;
}
