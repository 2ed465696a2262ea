/** How the journal closes attempts: each is answered by one fact, those that wait are written together. */
import { faultText } from '@outdial/core';
import type { CloseCommand, EarlierEnd, Fact } from '@outdial/core';
import { closeAttempt } from './close-attempt.js';
import type { CloseAnswer } from './close-attempt.js';
import { closeTogether } from './close-together.js';
import type { ClosingRequest } from './close-together.js';
import { epochOf } from './journal-parts.js';
import type { JournalParts } from './journal-parts.js';
import { WrittenTogether } from './written-together.js';

/** Transactions of closes at once: further closes wait, and share the next one. */
const TRANSACTIONS_MOST = 2;
/** Closes in one transaction: it takes some milliseconds, in which it holds their leads. */
const TOGETHER_MOST = 16;

/** Collaborators of the closings. */
export interface ClosingsParts extends JournalParts {
  /** Resolves when the opening of an attempt is answered, and the marks that came so far are stored. */
  readonly settled: (attemptId: string) => Promise<void>;
  /** ms between two transactions of closes. */
  readonly apartMs: number;
  /** Called where the campaign is run under another epoch. */
  readonly onStale: () => void;
}

/** The closes of one journal. */
export class Closings {
  readonly #parts: ClosingsParts;
  readonly #together: WrittenTogether<CloseCommand, CloseAnswer>;

  constructor(parts: ClosingsParts) {
    this.#parts = parts;
    this.#together = new WrittenTogether({
      transactions: Math.min(TRANSACTIONS_MOST, parts.store.engine.writers),
      most: TOGETHER_MOST,
      apartMs: parts.apartMs,
      together: (commands) => this.#closeAll(commands),
      alone: (command) => this.#alone(command),
    });
  }

  /** Begins a close; its answer is a fact. */
  begin(command: CloseCommand): void {
    const { attemptId, result } = command;
    const stated = [result.outcome, ...(result.disposition ? [result.disposition] : [])].join(' ');
    this.#parts.underWay.run('close', this.#close(command), { attemptId, stated });
  }

  async #close(command: CloseCommand): Promise<void> {
    const { sink, clock, underWay, settled, onStale } = this.#parts;
    const { campaignId, attemptId } = command;
    const about = { campaignId, attemptId };
    const failed = (error: string): Fact => ({ type: 'attempt.close-failed', at: clock(), ...about, error });
    try {
      await settled(attemptId);
      const answer = await this.#together.write(command);
      if (answer.kind === 'failed') {
        onStale();
        sink(failed(answer.error));
        return;
      }
      const { earlier } = answer;
      if (earlier) underWay.report('close', new Error(endedBefore(attemptId, earlier)));
      sink({ type: 'attempt.closed', at: clock(), ...about, ...(earlier ? { earlier } : {}) });
    } catch (error) {
      sink(failed(faultText(error)));
    }
  }

  #closeAll(commands: readonly CloseCommand[]): Promise<readonly CloseAnswer[]> {
    const { node, store, chain } = this.#parts;
    const requests = commands.map(({ campaignId, attemptId, result, at }): ClosingRequest => {
      return { campaignId, attemptId, result, at, epoch: epochOf(this.#parts, campaignId) };
    });
    const process = { node, secret: store.secret };
    return chain.within((tx, append) => closeTogether(process, tx, append, requests));
  }

  #alone({ campaignId, attemptId, result, at }: CloseCommand): Promise<CloseAnswer> {
    const { node, store, chain } = this.#parts;
    const context = { node, epoch: epochOf(this.#parts, campaignId), at, secret: store.secret };
    return chain.within((tx, append) => closeAttempt(context, tx, append, attemptId, result));
  }
}

function endedBefore(attemptId: string, { outcome, disposition }: EarlierEnd): string {
  const as = disposition === null ? `'${outcome}'` : `'${outcome}' (${disposition})`;
  const kept = 'that end stays, this one is kept beside it, and what was said is in force';
  return `attempt ${attemptId} had ended before as ${as}: ${kept}`;
}
