/**
 * Finds out when MySQL or MariaDB swallows what is sent: a network that drops packets, a proxy that does not
 * forward. No error comes of it, for a quarter of an hour or longer, and a campaign could neither end nor
 * drain. A statement without an answer is slow, or lost: a further connection tells which.
 */
import type { Connection, PoolConnection } from 'mysql2';

/** How long a statement goes without an answer before it is asked about, and then again. */
const ASK_AFTER_MS = 10_000;

/** Asks the server over a further connection whether it answers. */
export type Answers = () => Promise<boolean>;

/** Thrown at statements whose connection was given up; they are tried again. */
class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code = 'ETIMEDOUT';
  readonly fatal = true;

  constructor() {
    super('the database does not answer');
  }
}

type Done = (error: unknown, ...results: readonly unknown[]) => void;

/** The connections of a pool. They are given up, and their statements fail, when the server is silent. */
export class SilentServer {
  readonly #answers: Answers;
  readonly #askAfterMs: number;
  readonly #all = new Set<PoolConnection>();

  constructor(answers: Answers, askAfterMs: number = ASK_AFTER_MS) {
    this.#answers = answers;
    this.#askAfterMs = askAfterMs;
  }

  /** Watches the statements of a connection from now on. */
  watch(connection: PoolConnection): void {
    this.#all.add(connection);
    connection.on('end', () => this.#all.delete(connection));
    connection.on('error', () => this.#all.delete(connection));
    const send = connection.query.bind(connection) as (...given: readonly unknown[]) => unknown;
    const query = (...given: readonly unknown[]): unknown => {
      const done = given.at(-1);
      if (typeof done !== 'function') return send(...given);
      const end = this.#wait();
      const answered: Done = (...results) => {
        end();
        (done as Done)(...results);
      };
      return send(...given.slice(0, -1), answered);
    };
    connection.query = query as typeof connection.query;
  }

  /** The connections were told to end: none of them keeps the process alive. */
  letGo(): void {
    for (const connection of this.#all) streamOf(connection).unref();
  }

  /** Asks again and again until what this returns is called. */
  #wait(): () => void {
    let isOver = false;
    let timer: NodeJS.Timeout;
    const look = (): void => {
      void this.#answers().then((isAlive) => {
        if (isOver) return;
        if (isAlive) again();
        else this.#giveUp();
      });
    };
    const again = (): void => {
      timer = setTimeout(look, this.#askAfterMs);
      timer.unref();
    };
    again();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }

  #giveUp(): void {
    for (const connection of this.#all) streamOf(connection).destroy(new NoAnswer());
    this.#all.clear();
  }
}

/** The socket of a connection: mysql2 has it, and its types do not. */
function streamOf(connection: Connection): SocketOfConnection {
  return (connection as Connection & { readonly stream: SocketOfConnection }).stream;
}

interface SocketOfConnection {
  destroy(error: Error): void;
  unref(): void;
}
