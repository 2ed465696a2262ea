/** Leads that a program brings, closes and reopens, one or hundreds at a time; a file is an upload. */
import { defined, isOutdialError } from '@outdial/core';
import { WRITE_VERDICTS, recycleLeads } from '@outdial/store';
import { z } from 'zod';
import { MANAGERS } from '../../accounts/roles.js';
import { done, refused } from '../outcome.js';
import { noteInTrail, route, storeOf, type Route } from '../route.js';
import { campaignParams, noCampaign } from './campaign-routes.js';

/** Leads in one request. */
const AT_ONCE = 500;

const values = z.record(z.string().min(1).max(200), z.string().max(10_000));

const problem = z.strictObject({
  field: z.string(),
  value: z.string(),
  problem: z.string(),
  remedy: z.string(),
});

const verdict = z
  .strictObject({
    verdict: z.enum([...WRITE_VERDICTS, 'rejected']),
    leadId: z.string().nullable(),
    problems: z
      .array(problem)
      .meta({ description: 'Values that were left out, or why the lead was rejected.' }),
  })
  .meta({ id: 'LeadVerdict' });

const reference = z
  .union([
    z.strictObject({ leadId: z.string().min(1).max(96) }),
    z.strictObject({ account: z.string().min(1).max(200) }),
    z.strictObject({ phone: z.string().regex(/^\+\d{7,15}$/, 'must be E.164, e.g. +12025550143') }),
  ])
  .meta({ id: 'LeadReference' });

const references = z.strictObject({
  leads: z.array(reference).min(1).max(AT_ONCE),
  reason: z.string().trim().min(1).max(60).meta({ description: 'For reports, e.g. "paid".' }),
});

const count = z.number().int();

const add = route({
  name: 'leads.add',
  method: 'POST',
  path: '/campaigns/{campaignId}/leads',
  summary: 'Adds leads to a list of a campaign, by the names of values that a list has as columns.',
  roles: MANAGERS,
  schemas: {
    params: campaignParams,
    body: z.strictObject({
      leads: z.array(values).min(1).max(AT_ONCE),
      listId: z.string().min(1).max(96).exactOptional(),
      duplicates: z.enum(['skip', 'update']).exactOptional(),
      first: z.boolean().exactOptional().meta({ description: 'Dialed next, before every other lead.' }),
    }),
    answer: z.strictObject({
      verdicts: z.array(verdict).meta({ description: 'In the order of the leads.' }),
    }),
  },
  work: async (request) => {
    const { parts, params, body } = request;
    const dialer = parts.floor.campaign(params.campaignId);
    if (!dialer) return noCampaign(params.campaignId, parts);
    const { leads, ...options } = body;
    try {
      const verdicts = await dialer.addLeads(leads, options);
      const added = verdicts.filter((each) => each.verdict === 'added').length;
      await noteInTrail(request, 'leads.added', { leads: verdicts.length, added }, params.campaignId);
      return done({ verdicts: verdicts.map((each) => ({ ...each, problems: [...each.problems] })) });
    } catch (error) {
      if (!isOutdialError(error) || error.code !== 'campaign-list-unknown') throw error;
      return refused(404, error.code, error.message);
    }
  },
});

const close = route({
  name: 'leads.close',
  method: 'POST',
  path: '/campaigns/{campaignId}/leads/close',
  summary: 'Closes leads for good, in every list of the campaign: unanswered calls to them are hung up.',
  roles: MANAGERS,
  schemas: {
    params: campaignParams,
    body: references,
    answer: z.strictObject({ references: count, closed: count, already: count, unknown: count }),
  },
  work: async (request) => {
    const { parts, params, body } = request;
    const dialer = parts.floor.campaign(params.campaignId);
    if (!dialer) return noCampaign(params.campaignId, parts);
    const report = await dialer.closeLeads(body.leads, body.reason);
    await noteInTrail(request, 'leads.closed', { ...report, reason: body.reason }, params.campaignId);
    return done({ ...report });
  },
});

