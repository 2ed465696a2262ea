/** The world outside a command: streams, environment, folder. Tests give their own. */
export interface CommandIo {
  readonly out: OutputStream;
  readonly err: OutputStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Relative paths on the command line count from here. */
  readonly cwd: string;
  /** Calls `stop` at each interrupt (Ctrl-C, SIGTERM); answers how to stop listening. */
  onInterrupt(stop: () => void): () => void;
}

/** Standard output or its like. */
export interface OutputStream {
  readonly isTTY?: boolean;
  /** Width of the terminal in characters; absent where it is none. */
  readonly columns?: number;
  write(text: string): unknown;
}

/** The process's own streams and signals. */
export function processIo(): CommandIo {
  return {
    out: process.stdout,
    err: process.stderr,
    env: process.env,
    cwd: process.cwd(),
    onInterrupt: (stop) => {
      process.on('SIGINT', stop);
      process.on('SIGTERM', stop);
      return () => {
        process.off('SIGINT', stop);
        process.off('SIGTERM', stop);
      };
    },
  };
}
