/** How the journal opens attempts. Each is answered by one fact, and undone when its commit is in doubt. */
import { assertNever, defined, faultText } from '@outdial/core';
import type { AttemptResult, ComplianceGate, Fact, OpenInboundRequest, OpenRequest } from '@outdial/core';
import { closeAttempt } from './close-attempt.js';
import { PATIENT_TRIES, epochOf } from './journal-parts.js';
import type { JournalParts } from './journal-parts.js';
import { openAttempt } from './open-attempt.js';
import { openInbound } from './open-inbound.js';
import type { AbandonmentOf, OpenAnswer, OpenContext } from './open-context.js';
import { openTogether, opensWithOthers } from './open-together.js';
import { WrittenTogether } from './written-together.js';

/** Transactions of openings at once: further openings wait, and share the next one. */
const TRANSACTIONS_MOST = 4;
/** Openings in one transaction. */
const TOGETHER_MOST = 16;

/** An opening under the epoch in which it was asked for. */
interface OpeningUnder {
  readonly epoch: number;
  readonly request: OpenRequest;
}

/** Collaborators of the openings. */
export interface OpeningsParts extends JournalParts {
  readonly gate: ComplianceGate;
  /** Epoch ms by the wall clock: the law's time. */
  readonly legalClock: () => number;
  readonly abandonmentOf: AbandonmentOf | undefined;
  /** ms between two transactions of openings. */
  readonly apartMs: number;
  /** The instance at which the agents of the calls work. */
  readonly agentsAt: string | undefined;
  /** Called where the campaign is run under another epoch, or the agent of the call works elsewhere. */
  readonly onStale: () => void;
}

/** The openings of one journal. */
export class Openings {
  readonly #parts: OpeningsParts;
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #together: WrittenTogether<OpeningUnder, OpenAnswer>;
  #stopped = false;

