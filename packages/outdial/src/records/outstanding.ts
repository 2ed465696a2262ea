/** Commands without an answer yet: virtual time and an orderly close wait for them. */
import type { Fact, FactSink, LeadQueue } from '@outdial/core';
import type { CampaignJournal } from './records.js';

/**
 * Counts commands whose answer is due, so that virtual time can wait for them, and code that closes knows
 * that nothing is under way.
 */
export class Outstanding {
  readonly #due = new Set<string>();
  #waiting: (() => void)[] = [];

  /** Notes a command that will be answered. */
  ask(key: string): void {
    this.#due.add(key);
  }

  /** Notes an answer. */
  answer(key: string): void {
    this.#due.delete(key);
    if (this.#due.size > 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  /** Resolves when every answer has come; undefined when none is due. */
  idle(): Promise<void> | undefined {
    return this.#due.size === 0 ? undefined : new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** The ports, with every question noted. */
export function countingPorts(
  ports: { readonly leads: LeadQueue; readonly journal: CampaignJournal },
  outstanding: Outstanding,
): { readonly leads: LeadQueue; readonly journal: CampaignJournal } {
  const { leads, journal } = ports;
  const asked =
    <Command>(key: (command: Command) => string, order: (command: Command) => void) =>
    (command: Command): void => {
      outstanding.ask(key(command));
      order(command);
    };
  return {
    leads: {
      claim: asked(
        ({ requestId }) => `claim ${requestId}`,
        (command) => leads.claim(command),
      ),
      release: (command) => leads.release(command),
      survey: asked(
        ({ campaignId }) => `survey ${campaignId}`,
        (command) => leads.survey(command),
      ),
    },
    journal: {
      open: asked(
        ({ attemptId }) => `open ${attemptId}`,
        (command) => journal.open(command),
      ),
      openInbound: asked(
        ({ attemptId }) => `open ${attemptId}`,
        (command) => journal.openInbound(command),
      ),
      mark: (command) => journal.mark(command),
      learn: (command) => journal.learn(command),
      close: asked(
        ({ attemptId }) => `close ${attemptId}`,
        (command) => journal.close(command),
      ),
      recover: asked(
        ({ campaignId }) => `recover ${campaignId}`,
        (command) => journal.recover(command),
      ),
      checkCallback: asked(
        ({ requestId }) => `callback ${requestId}`,
        (command) => journal.checkCallback(command),
      ),
      audit: (command) => journal.audit(command),
    },
  };
}

/**
 * A sink that notes answers after they were handled, so that what they lead to is asked before time moves on.
 */
export function answeringSink(sink: FactSink, outstanding: Outstanding): FactSink {
  return (fact) => {
    sink(fact);
    const key = keyOf(fact);
    if (key !== null) outstanding.answer(key);
  };
}

function keyOf(fact: Fact): string | null {
  switch (fact.type) {
    case 'leads.claimed':
    case 'leads.claim-failed':
      return `claim ${fact.requestId}`;
    case 'leads.surveyed':
      return `survey ${fact.campaignId}`;
    case 'attempt.opened':
    case 'attempt.refused':
    case 'attempt.in-progress':
    case 'inbound.opened':
    case 'attempt.open-failed':
      return `open ${fact.attemptId}`;
    case 'attempt.closed':
    case 'attempt.close-failed':
      return `close ${fact.attemptId}`;
    case 'campaign.recovered':
      return `recover ${fact.campaignId}`;
    case 'callback.checked':
      return `callback ${fact.requestId}`;
    default:
      return null;
  }
}
