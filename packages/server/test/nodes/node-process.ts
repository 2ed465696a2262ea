/** `outdial serve` as processes on one database, as a test starts, kills and asks them. */
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

const COMMAND = new URL('../../../outdial/bin/outdial.mjs', import.meta.url).pathname;

/** One server in a folder of its own. It may be started again after it has ended. */
export class NodeProcess {
  readonly name: string;
  readonly folder: string;
  readonly #env: Readonly<Record<string, string | undefined>>;
  #child: ChildProcess | null = null;
  #url: string | null = null;
  /** What it printed since its last start. */
  said = '';

  constructor(name: string, folder: string, env: Readonly<Record<string, string | undefined>>) {
    this.name = name;
    this.folder = folder;
    this.#env = { ...process.env, ...env };
  }

  /** Whether the process runs. */
  get isAlive(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Address of the server; null: it is not ready, or has ended. */
  get url(): string | null {
    return this.isAlive ? this.#url : null;
  }

  get exitCode(): number | null {
    return this.#child?.exitCode ?? null;
  }

  start(): void {
    this.#url = null;
    this.said = '';
    const child = spawn(process.execPath, [COMMAND, 'serve', this.folder], { env: this.#env });
    this.#child = child;
    child.stdout.on('data', (chunk) => (this.#url ??= /http:\/\/[^/\s]+/.exec(String(chunk))?.[0] ?? null));
    child.stderr.on('data', (chunk) => (this.said += String(chunk)));
  }

  /** Starts the server, again and again where it ends, and waits until it answers. */
  async ready(withinMs = 240_000): Promise<void> {
    if (!this.isAlive) this.start();
    const end = Date.now() + withinMs;
    while (this.url === null) {
      if (Date.now() > end) throw new Error(`${this.name} did not start:\n${this.said}`);
      await pause(50);
      // As a service manager does, where the database was not there.
      if (!this.isAlive) {
        await pause(1_000);
        this.start();
      }
    }
  }

  /** Sends a signal; answers whether there was a process to take it. */
  signal(name: NodeJS.Signals): boolean {
    return this.isAlive && this.#child?.kill(name) === true;
  }

  /** Resolves when the process has ended. */
  async ended(withinMs = 240_000): Promise<void> {
    const end = Date.now() + withinMs;
    while (this.isAlive) {
      if (Date.now() > end) throw new Error(`${this.name} did not end:\n${this.said}`);
      await pause(20);
    }
  }

  /** The campaigns that it runs; none where it does not answer. */
  async running(): Promise<readonly string[]> {
    if (this.url === null) return [];
    const signal = AbortSignal.timeout(2_000);
    const text = await fetch(`${this.url}/metrics`, { signal }).then(
      (response) => response.text(),
      () => '',
    );
    return [...text.matchAll(/^outdial_campaign_running\{campaign="([^"]+)"\} 1$/gm)].map(
      ([, campaignId = '']) => campaignId,
    );
  }
}
