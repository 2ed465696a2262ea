/** The control interface over HTTP: figures, events and orders of one campaign. */
import type { FastifyPluginAsync } from 'fastify';
import type { Dialer } from '../dialer/dialer.js';
import { requireToken } from './authorization.js';
import { addCampaignRoutes, type CampaignPaths } from './campaign-routes.js';
import { controlLimits, type ControlLimits } from './control-limits.js';
import { EventStreams } from './event-streams.js';
import { listen, type ControlAddress, type ControlServer } from './listen.js';

/** What the routes need. */
export interface ControlRoutesOptions {
  readonly dialer: Dialer;
  /** Every request must carry it: `authorization: Bearer <token>`. At least 16 characters. */
  readonly token: string;
  /** What clients may take; each limit has a default. */
  readonly limits?: Partial<ControlLimits>;
}

/** How the server listens. */
export interface ControlOptions extends ControlRoutesOptions, ControlAddress {}

const PATHS: CampaignPaths = {
  statistics: '/v1/statistics',
  explanation: '/v1/explanation',
  agents: '/v1/agents',
  calls: '/v1/calls',
  events: '/v1/events',
  campaignOrders: '/v1/campaign/:order',
  agentOrders: '/v1/agents/:agentId/:order',
};

/**
 * The routes of the control interface, for a server of your own: `GET /v1/statistics`, `GET /v1/events` and
 * `POST` for the orders of agents and supervisors. Each request must carry the token.
 *
 * @throws ControlUnavailable `control-token-short`
 * @example
 * await server.register(controlRoutes, { dialer, token, prefix: '/spring' });
 */
export const controlRoutes: FastifyPluginAsync<ControlRoutesOptions> = async (routes, options) => {
  const { dialer, token } = options;
  requireToken(routes, token);
  addCampaignRoutes(routes, PATHS, {
    dialerOf: () => dialer,
    streams: new EventStreams(controlLimits(options.limits)),
  });
};

/**
 * The control interface on a port of its own: statistics as JSON, events as they happen, orders of agents and
 * supervisors. It needs a token, on loopback too. Events carry the lead for the agent's screen: treat the
 * stream as personal data.
 *
 * @throws ControlUnavailable when the token is too short or the address cannot be listened on.
 */
export async function startControlServer(options: ControlOptions): Promise<ControlServer> {
  return listen(options, async (server) => void (await server.register(controlRoutes, options)));
}
