/** Campaigns: their figures, why nothing is dialed, and the orders of supervisors. */
import { isOutdialError } from '@outdial/core';
import { setKillSwitch } from '@outdial/store';
import { CAMPAIGN_ORDERS, type Dialer, type OrderAnswer, type OrderEntry, type OrderTable } from 'outdial';
import { z } from 'zod';
import { STEERERS, WATCHERS } from '../../accounts/roles.js';
import { describeCampaign, describeExplanation } from '../../stream/describe.js';
import { FOLLOWED, done, refused, type Outcome, type Refusal } from '../outcome.js';
import { route, type Author, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import type { ServerParts } from '../server-parts.js';

type Followed = z.input<typeof schemas.followed>;

export const campaignParams = z.object({ campaignId: z.string().min(1).max(96) });

/** The refusal for a campaign that is not on the floor. */
export function noCampaign(campaignId: string, { floor }: ServerParts): Refusal {
  const known = floor.campaigns().map((each) => each.campaignId);
  const remedy = known.length > 0 ? `Use one of ${known.join(', ')}.` : 'It has none yet.';
  return refused(404, 'campaign-unknown', `'${campaignId}' is not a campaign of this floor. ${remedy}`);
}

/** What became of an order, as the API says it. */
export function outcomeOf(answer: OrderAnswer): Outcome<Followed> {
  return answer.accepted ? done(FOLLOWED) : refused(409, answer.code, sentence(answer.reason));
}

function sentence(text: string): string {
  const begun = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return begun.endsWith('.') ? begun : `${begun}.`;
}

/** Gives an order in the name of a person. */
export async function order<Body>(
  dialer: Dialer,
  entry: OrderEntry<Body>,
  fields: unknown,
  person: Author | null,
): Promise<Outcome<Followed>> {
  return outcomeOf(await dialer.order(entry, fields, person?.accountId));
}

const list = route({
  name: 'campaigns.list',
  method: 'GET',
  path: '/campaigns',
  summary: 'The campaigns of the floor with their live figures.',
  roles: WATCHERS,
  schemas: { answer: z.array(schemas.campaign) },
  work: async ({ parts }) => done(parts.floor.campaigns().map(describeCampaign)),
});

const explanation = route({
  name: 'campaigns.explanation',
  method: 'GET',
  path: '/campaigns/{campaignId}/explanation',
  summary: 'Why no call can be placed, now or at an instant to come.',
  roles: WATCHERS,
  schemas: {
    params: campaignParams,
    query: z.strictObject({ at: schemas.instant.exactOptional() }),
    answer: schemas.explanation,
  },
  work: async ({ parts, params, query }) => {
    const dialer = parts.floor.campaign(params.campaignId);
    if (!dialer) return noCampaign(params.campaignId, parts);
    if (query.at === undefined) return done(describeExplanation(dialer.explain()));
    return done(describeExplanation(await dialer.explain(Date.parse(query.at))));
  },
});

/** States after which a campaign is started anew, with the newest version of its document. */
const ENDED: readonly string[] = ['stopped', 'halted'];

/** Starts a campaign that was made, has stopped or was halted. */
const start = route({
  name: 'campaigns.start',
  method: 'POST',
  path: '/campaigns/{campaignId}/start',
  summary:
    'Starts a campaign that has not been started; one that has stopped or was halted starts anew, with the ' +
    'newest version of its document.',
  roles: STEERERS,
  schemas: { params: campaignParams, answer: schemas.followed },
  work: async ({ parts, params, person }) => {
    const dialer = parts.floor.campaign(params.campaignId);
    if (!dialer) return noCampaign(params.campaignId, parts);
    if (parts.isDraining())
      return refused(503, 'draining', 'The server is being stopped: start it after the server is back.');
    if (dialer.hasStarted && !ENDED.includes(dialer.state))
      return refused(409, 'campaign-state', `The campaign has been started and is now ${dialer.state}.`);
    try {
      const { served } = parts;
      const present = served.get(params.campaignId);
      const campaign = dialer.hasStarted || !present ? await served.put(params.campaignId) : present;
      await served.start(campaign, person?.accountId);
    } catch (error) {
      if (!isOutdialError(error)) throw error;
      return refused(409, error.code, error.message);
    }
    return done(FOLLOWED);
  },
});

/** One route an order: its body is that of the order's table. */
function orderRoute([name, entry]: readonly [string, OrderTable[string]]): Route {
  return route({
    name: `campaigns.${name}`,
    method: 'POST',
    path: `/campaigns/{campaignId}/${name}`,
    summary: entry.summary,
    roles: STEERERS,
    schemas: { params: campaignParams, body: entry.body, answer: schemas.followed },
    work: async ({ parts, params, body, person }) => {
      const dialer = parts.floor.campaign(params.campaignId);
      return dialer ? order(dialer, entry, body, person) : noCampaign(params.campaignId, parts);
    },
  });
}

const killSwitch = route({
  name: 'kill-switch.turn',
  method: 'PUT',
  path: '/kill-switch',
  summary: 'Stops all dialing of the store within a second, or allows it again.',
  roles: WATCHERS,
  schemas: {
    body: z.strictObject({ on: z.boolean(), reason: z.string().trim().min(1).max(200) }),
    answer: schemas.followed,
  },
  work: async ({ parts, body, person }) => {
    await setKillSwitch(parts.store, { ...body, by: person?.accountId });
    return done(FOLLOWED);
  },
});

/** The routes of campaigns. */
export const CAMPAIGN_ROUTES: readonly Route[] = [
  list,
  explanation,
  start,
  ...Object.entries(CAMPAIGN_ORDERS as OrderTable).map(orderRoute),
  killSwitch,
];
