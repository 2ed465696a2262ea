/** A TCP proxy between dialer and server: the live suites of adapter and outdial cut, hold and mend it. */
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A wire to a server that can be cut and mended: what the dialer sees when the network breaks while Asterisk
 * goes on.
 */
export class Wire {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #cut = false;
  #held = false;

  private constructor(target: URL) {
    this.#server = createServer((near) => {
      if (this.#cut) {
        near.destroy();
        return;
      }
      if (this.#held) {
        near.on('error', () => undefined);
        this.#sockets.add(near);
        return;
      }
      const far = connect(Number(target.port), target.hostname);
      for (const socket of [near, far]) {
        this.#sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          this.#sockets.delete(socket);
          near.destroy();
          far.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
  }

  /** A wire that ends on a free port of loopback. */
  static async to(url: string): Promise<Wire> {
    const wire = new Wire(new URL(url));
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.#cut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Swallows everything: connections stay, and nothing comes through. */
  hold(): void {
    this.#held = true;
    for (const socket of this.#sockets) {
      socket.unpipe();
      socket.pause();
    }
  }

  /** Ends cutting and holding. What was held is closed. */
  mend(): void {
    if (this.#held) for (const socket of this.#sockets) socket.destroy();
    this.#cut = false;
    this.#held = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
