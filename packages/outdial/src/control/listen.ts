/** A server for the routes of a control interface, on a port of its own. */
import Fastify, { type FastifyInstance } from 'fastify';
import { listenFault } from './control-errors.js';

/** A control interface that listens. */
export interface ControlServer {
  /** Base address, e.g. 'http://127.0.0.1:7780'. */
  readonly url: string;
  close(): Promise<void>;
}

/** Where a control interface listens. */
export interface ControlAddress {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
}

/** Starts a server with the routes that `register` adds. Throws `port-in-use` or `address-unavailable`. */
export async function listen(
  { host, port }: ControlAddress,
  register: (server: FastifyInstance) => Promise<void>,
): Promise<ControlServer> {
  const server = Fastify({ logger: false, forceCloseConnections: true });
  try {
    await register(server);
    const url = await server.listen({ host, port });
    return { url, close: () => server.close() };
  } catch (cause) {
    await server.close();
    throw listenFault(cause, host, port);
  }
}
