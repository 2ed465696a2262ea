/** Decisions of the law that stand on record: searched, and read with what they rest on. */
import { defined, isoInstant } from '@outdial/core';
import { findDecisions, readDecision, type FoundDecision } from '@outdial/store';
import { dayBegins, dayEnds, questionInWords, titleOfRule, type QuestionInWords } from 'outdial';
import { z } from 'zod';
import { LIST_READERS } from '../../accounts/roles.js';
import { instantOrNull } from '../../stream/instants.js';
import { decisionFile, decisionSearch, foundDecisions, type foundDecision } from '../decision-schemas.js';
import { done, refused, unusable } from '../outcome.js';
import { noteInTrail, route, type Route } from '../route.js';
import type { ServerParts } from '../server-parts.js';
import { NO_NUMBER } from './compliance-routes.js';
import { phoneIn } from './lead-routes.js';

/** Decisions of one answer. */
const PAGE = 50;

const search = route({
  name: 'compliance.decisions',
  method: 'POST',
  path: '/decisions/search',
  summary: 'Decisions whether a number may be called, by number, lead, campaign, day or rule; latest first.',
  roles: LIST_READERS,
  schemas: { body: decisionSearch, answer: foundDecisions },
  work: async (request) => {
    const { parts, body } = request;
    const { number, leadId, campaignId, from, to, allowed, rule, before } = body;
    if (number === undefined && leadId === undefined && campaignId === undefined)
      return unusable('campaignId', 'is missing: name a campaign, a number or a lead');
    const phone = number === undefined ? undefined : phoneIn(number, parts);
    if (phone === null) return unusable('number', NO_NUMBER);
    if (from !== undefined && to !== undefined && to < from)
      return unusable('to', `must not lie before ${from}`);
    const zone = zoneOf(campaignId, parts);
    const { store } = parts.floor;
    const found = await findDecisions(store, {
      ...defined({ phone, leadId, campaignId, allowed, rule }),
      ...defined({
        from: from === undefined ? undefined : dayBegins(from, zone),
        to: to === undefined ? undefined : dayEnds(to, zone),
        before: before && { id: before.id, at: Date.parse(before.at) },
      }),
      limit: PAGE + 1,
    });
    const decisions = found.slice(0, PAGE);
    const last = found.length > PAGE ? decisions.at(-1) : undefined;
    const asked = Object.keys(body).filter((name) => name !== 'before');
    await noteInTrail(request, 'decisions.searched', { asked, decisions: decisions.length }, campaignId);
    return done({
      decisions: decisions.map(describe),
      more: last ? { id: last.id, at: isoInstant(last.at) } : null,
    });
  },
});

/** Days are those of the campaign, else of the agency. */
function zoneOf(campaignId: string | undefined, { served, timeZone }: ServerParts): string {
  const loaded = campaignId === undefined ? undefined : served.get(campaignId)?.loaded;
  return loaded?.file.timeZone ?? timeZone();
}

function describe(found: FoundDecision): z.input<typeof foundDecision> {
  const { id, at, campaignId, leadId, phone, mode, allowed, refusals, nextAllowedAt } = found;
  const { outcome, disposition } = found;
  return {
    ...{ id, campaignId, leadId, phone, mode, allowed, outcome, disposition },
    at: isoInstant(at),
    nextAllowedAt: instantOrNull(nextAllowedAt),
    refusals: refusals.map(({ rule, message }) => ({ rule, title: titleOfRule(rule) ?? '', text: message })),
  };
}

const read = route({
  name: 'compliance.decision',
  method: 'GET',
  path: '/decisions/{decisionId}',
  summary:
    'A decision with each question that was put to the law: facts, rules with sources, and its record.',
  roles: LIST_READERS,
  schemas: { params: z.object({ decisionId: z.coerce.number().int().positive() }), answer: decisionFile },
  work: async (request) => {
    const { parts, params } = request;
    const found = await readDecision(parts.floor.store, params.decisionId);
    if (!found)
      return refused(
        404,
        'decision-unknown',
        `There is no decision ${params.decisionId}: search them first.`,
      );
    const { decision, records } = found;
    const { campaignId, leadId } = decision;
    await noteInTrail(request, 'decision.looked-at', { decision: decision.id, leadId }, campaignId);
    const questions = records.flatMap((record) => questionInWords(record) ?? []);
    return done({
      decision: describe(decision),
      questions: questions.map((question) => describeQuestion(question, campaignId, parts)),
      unreadable: records.length - questions.length,
    });
  },
});

type Question = z.input<typeof decisionFile>['questions'][number];

function describeQuestion(question: QuestionInWords, campaignId: string, { served }: ServerParts): Question {
  const { id, when, voice, allowed, ruleSetVersion, zoneData, writer, sequence, hash } = question;
  const law = served.get(campaignId)?.lawAt(question.at).rules ?? [];
  const sources = new Map(law.map(({ id: rule, source }) => [rule, source]));
  return {
    ...{ record: id, when, voice, allowed, ruleSetVersion, zoneData, writer, sequence, hash },
    at: isoInstant(question.at),
    nextAllowedAt: instantOrNull(question.nextAllowedAt),
    facts: question.facts.map(([name, value]) => ({ name, value })),
    rules: question.rules.map((each) => ({ ...each, source: sources.get(each.rule) ?? null })),
  };
}

/** The routes of decisions. */
export const DECISION_ROUTES: readonly Route[] = [search, read];
