/**
 * mathjs in a thread of its own. To load it takes half a second of a processor and more: on the event loop of
 * a process, calls would wait for the first filter that somebody types.
 */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { serveSyntax } from './syntax-server.js';
import type { SyntaxAnswer, SyntaxQuestion } from './syntax-server.js';

/** ms without a question after which the thread ends: it holds some 30 MB. */
const IDLE_MS = 60_000;

interface Waiting {
  readonly resolve: (answer: SyntaxAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread of this process while there is one. */
let running: SyntaxThread | null = null;

/** The syntax tree of a text, or what is wrong with it. Nothing of it is evaluated. */
export function parseSyntax(source: string): Promise<SyntaxAnswer> {
  running ??= new SyntaxThread((ended) => {
    if (running === ended) running = null;
  });
  return running.ask(source);
}

class SyntaxThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onEnd: (ended: SyntaxThread) => void;
  #asked = 0;
  #idle: NodeJS.Timeout | undefined;

  /** `onEnd`: it takes no further questions. */
  constructor(onEnd: (ended: SyntaxThread) => void) {
    this.#onEnd = onEnd;
    const require = createRequire(import.meta.url);
    const program =
      `const { parentPort, workerData } = require('node:worker_threads');\n` +
      `(${serveSyntax.toString()})(parentPort, workerData, require);`;
    this.#worker = new Worker(program, {
      eval: true,
      workerData: { mathjs: require.resolve('mathjs/number') },
      // Flags of the process are not the thread's: by `--input-type=module` its text would be a module.
      execArgv: [],
    });
    this.#worker.on('message', (answer: SyntaxAnswer) => this.#take(answer));
    this.#worker.on('error', (error) => this.#end(error));
    this.#worker.on('exit', () => this.#end(new Error('the thread of the parser has ended')));
  }

  ask(source: string): Promise<SyntaxAnswer> {
    const id = (this.#asked += 1);
    clearTimeout(this.#idle);
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, source } satisfies SyntaxQuestion);
    });
  }

  #take(answer: SyntaxAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    waiting?.resolve(answer);
    if (this.#waiting.size > 0) return;
    // A process that has nothing else to do ends.
    this.#worker.unref();
    this.#idle = setTimeout(() => this.#rest(), IDLE_MS).unref();
  }

  #rest(): void {
    this.#onEnd(this);
    void this.#worker.terminate();
  }

  #end(error: unknown): void {
    clearTimeout(this.#idle);
    this.#onEnd(this);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
