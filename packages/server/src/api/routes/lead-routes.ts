/** Leads as people look them up. Every look stands in the audit trail with who looked. */
import { isoInstant } from '@outdial/core';
import { findLeads, getLead, readAttempts, readNumberTrail, type ListedLead } from '@outdial/store';
import { readNumber, type AttemptRecord, type Dialer } from 'outdial';
import { z } from 'zod';
import { LIST_READERS } from '../../accounts/roles.js';
import { instantOrNull } from '../../stream/instants.js';
import { foundLead, leadFile } from '../lead-schemas.js';
import { done, refused } from '../outcome.js';
import { noteInTrail, route, type Route } from '../route.js';
import type { ServerParts } from '../server-parts.js';

/** Leads that a search shows. */
const FOUND_MOST = 50;
/** A shorter text would find everybody. */
const SHORTEST_TEXT = 3;
/** Names in these scripts have two letters and more. */
const SHORT_NAMES = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]{2}/u;
const isLongEnough = (text: string): boolean => text.length >= SHORTEST_TEXT || SHORT_NAMES.test(text);

const search = route({
  name: 'leads.search',
  method: 'POST',
  path: '/leads/search',
  summary: 'Finds leads by number, account, or any text that the agent would see.',
  roles: LIST_READERS,
  schemas: {
    body: z.strictObject({
      query: z
        .string()
        .trim()
        .max(100)
        .refine(
          isLongEnough,
          `needs at least ${SHORTEST_TEXT} characters, or 2 in Chinese, Japanese or Korean`,
        ),
      listId: z.string().min(1).max(96).exactOptional(),
    }),
    answer: z.strictObject({
      leads: z.array(foundLead),
      isCut: z.boolean().meta({ description: `There are more than the ${FOUND_MOST} that are shown.` }),
    }),
  },
  work: async (request) => {
    const { parts, body } = request;
    const { query, ...inList } = body;
    const { store } = parts.floor;
    const phone = phoneIn(query, parts);
    const limit = FOUND_MOST + 1;
    const found =
      phone === null
        ? distinct([
            ...(await findLeads(store, { ...inList, account: query, limit })),
            ...(await findLeads(store, { ...inList, text: query, limit })),
          ])
        : await findLeads(store, { ...inList, phone, limit });
    const leads = found.slice(0, FOUND_MOST);
    await noteInTrail(request, 'leads.searched', {
      asked: phone === null ? 'text' : 'number',
      leads: leads.length,
    });
    return done({ leads: leads.map(describeLead), isCut: found.length > FOUND_MOST });
  },
});

/** The number that a query is, read in the countries of the campaigns; null: it is none. */
export function phoneIn(query: string, { served }: ServerParts): string | null {
  const countries = new Set([...served.loaded.values()].flatMap(({ file }) => file.countries));
  for (const country of [null, ...countries]) {
    const reading = readNumber(query, country);
    if (reading.ok) return reading.phone;
  }
  return null;
}

function distinct(leads: readonly ListedLead[]): readonly ListedLead[] {
  return [...new Map(leads.map((lead) => [lead.leadId, lead])).values()];
}

const read = route({
  name: 'leads.read',
  method: 'GET',
  path: '/leads/{leadId}',
  summary: 'A lead with its calls, its facts, and why it is not dialed now.',
  roles: LIST_READERS,
  schemas: { params: z.object({ leadId: z.string().min(1).max(96) }), answer: leadFile },
  work: async (request) => {
    const { floor } = request.parts;
    const lead = await getLead(floor.store, request.params.leadId);
    if (!lead) return refused(404, 'lead-unknown', 'There is no such lead: it may have been erased.');
    await noteInTrail(request, 'lead.looked-at', { leadId: lead.leadId });
    const attempts: AttemptRecord[] = [];
    for await (const record of readAttempts(floor.store, { leadId: lead.leadId })) attempts.push(record);
    const trails = await Promise.all(lead.phones.map(({ phone }) => readNumberTrail(floor.store, phone)));
    const dialers = floor.campaigns().filter(({ lists }) => lists.includes(lead.listId));
    const [doNotCall, consents, learned] = [
      oncePerFact(trails.flatMap((trail) => trail.doNotCall)),
      oncePerFact(trails.flatMap((trail) => trail.consents)),
      oncePerFact(trails.flatMap((trail) => trail.learned)),
    ];
    return done({
      lead: describeLead(lead),
      priority: lead.priority,
      callback:
        lead.callbackAt === null ? null : { at: isoInstant(lead.callbackAt), agentId: lead.callbackAgentId },
      facts: Object.fromEntries(Object.entries(lead.facts).map(([name, value]) => [name, textOf(value)])),
      attempts: attempts.toReversed().map(describeAttempt),
      doNotCall: doNotCall.map(({ at, ...rest }) => ({ ...rest, at: isoInstant(at) })),
      consents: consents.map(({ type, at, evidence, source }) => ({
        ...{ type, evidence, source },
        at: isoInstant(at),
      })),
      learned: learned.map(({ kind, at, source }) => ({ kind, at: isoInstant(at), source })),
      explanations: await Promise.all(dialers.map((dialer) => describeExplanation(dialer, lead))),
    });
  },
});

/** Facts of a person come with each of their numbers. */
function oncePerFact<Fact>(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((fact) => [JSON.stringify(fact), fact])).values()];
}

/** A fact for people: dates stay as they are, objects are JSON. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

async function describeExplanation(
  dialer: Dialer,
  lead: ListedLead,
): Promise<z.input<typeof leadFile>['explanations'][number]> {
  const { at, reasons, check } = await dialer.explainLead(lead);
  return {
    campaignId: dialer.campaignId,
    name: dialer.name,
    at: isoInstant(at),
    reasons: reasons.map(({ kind, text, until }) => ({ kind, text, until: instantOrNull(until) })),
    timeZones: [...(check?.timeZones ?? [])],
  };
}

function describeLead(lead: ListedLead): z.input<typeof foundLead> {
  const { leadId, listId, state, why, account, fields, attempts, lastDisposition } = lead;
  return {
    ...{ leadId, listId, state, why, account, fields, attempts, lastDisposition },
    nextDialableAt: instantOrNull(lead.nextDialableAt),
    phones: lead.phones.map(({ phone, lineType, open, closedWhy }) => ({
      ...{ phone, lineType, closedWhy },
      isOpen: open,
    })),
  };
}

function describeAttempt(record: AttemptRecord): z.input<typeof leadFile>['attempts'][number] {
  const { attemptId, campaignId, openedAt, dialedAt, phone, outcome, disposition, agentId, talkMs } = record;
  return {
    ...{ attemptId, campaignId, phone, outcome, disposition, agentId, talkMs },
    at: isoInstant(dialedAt ?? openedAt),
  };
}

/** The routes of leads. */
export const LEAD_ROUTES: readonly Route[] = [search, read];