const reopen = route({
  name: 'leads.reopen',
  method: 'POST',
  path: '/campaigns/{campaignId}/leads/reopen',
  summary: 'Reopens closed leads, in every list of the campaign; who asked not to be called stays closed.',
  roles: MANAGERS,
  schemas: {
    params: campaignParams,
    body: references,
    answer: z.strictObject({
      references: count,
      reopened: count,
      open: count,
      barred: count,
      unknown: count,
    }),
  },
  work: async (request) => {
    const { parts, params, body } = request;
    const dialer = parts.floor.campaign(params.campaignId);
    if (!dialer) return noCampaign(params.campaignId, parts);
    const { barredBy: _why, ...report } = await dialer.reopenLeads(body.leads, body.reason);
    await noteInTrail(request, 'leads.reopened', { ...report, reason: body.reason }, params.campaignId);
    return done(report);
  },
});

const DAY_MS = 86_400_000;

const recycle = route({
  name: 'leads.recycle',
  method: 'POST',
  path: '/campaigns/{campaignId}/leads/recycle',
  summary:
    'Opens closed leads again by how they ended and how long ago; without `apply` it only counts. Attempts ' +
    'still count for every cap, and who asked not to be called stays closed.',
  roles: MANAGERS,
  schemas: {
    params: campaignParams,
    body: z.strictObject({
      endings: z
        .array(z.string().trim().min(1).max(96))
        .min(1)
        .max(50)
        .meta({
          description:
            'Dispositions of the campaign, outcomes, or reasons for which leads are closed: "no-answer", ' +
            '"not-interested". Another word is refused with those that there are.',
        }),
      olderThanDays: z
        .number()
        .min(0)
        .max(3_650)
        .exactOptional()
        .meta({ description: 'Only leads whose last attempt is older.' }),
      rounds: z
        .int()
        .min(1)
        .max(100)
        .exactOptional()
        .meta({ description: 'Only leads that were recycled less often than this.' }),
      listId: z.string().min(1).max(96).exactOptional().meta({ description: 'Absent: every list.' }),
      reason: references.shape.reason,
      apply: z.boolean().default(false).meta({ description: 'False: counts, and changes nothing.' }),
    }),
    answer: z.strictObject({
      found: count.meta({ description: 'Closed leads that are meant: `reopened` and `barred` in all.' }),
      reopened: count,
      barred: count.meta({ description: 'They stay closed.' }),
      barredBy: z.record(z.string(), count).meta({ description: 'The same by reason: "do-not-call".' }),
      applied: z.boolean(),
    }),
  },
  work: async (request) => {
    const { parts, params, body } = request;
    const dialer = parts.floor.campaign(params.campaignId);
    if (!dialer) return noCampaign(params.campaignId, parts);
    const { endings, olderThanDays, rounds, listId, reason, apply } = body;
    if (listId !== undefined && !dialer.lists.includes(listId))
      return refused(404, 'campaign-list-unknown', `The campaign does not dial the list '${listId}'.`);
    const lists = listId === undefined ? dialer.lists : [listId];
    const before = olderThanDays === undefined ? undefined : parts.floor.now() - olderThanDays * DAY_MS;
    const dispositions = dialer.dispositions.map(({ code }) => code);
    try {
      const report = await recycleLeads(
        storeOf(request),
        { lists, endings, ...defined({ before, rounds }) },
        { reason, countOnly: !apply, dispositions },
      );
      return done({ ...report, barredBy: { ...report.barredBy }, applied: apply });
    } catch (error) {
      if (!isOutdialError(error) || error.code !== 'ending-unknown') throw error;
      return refused(409, error.code, error.message);
    }
  },
});

/** The routes that change leads. */
export const LEAD_ORDER_ROUTES: readonly Route[] = [add, close, reopen, recycle];
