/**
 * A text that a person edits, and into which the server writes changes: one request at a time, each of the
 * newest text, so that no change is lost to one that was made before its answer came.
 */

/** What the server answers: the text with the changes in it, and what it makes of it. */
interface Examined {
  readonly text: string;
}

type Ask<Change, Found> = (text: string, changes: readonly Change[]) => Promise<Found>;

/** As many changes as one request takes. */
const MOST = 50;

/** The text, with the changes that wait to be written into it. */
export class TextEditing<Change, Found extends Examined> {
  readonly #ask: Ask<Change, Found>;
  readonly #told: (found: Found) => void;
  #text: string;
  #waiting: readonly Change[] = [];
  /** Whether the text has been written, or changed, since the server was asked. */
  #isDue = false;
  #running: Promise<void> | null = null;

  /** `told` hears what the server made of the text once nothing waits any more. */
  constructor(text: string, ask: Ask<Change, Found>, told: (found: Found) => void) {
    this.#text = text;
    this.#ask = ask;
    this.#told = told;
  }

  /** The newest text. */
  get text(): string {
    return this.#text;
  }

  /** Whether an answer is awaited, or changes wait that could not be sent. */
  get isBehind(): boolean {
    return this.#running !== null || this.#waiting.length > 0;
  }

  /** The text is another one: somebody wrote it, or took another version. */
  write(text: string): void {
    this.#text = text;
    if (this.#running) this.#isDue = true;
  }

  /**
   * Has changes written into the text, after those that wait. Resolves when none waits any more, also of
   * those that came later. Rejects where the server could not be asked: they wait for the next call.
   */
  check(changes: readonly Change[]): Promise<void> {
    this.#waiting = [...this.#waiting, ...changes];
    this.#isDue = true;
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** Resolves when nothing waits. */
  settle(): Promise<void> {
    return this.isBehind ? this.check([]) : Promise.resolve();
  }

  async #work(): Promise<void> {
    while (this.#isDue) {
      this.#isDue = false;
      const asked = this.#text;
      const changes = this.#waiting.slice(0, MOST);
      const found = await this.#ask(asked, changes);
      // The person wrote meanwhile: the changes belong into the newer text.
      if (this.#text !== asked) continue;
      this.#text = found.text;
      this.#waiting = this.#waiting.slice(changes.length);
      if (this.#waiting.length > 0) this.#isDue = true;
      if (!this.#isDue) this.#told(found);
    }
  }
}
