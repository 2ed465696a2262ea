/** The compliance officer's questions: a number, the law of a campaign, the do-not-call list, the trail. */
import { isoInstant } from '@outdial/core';
import { addDoNotCall, takeOffDoNotCall } from '@outdial/store';
import { titleOfRule, verifyTrail, type LawOfCampaign, type NumberCheck } from 'outdial';
import { z } from 'zod';
import { LIST_READERS, type Role } from '../../accounts/roles.js';
import { inTurn } from '../../reports/in-turn.js';
import { instantOrNull } from '../../stream/instants.js';
import { lawAnswer, numberAnswer, trailAnswer } from '../compliance-schemas.js';
import { done, unusable } from '../outcome.js';
import { route, storeOf, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import { campaignParams, noCampaign } from './campaign-routes.js';
import { phoneIn } from './lead-routes.js';

/** Those who take a number off the do-not-call list: what closes somebody for good is opened by few. */
const OFFICERS: readonly Role[] = ['compliance', 'admin'];

const number = z.string().trim().min(1).max(40);
/** What is said of a number that cannot be read. */
export const NO_NUMBER: string =
  'is not a telephone number: write it with its country code, e.g. +12025550143';

const check = route({
  name: 'compliance.check',
  method: 'POST',
  path: '/campaigns/{campaignId}/check',
  summary:
    'Why a campaign may or must not call a number, now or at an instant, by every rule with its source.',
  roles: LIST_READERS,
  schemas: {
    params: campaignParams,
    body: z.strictObject({ number, at: schemas.instant.exactOptional() }),
    answer: numberAnswer,
  },
  work: async (request) => {
    const { parts, params, body } = request;
    const dialer = parts.floor.campaign(params.campaignId);
    const served = parts.served.get(params.campaignId);
    if (!dialer || !served) return noCampaign(params.campaignId, parts);
    const phone = phoneIn(body.number, parts);
    if (phone === null) return unusable('number', NO_NUMBER);
    const at = body.at === undefined ? parts.floor.now() : Date.parse(body.at);
    const answer = await dialer.check(phone, at);
    const law = served.lawAt(at);
    const store = storeOf(request);
    const detail = { leadId: answer.lead?.leadId ?? null, allowed: answer.allowed };
    await store.audit.record({
      at: store.clock(),
      campaignId: params.campaignId,
      kind: 'number.checked',
      detail,
    });
    return done(describeCheck(answer, law));
  },
});

function describeCheck(answer: NumberCheck, law: LawOfCampaign): z.input<typeof numberAnswer> {
  const { phone, at, allowed, lead, timeZones, jurisdictions, lists, requests, interlock, store } = answer;
  const sources = new Map(law.rules.map(({ id, source }) => [id, source]));
  return {
    ...{ phone, allowed, lead },
    at: isoInstant(at),
    nextByLaw: instantOrNull(answer.nextByLaw),
    nextAllowedAt: instantOrNull(answer.nextAllowedAt),
    timeZones: [...timeZones],
    jurisdictions: [...jurisdictions],
    lookedIn: [...lists.lookedIn],
    holding: [...lists.holding],
    requests: requests.map((asked) => ({ at: isoInstant(asked.at), source: asked.source })),
    hindrance: interlock?.message ?? store,
    verdicts: verdictsOf(answer).map((verdict) => ({
      ...verdict,
      source: sources.get(verdict.rule) ?? null,
    })),
  };
}

type Verdict = Omit<z.input<typeof numberAnswer>['verdicts'][number], 'source'>;

/** Each rule once: what refuses first, then what allows and what is noted. */
function verdictsOf({ refusals, verdicts }: NumberCheck): readonly Verdict[] {
  const refused = refusals.map(({ rule, title, message }): Verdict => {
    return { rule, title, verdict: 'refuses', text: message };
  });
  const known = new Set(refused.map(({ rule }) => rule));
  const others = verdicts
    .flatMap(({ decision }) => decision.trace)
    .filter(({ rule, verdict }) => verdict !== 'refuses' && !known.has(rule))
    .map(({ rule, verdict, detail = null }): Verdict => {
      return { rule, title: titleOfRule(rule) ?? '', verdict, text: detail };
    });
  return [...refused, ...new Map(others.map((each) => [each.rule, each])).values()];
}

const law = route({
  name: 'compliance.law',
  method: 'GET',
  path: '/campaigns/{campaignId}/law',
  summary:
    'The rules in force for a campaign with their sources, what must be read again, and registrations.',
  roles: LIST_READERS,
  schemas: {
    params: campaignParams,
    query: z.strictObject({ at: schemas.instant.exactOptional() }),
    answer: lawAnswer,
  },
  work: ({ parts, params, query }) => {
    const served = parts.served.get(params.campaignId);
    if (!served) return Promise.resolve(noCampaign(params.campaignId, parts));
    const at = query.at === undefined ? parts.floor.now() : Date.parse(query.at);
    const { day, rules, toRead } = served.lawAt(at);
    const answer = done({
      day,
      rules: rules.map((rule) => {
        const { id, jurisdiction, title, kind, value, effectiveFrom, verification, verifiedOn } = rule;
        const { setting, watch = null, source } = rule;
        return {
          rule: id,
          ...{ jurisdiction, title, kind, value, effectiveFrom, verification, verifiedOn },
          ...{ setting, watch, source },
        };
      }),
      toRead: toRead.map(({ rule, jurisdictions, title, why, since, what, source }) => {
        return { rule, jurisdictions: [...jurisdictions], title, why, since, what, source };
      }),
      registrations: served.loaded.file.compliance.registrations.map(({ expires = null, ...each }) => {
        return { ...each, expires };
      }),
    });
    return Promise.resolve(answer);
  },
});

const optOut = route({
  name: 'do-not-call.add',
  method: 'POST',
  path: '/do-not-call',
  summary: "Puts a number on the company's do-not-call list at once, in every campaign of the store.",
  roles: LIST_READERS,
  schemas: {
    body: z.strictObject({ number, source: z.string().trim().min(1).max(128) }),
    answer: z.strictObject({ phone: z.string(), isNew: z.boolean() }),
  },
  work: async (request) => {
    const { parts, body } = request;
    const phone = phoneIn(body.number, parts);
    if (phone === null) return unusable('number', NO_NUMBER);
    const store = storeOf(request);
    const added = await addDoNotCall(store, [{ phone, at: store.clock(), source: body.source }]);
    return done({ phone, isNew: added > 0 });
  },
});

const optIn = route({
  name: 'do-not-call.take-off',
  method: 'POST',
  path: '/do-not-call/take-off',
  summary: "Takes a mistaken entry off the company's do-not-call list; entry and removal stay on record.",
  roles: OFFICERS,
  schemas: {
    body: z.strictObject({ number, why: z.string().trim().min(1).max(128) }),
    answer: z.strictObject({ phone: z.string(), removed: z.boolean(), reopened: z.number() }),
  },
  work: async (request) => {
    const { parts, body } = request;
    const phone = phoneIn(body.number, parts);
    if (phone === null) return unusable('number', NO_NUMBER);
    const { removed, reopened } = await takeOffDoNotCall(storeOf(request), { phone }, body.why);
    return done({ phone, removed, reopened });
  },
});

const trail = route({
  name: 'audit.verify',
  method: 'POST',
  path: '/audit/verify',
  summary: 'Checks every chain of the audit trail and the rows that it states. It reads the whole trail.',
  roles: OFFICERS,
  schemas: { answer: trailAnswer },
  work: async ({ parts }) => {
    const { store } = parts.floor;
    const { ok, events, records, notChecked } = await inTurn(store, () => verifyTrail(store));
    return done({
      holds: ok,
      entries: events.entries,
      decisions: events.decisions,
      records: records.count,
      breaks: [
        ...records.broken.map(({ writer, sequence, problem }) => `${writer} ${sequence}: ${problem}`),
        ...events.breaks.map(({ place, problem }) => `${place}: ${problem}`),
      ],
      notChecked: [...notChecked],
    });
  },
});

/** The routes of the compliance officer. */
export const COMPLIANCE_ROUTES: readonly Route[] = [check, law, optOut, optIn, trail];
