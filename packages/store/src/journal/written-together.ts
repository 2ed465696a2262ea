/**
 * Work that waits for the database is written together: a few transactions at once, and what comes meanwhile
 * shares the next one. Work that need not wait has a transaction of its own, as before.
 */

/** How work is written. */
export interface WrittenTogetherParts<Command, Answer> {
  /** Transactions at once. */
  readonly transactions: number;
  /** Commands in one transaction: it takes some milliseconds, in which it holds their rows. */
  readonly most: number;
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
      this.#writing += 1;
      void this.#write(this.#next()).finally(() => {
        this.#writing -= 1;
        this.#begin();
      });
    }
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
