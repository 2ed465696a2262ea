/** The control interface of a floor: one server and one token for all of its campaigns. */
import type { CampaignEvent, CampaignRunState, DialMode } from '@outdial/core';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { z } from 'zod';
import { plainText } from '../campaign-file/limited-values.js';
import type { Dialer } from '../dialer/dialer.js';
import { readFields, type OrderAnswer } from '../dialer/orders.js';
import { requireToken } from './authorization.js';
import {
  addCampaignRoutes,
  fieldsOf,
  pathValues,
  sendAnswer,
  type CampaignPaths,
  type DialerOf,
} from './campaign-routes.js';
import { controlLimits, type ControlLimits } from './control-limits.js';
import { EventStreams } from './event-streams.js';
import { listen, type ControlAddress, type ControlServer } from './listen.js';

/** What the control interface needs of a floor: a `CallFloor` has it. */
export interface ControlledFloor {
  campaigns(): readonly Dialer[];
  campaign(campaignId: string): Dialer | undefined;
  moveAgent(agentId: string, campaignId: string): Promise<OrderAnswer>;
  onAny(listener: (event: CampaignEvent) => void): () => void;
}

/** What the routes of a floor need. */
export interface FloorRoutesOptions {
  readonly floor: ControlledFloor;
  /** Every request must carry it: `authorization: Bearer <token>`. At least 16 characters. */
  readonly token: string;
  /** What clients may take; each limit has a default. */
  readonly limits?: Partial<ControlLimits>;
}

/** How the server of a floor listens. */
export interface FloorControlOptions extends FloorRoutesOptions, ControlAddress {}

/** One campaign in the answer to `GET /v1/campaigns`. */
export interface CampaignSummary {
  readonly campaignId: string;
  readonly state: CampaignRunState;
  readonly mode: DialMode;
}

const CAMPAIGN = '/v1/campaigns/:campaignId';

const PATHS: CampaignPaths = {
  statistics: `${CAMPAIGN}/statistics`,
  explanation: `${CAMPAIGN}/explanation`,
  agents: `${CAMPAIGN}/agents`,
  calls: `${CAMPAIGN}/calls`,
  events: `${CAMPAIGN}/events`,
  campaignOrders: `${CAMPAIGN}/:order`,
  agentOrders: `${CAMPAIGN}/agents/:agentId/:order`,
};

const move = z.strictObject({ agentId: plainText('storedId'), campaignId: plainText('storedId') });

/**
 * The routes of a floor, for a server of your own: `GET /v1/campaigns`, the events of all campaigns, the
 * routes of each campaign below `/v1/campaigns/<id>`, and `POST /v1/agents/<id>/move`. Campaigns that are
 * added or removed later come and go with their routes.
 *
 * @throws ControlUnavailable `control-token-short`
 * @example
 * await server.register(floorRoutes, { floor, token });
 */
export const floorRoutes: FastifyPluginAsync<FloorRoutesOptions> = async (routes, options) => {
  const { floor, token } = options;
  const streams = new EventStreams(controlLimits(options.limits));
  requireToken(routes, token);
  routes.get('/v1/campaigns', () => floor.campaigns().map(summaryOf));
  routes.get('/v1/events', (request, reply) =>
    streams.start((listener) => floor.onAny(listener), request, reply),
  );
  addCampaignRoutes(routes, PATHS, { dialerOf: dialerIn(floor), streams });
  acceptMoves(routes, floor);
};

/**
 * The control interface of a floor on a port of its own.
 *
 * @throws ControlUnavailable when the token is too short or the address cannot be listened on.
 */
export async function startFloorControl(options: FloorControlOptions): Promise<ControlServer> {
  return listen(options, async (server) => void (await server.register(floorRoutes, options)));
}

function summaryOf({ campaignId, state, mode }: Dialer): CampaignSummary {
  return { campaignId, state, mode };
}

function dialerIn(floor: ControlledFloor): DialerOf {
  return (request, reply) => {
    const { campaignId = '' } = pathValues(request);
    const dialer = floor.campaign(campaignId);
    if (dialer) return dialer;
    const known = floor.campaigns().map((each) => each.campaignId);
    const remedy = known.length > 0 ? `use one of ${known.join(', ')}` : 'it has none yet';
    void reply.code(404).send({ error: `'${campaignId}' is not a campaign of this floor: ${remedy}` });
    return null;
  };
}

function acceptMoves(routes: FastifyInstance, floor: ControlledFloor): void {
  routes.post('/v1/agents/:agentId/move', async (request, reply) => {
    const read = readFields(move, { ...fieldsOf(request.body), ...pathValues(request) });
    if (!read.ok)
      return sendAnswer(reply, 'move', { accepted: false, code: 'order-invalid', reason: read.reason });
    const { agentId, campaignId } = read.fields;
    return sendAnswer(reply, 'move', await floor.moveAgent(agentId, campaignId));
  });
}
