/** The world outside a command: streams, environment, folder. Tests give their own. */
export interface CommandIo {
  readonly out: OutputStream;
  readonly err: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths on the command line count from here. */
  readonly cwd: string;
  /**
   * Calls `stop` at each interrupt (Ctrl-C, SIGTERM, a terminal or reader that is gone); answers how to stop
   * listening.
   */
  onInterrupt(stop: () => void): () => void;
  /** Ends the process at once, whatever is under way. Absent in a test. */
  leave?(code: number): void;
}

/** Standard output or its like. */
export interface OutputStream {
  readonly isTTY?: boolean;
  /** Width of the terminal in characters; absent where it is none. */
  readonly columns?: number | undefined;
  /** True once nobody reads any more: what is written is dropped. */
  readonly isClosed?: boolean;
  /** Writes text; a guarded stream shows what a terminal would obey. */
  write(text: string): unknown;
  /** Writes control sequences of the command's own. Absent: `write` does. */
  control?(text: string): unknown;
}

/** Signals that end a run in good order. SIGHUP: the terminal is gone. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The process's own streams and signals. */
export function processIo(): CommandIo {
  const stops = new Set<() => void>();
  const interrupt = (): void => stops.forEach((stop) => stop());
  return {
    out: outputOf(process.stdout, interrupt),
    err: outputOf(process.stderr, () => undefined),
    env: process.env,
    cwd: process.cwd(),
    onInterrupt: (stop) => {
      for (const signal of SIGNALS) process.on(signal, stop);
      stops.add(stop);
      return () => {
        for (const signal of SIGNALS) process.off(signal, stop);
        stops.delete(stop);
      };
    },
    leave: (code) => process.exit(code),
  };
}

/** A stream of the process. `| head` closes it early: then the rest is dropped, and a run drains. */
function outputOf(stream: NodeJS.WriteStream, onClosed: () => void): OutputStream {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    if (isClosed) return;
    isClosed = true;
    onClosed();
  });
  return {
    get isTTY() {
      return stream.isTTY;
    },
    get columns() {
      return stream.columns;
    },
    get isClosed() {
      return isClosed;
    },
    write: (text) => (isClosed ? false : stream.write(text)),
  };
}
