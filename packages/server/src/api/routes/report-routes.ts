/** Reports of campaigns, from the table of metrics: by day, hour, list, agent, code and caller number. */
import {
  campaignReport,
  codeWords,
  csvReport,
  dayBegins,
  dayEnds,
  type ReportDocument,
  type ReportNarrowing,
} from 'outdial';
import { defined, isoInstant } from '@outdial/core';
import { readAgentDays } from '@outdial/store';
import { z } from 'zod';
import { WATCHERS } from '../../accounts/roles.js';
import { inTurn } from '../../reports/in-turn.js';
import { withPresentSpans } from '../../reports/present-spans.js';
import { done, unusable, type Outcome } from '../outcome.js';
import { agentDays, day, reportAnswer, reportQuery } from '../report-schemas.js';
import { route, type Route } from '../route.js';
import type { ServerParts } from '../server-parts.js';
import { campaignParams, noCampaign } from './campaign-routes.js';

/** What a report was asked for. */
interface Asked {
  readonly parts: ServerParts;
  readonly params: { readonly campaignId: string };
  readonly query: z.output<typeof reportQuery>;
}

/** The report, or why there is none. */
async function reportOf({ parts, params, query }: Asked): Promise<ReportDocument | Outcome<never>> {
  const served = parts.served.get(params.campaignId);
  if (!served) return noCampaign(params.campaignId, parts);
  const { timeZone, lists } = served.loaded.file;
  const { from, to, listId, agentId } = query;
  if (from !== undefined && to !== undefined && to < from)
    return unusable('to', `must not lie before ${from}`);
  if (listId !== undefined && !lists.some(({ id }) => id === listId))
    return unusable('listId', `must be one of ${lists.map(({ id }) => id).join(', ')}`);
  const narrowing: ReportNarrowing = defined({
    from: from === undefined ? undefined : dayBegins(from, timeZone),
    to: to === undefined ? undefined : dayEnds(to, timeZone),
    listId,
    agentId,
  });
  const { store } = parts.floor;
  return inTurn(store, () => campaignReport(store, served.loaded, narrowing));
}

const read = route({
  name: 'reports.read',
  method: 'GET',
  path: '/reports/{campaignId}',
  summary: "A campaign's figures over days of the agency, whole or of one list or agent.",
  roles: WATCHERS,
  schemas: { params: campaignParams, query: reportQuery, answer: reportAnswer },
  work: async (asked) => {
    const report = await reportOf(asked);
    if ('kind' in report) return report;
    const { title, subtitle, timeZone, sections } = report;
    return done({
      ...{ title, subtitle, timeZone, words: wordsOf(report) },
      sections: sections.map(({ note = null, plot = null, ...section }) => ({
        ...section,
        columns: [...section.columns],
        rows: section.rows.map((row) => [...row]),
        note,
        plot: plot && { ...plot, points: [...plot.points], levels: [...(plot.levels ?? [])] },
      })),
    });
  },
});

/** The codes of a report in words. */
function wordsOf({ sections }: ReportDocument): Record<string, string> {
  const codes = sections.flatMap(({ columns, rows }) =>
    columns.flatMap(({ kind }, at) => (kind === 'code' ? rows.map((row) => row[at]) : [])),
  );
  return Object.fromEntries(
    codes.filter((code) => typeof code === 'string').map((code) => [code, codeWords(code)]),
  );
}

const csv = route({
  name: 'reports.csv',
  method: 'GET',
  path: '/reports/{campaignId}/csv',
  summary: 'The same figures as CSV, one a line: section, row, figure, unit, value. Instants are in UTC.',
  roles: WATCHERS,
  gives: 'text/csv',
  schemas: { params: campaignParams, query: reportQuery, answer: z.string() },
  work: async (asked) => {
    const report = await reportOf(asked);
    if ('kind' in report) return report;
    const { from, to } = asked.query;
    const name = ['report', asked.params.campaignId, from, to].filter((part) => part !== undefined).join('-');
    return { kind: 'file', name: `${name}.csv`, type: 'text/csv; charset=utf-8', content: csvReport(report) };
  },
});

const days = route({
  name: 'reports.agent-days',
  method: 'GET',
  path: '/reports/{campaignId}/agent-days',
  summary:
    'What each agent did on a day of the agency: there, paused, in talk, in wrap-up. Of the last ten ' +
    'minutes, presence before the present state may be missing.',
  roles: WATCHERS,
  schemas: { params: campaignParams, query: z.strictObject({ day }), answer: agentDays },
  work: async ({ parts, params, query }) => {
    const served = parts.served.get(params.campaignId);
    if (!served) return noCampaign(params.campaignId, parts);
    const { timeZone } = served.loaded.file;
    const from = dayBegins(query.day, timeZone);
    const now = parts.floor.now();
    const to = Math.min(dayEnds(query.day, timeZone), Math.max(from, now));
    const { store } = parts.floor;
    const known = await inTurn(store, () => readAgentDays(store, params.campaignId, { from, to }));
    const present = to === now ? (parts.floor.campaign(params.campaignId)?.agents() ?? []) : [];
    const agents = withPresentSpans(known, present, { from, to });
    return done({
      from: isoInstant(from),
      to: isoInstant(to),
      agents: agents.map(({ agentId, spans }) => ({
        agentId,
        spans: spans.map((span) => ({ ...span, from: isoInstant(span.from), to: isoInstant(span.to) })),
      })),
    });
  },
});

/** The routes of reports. */
export const REPORT_ROUTES: readonly Route[] = [read, csv, days];