  constructor(parts: OpeningsParts) {
    this.#parts = parts;
    this.#together = new WrittenTogether({
      transactions: Math.min(TRANSACTIONS_MOST, parts.store.engine.writers),
      most: TOGETHER_MOST,
      apartMs: parts.apartMs,
      groupOf: ({ epoch, request }) => `${epoch} ${request.campaignId}`,
      together: (openings) => this.#openAll(openings),
      alone: (opening) => this.#openAlone(opening),
    });
  }

  /** Begins an opening; its answer is a fact. */
  begin(request: OpenRequest): void {
    const { attemptId } = request;
    const opening = this.#open(request).finally(() => this.#underWay.delete(attemptId));
    this.#underWay.set(attemptId, opening);
    this.#parts.underWay.run('open', opening);
  }

  /** Begins the opening of a call that came in; its answer is a fact. */
  beginInbound(request: OpenInboundRequest): void {
    const { attemptId } = request;
    const opening = this.#openInbound(request).finally(() => this.#underWay.delete(attemptId));
    this.#underWay.set(attemptId, opening);
    this.#parts.underWay.run('open inbound', opening);
  }

  /** Resolves when the attempt's opening is answered. Other writes about the attempt wait for it. */
  async answered(attemptId: string): Promise<void> {
    await this.#underWay.get(attemptId);
  }

  /** Gives up undoing openings. */
  stop(): void {
    this.#stopped = true;
  }

  async #open(request: OpenRequest): Promise<void> {
    const { campaignId, attemptId } = request;
    const { sink, clock, underWay } = this.#parts;
    const epoch = epochOf(this.#parts, campaignId);
    try {
      const answer = epoch === null ? NOT_OURS : await this.#openUnder(epoch, request);
      if (answer.kind === 'failed' && answer.stale) this.#parts.onStale();
      sink(factOf(answer, { at: clock(), campaignId, attemptId }));
    } catch (error) {
      const failed = { kind: 'failed', stale: false, error: faultText(error) } as const;
      sink(factOf(failed, { at: clock(), campaignId, attemptId }));
      if (epoch !== null) underWay.run('undoing an opening', this.#undo(request, epoch));
    }
  }

  #openUnder(epoch: number, request: OpenRequest): Promise<OpenAnswer> {
    const opening = { epoch, request };
    return opensWithOthers(request) ? this.#together.write(opening) : this.#openAlone(opening);
  }

  #openAlone({ epoch, request }: OpeningUnder): Promise<OpenAnswer> {
    return this.#parts.chain.within((tx, append, appendRecords) =>
      openAttempt(this.#contextOf(epoch), tx, { append, appendRecords }, request),
    );
  }

  /** Openings of one campaign under one epoch. */
  #openAll(openings: readonly OpeningUnder[]): Promise<readonly (OpenAnswer | null)[]> {
    const epoch = openings[0]?.epoch ?? 0;
    const requests = openings.map(({ request }) => request);
    return this.#parts.chain.within((tx, append, appendRecords) =>
      openTogether(this.#contextOf(epoch), tx, { append, appendRecords }, requests),
    );
  }

  #contextOf(epoch: number): OpenContext {
    const { store, gate, node, legalClock, abandonmentOf, agentsAt } = this.#parts;
    const { engine, secret } = store;
    return { engine, secret, gate, node, epoch, legalClock, abandonmentOf, agentsAt };
  }

  /** Where the commit is in doubt, the campaign closes the entry: it does so after every failure. */
  async #openInbound(request: OpenInboundRequest): Promise<void> {
    const { sink, clock, store, node, chain } = this.#parts;
    const { campaignId, attemptId } = request;
    const about = { campaignId, attemptId };
    const epoch = epochOf(this.#parts, campaignId);
    const failed = (error: string): Fact => ({ type: 'attempt.open-failed', at: clock(), ...about, error });
    if (epoch === null) return sink(failed(NOT_OURS.error));
    const context = { secret: store.secret, node, epoch };
    try {
      const answer = await chain.within((tx, append) => openInbound(context, tx, append, request));
      if (answer.kind === 'failed') {
        if (answer.stale) this.#parts.onStale();
        sink(failed(answer.error));
        return;
      }
      const { lead, personId } = answer;
      sink({ type: 'inbound.opened', at: clock(), ...about, lead, personId });
    } catch (error) {
      sink(failed(faultText(error)));
    }
  }

  /**
   * The transaction failed as seen from here, but it may have been committed. The attempt is then closed as
   * never dialed, once the database can be reached.
   */
  async #undo(request: OpenRequest, epoch: number): Promise<void> {
    const { node, store } = this.#parts;
    const context = { node, epoch, at: request.at, secret: store.secret };
    for (let attempt = 1; !this.#stopped; attempt += 1) {
      try {
        await this.#parts.chain.within((tx, append) =>
          closeAttempt(context, tx, append, request.attemptId, neverDialed(request)),
        );
        return;
      } catch (error) {
        if (attempt >= PATIENT_TRIES) throw error;
      }
    }
  }
}

const NOT_OURS = {
  kind: 'failed',
  stale: false,
  error: 'stale epoch: this node does not run the campaign',
} as const;

/** The answer to an opening, as a fact. */
function factOf(
  answer: OpenAnswer,
  about: { readonly at: number; readonly campaignId: string; readonly attemptId: string },
): Fact {
  switch (answer.kind) {
    case 'opened':
      return { type: 'attempt.opened', ...about, ...defined({ givenVoices: answer.givenVoices }) };
    case 'in-progress':
      return { type: 'attempt.in-progress', ...about };
    case 'refused': {
      const { refusals, nextAllowedAt } = answer;
      return { type: 'attempt.refused', ...about, refusals, nextAllowedAt };
    }
    case 'failed':
      return { type: 'attempt.open-failed', ...about, error: answer.error };
    default:
      return assertNever(answer, 'an answer to an opening');
  }
}

/** The end of an attempt whose call was never placed: the lead stays as before. */
function neverDialed({ lead, at, thirdParty }: OpenRequest): AttemptResult {
  return {
    outcome: 'cancelled',
    liveAnswer: false,
    abandoned: false,
    endedAt: at,
    countsAsAttempt: false,
    lead: defined({
      status: 'open',
      nextDialableAt: at,
      phoneIndex: lead.phoneIndex,
      reason: lead.reason,
      why: 'store-fault',
      callback: lead.callback,
    }),
    closes: 'none',
    learned: [],
    ...defined({ keepsLead: thirdParty ? (true as const) : undefined }),
  };
}
