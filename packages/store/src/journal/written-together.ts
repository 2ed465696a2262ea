/**
 * Work that waits for the database is written together: a few transactions at once, and what comes meanwhile
 * shares the next one. Work that need not wait has a transaction of its own, as before. Where work comes
 * fast, transactions may be kept apart in time, so that each has several commands: beginning and committing
 * costs as much as what is written in between.
 */

/** How work is written. */
export interface WrittenTogetherParts<Command, Answer> {
  /** Transactions at once. */
  readonly transactions: number;
  /** Commands in one transaction: it takes some milliseconds, in which it holds their rows. */
  readonly most: number;
  /**
   * ms between the beginnings of two transactions, unless a whole one waits. The first command after a pause
   * never waits; another waits for no longer than this. @default 0
   */
  readonly apartMs?: number;
  /** Commands of one group may share a transaction. */
  readonly groupOf?: (command: Command) => string;
  /** Writes commands in one transaction. Answers in their order; null: that one is to be written alone. */
  readonly together: (commands: readonly Command[]) => Promise<readonly (Answer | null)[]>;
  readonly alone: (command: Command) => Promise<Answer>;
}

interface Waiting<Command, Answer> {
  readonly command: Command;
  readonly answer: (answer: Answer | Promise<Answer>) => void;
}

/** A queue of such work. */
export class WrittenTogether<Command, Answer> {
  readonly #parts: WrittenTogetherParts<Command, Answer>;
  #waiting: Waiting<Command, Answer>[] = [];
  #writing = 0;
  /** By the process's clock, ms: when the last transaction began. */
  #beganAt = -Infinity;
  /** A timer will begin the next transaction. */
  #isTimed = false;

  constructor(parts: WrittenTogetherParts<Command, Answer>) {
    this.#parts = parts;
  }

  /** Waits its turn, and what came of it. */
  write(command: Command): Promise<Answer> {
    return new Promise((answer) => {
      this.#waiting.push({ command, answer });
      this.#begin();
    });
  }

  #begin(): void {
    while (this.#writing < this.#parts.transactions && this.#waiting.length > 0) {
      if (!this.#mayBegin()) return;
      this.#writing += 1;
      void this.#write(this.#next()).finally(() => {
        this.#writing -= 1;
        this.#begin();
      });
    }
  }

  /** Whether the next transaction may begin now. Too soon after the last, a timer begins it. */
  #mayBegin(): boolean {
    const { apartMs = 0, most } = this.#parts;
    const now = performance.now();
    const left = this.#beganAt + apartMs - now;
    if (left > 0 && this.#waiting.length < most) {
      if (!this.#isTimed) setTimeout(() => this.#beginByTimer(), Math.ceil(left));
      this.#isTimed = true;
      return false;
    }
    this.#beganAt = now;
    return true;
  }

  #beginByTimer(): void {
    this.#isTimed = false;
    this.#begin();
  }

  /** The first that waits, with others of its group. */
  #next(): readonly Waiting<Command, Answer>[] {
    const { most, groupOf = () => '' } = this.#parts;
    const [first] = this.#waiting;
    const group = first && groupOf(first.command);
    const next: Waiting<Command, Answer>[] = [];
    const left: Waiting<Command, Answer>[] = [];
    for (const one of this.#waiting)
      (next.length < most && groupOf(one.command) === group ? next : left).push(one);
    this.#waiting = left;
    return next;
  }

  /** Where they cannot be written together, each is written alone: one that fails holds up no other. */
  async #write(commands: readonly Waiting<Command, Answer>[]): Promise<void> {
    const { together, alone } = this.#parts;
    const inOne = commands.map(({ command }) => command);
    const written = commands.length > 1 ? await together(inOne).catch(() => []) : [];
    const answers = commands.map(({ command, answer }, index) => {
      const answered = Promise.resolve(written[index] ?? alone(command));
      answer(answered);
      return answered;
    });
    await Promise.allSettled(answers);
  }
}
