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
   * Takes how the campaign stands now. Answers the sentence to show, or null while calls are placed, live or
   * about to come.
   */
  look(explanation: Explanation, statistics: CampaignStatistics): string | null {
    const sentence = lasting(explanation, statistics);
    const { at } = explanation;
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

/** The sentence where nothing is live and what holds dialing back does not pass with the next call. */
function lasting({ reasons, sentence }: Explanation, statistics: CampaignStatistics): string | null {
  if (statistics.state !== 'running' && statistics.state !== 'paused') return null;
  if (statistics.callsInFlight > 0 || statistics.callsWithAgents > 0) return null;
  const lasts = reasons.some(({ kind, blocksAll }) => blocksAll && !PASSING.has(kind));
  return lasts ? sentence : null;
}
