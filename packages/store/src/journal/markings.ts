/** How the journal stores marks: those that come close together are written together, without an answer. */
import type { MarkCommand } from '@outdial/core';
import { persist, transact } from '../database/transact.js';
import { PATIENT_TRIES } from './journal-parts.js';
import type { JournalParts } from './journal-parts.js';
import { setMark, withAnswers } from './marks.js';
import { WrittenTogether } from './written-together.js';

/** Marks in one transaction. */
const TOGETHER_MOST = 32;
const STORED = 'stored';

/** Collaborators of the marks. */
export interface MarkingsParts extends Pick<JournalParts, 'store' | 'underWay'> {
  /** Resolves when the opening of an attempt is answered. */
  readonly opened: (attemptId: string) => Promise<void>;
  /** ms between two transactions of marks. */
  readonly apartMs: number;
}

/** The marks of one journal. */
export class Markings {
  readonly #parts: MarkingsParts;
  /** The last mark of each attempt that is not stored yet. */
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #together: WrittenTogether<MarkCommand, typeof STORED>;

  constructor(parts: MarkingsParts) {
    this.#parts = parts;
    this.#together = new WrittenTogether({
      // Marks of one attempt are stored in their order.
      transactions: 1,
      most: TOGETHER_MOST,
      apartMs: parts.apartMs,
      together: (commands) => this.#storeAll(commands),
      alone: (command) => this.#storeAlone(command),
    });
  }

  /** Begins to store a mark. */
  begin(command: MarkCommand): void {
    const { attemptId } = command;
    const marking: Promise<void> = this.#mark(command).finally(() => {
      if (this.#underWay.get(attemptId) === marking) this.#underWay.delete(attemptId);
    });
    this.#underWay.set(attemptId, marking);
    this.#parts.underWay.run('mark', marking, { attemptId });
  }

  /** Resolves when the marks of an attempt that came so far are stored, or given up. */
  async stored(attemptId: string): Promise<void> {
    await this.#underWay.get(attemptId)?.catch(() => undefined);
  }

  /** A mark is stored under any lease: what happened on the telephone stays true after the lease is lost. */
  async #mark(command: MarkCommand): Promise<void> {
    await this.#parts.opened(command.attemptId);
    await this.#together.write(command);
  }

  async #storeAll(commands: readonly MarkCommand[]): Promise<readonly (typeof STORED)[]> {
    const { engine } = this.#parts.store;
    const marks = withAnswers(commands);
    await transact(engine, async (tx) => {
      for (const mark of marks) await setMark(tx, mark);
    });
    return commands.map(() => STORED);
  }

  async #storeAlone(command: MarkCommand): Promise<typeof STORED> {
    const { engine } = this.#parts.store;
    await persist(engine, () => setMark(engine.db, command), PATIENT_TRIES);
    return STORED;
  }
}
