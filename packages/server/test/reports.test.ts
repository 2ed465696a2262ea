/** Reports over the API: narrowed by day, list and agent, in the agency's zone, and as CSV. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startServer, until, type Caller, type Reply, type ServerUnderTest } from './server-under-test.js';

let under: ServerUnderTest;
let mia: Caller;
const report = (query = '', tail = ''): Promise<Reply> =>
  mia.call('GET', `/api/v1/reports/sales${tail}${query}`);

beforeAll(async () => {
  under = await startServer();
  mia = await under.person('mia', 'manager');
  const ann = await under.person('ann', 'agent');
  await ann.call('POST', '/api/v1/desk/join', { campaignId: 'sales' });
  await ann.call('POST', '/api/v1/desk/ready');
  const dialer = under.server.floor.campaign('sales');
  await until(() => dialer?.agents()[0]?.state === 'talking');
  await ann.call('POST', '/api/v1/desk/dispose', { code: 'sale' });
  await ann.call('POST', '/api/v1/desk/pause', { code: 'break' });
  await until(async () => (await rowsOf('outcomes')).length > 0);
}, 30_000);
afterAll(() => under.close());

interface Section {
  readonly id: string;
  readonly columns: readonly { readonly name: string }[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly plot: { readonly points: readonly object[]; readonly levels: readonly object[] } | null;
}

/** The sections of one report: the campaign dials on, and a second one may say more. */
async function sections(query = ''): Promise<(id: string) => Section | undefined> {
  const { body } = await report(query);
  return (id) => (body as { sections: readonly Section[] }).sections.find((section) => section.id === id);
}
const rowsOf = async (id: string, query = ''): Promise<Section['rows']> =>
  (await sections(query))(id)?.rows ?? [];

test('figures by day, list, agent, disposition and caller number, each by the table of metrics', async () => {
  expect((await report()).body).toMatchObject({ title: 'Report: Sales', timeZone: 'UTC' });
  const sectionOf = await sections();
  const rows = (id: string): Section['rows'] => sectionOf(id)?.rows ?? [];
  expect(sectionOf('days')?.columns.map(({ name }) => name)).toEqual([
    'day',
    'attempts',
    'live answers',
    'connected',
    'abandoned',
    'conversions',
    'answer rate',
    'answer-seizure ratio',
    'share of calls under 6 s',
    'abandonment rate',
    'conversion rate',
  ]);
  const [day] = rows('days');
  expect(day?.[0]).toBe('2026-06-10');
  expect(rows('lists')[0]).toEqual(['people', ...(day ?? []).slice(1)]);
  expect(rows('caller-numbers')[0]).toEqual(['+12025550100', ...(day ?? []).slice(1)]);
  expect(rows('trunks').map(([name]) => name)).toContain('simulated');
  expect(rows('clients')[0]).toEqual(['none named', ...(day ?? []).slice(1)]);
  expect(rows('penetration')[0]?.slice(0, 3)).toEqual(['people', 50, expect.any(Number)]);
  expect(rows('times').map(([name]) => name)).toContain('dialing to ringing (post-dial delay)');
  expect(rows('agents')[0]?.slice(0, 2)).toEqual(['ann', 1]);
  expect(rows('dispositions')[0]?.slice(0, 2)).toEqual(['sale', 1]);
  expect(sectionOf('outcome-hours')?.plot?.points[0]).toMatchObject({ x: '17:00' });
});

test('a report is narrowed to days, a list and an agent; what cannot be is refused by its field', async () => {
  expect(await rowsOf('days', '?from=2026-06-10&to=2026-06-10&listId=people&agentId=ann')).toHaveLength(1);
  expect(await rowsOf('days', '?from=2026-06-11')).toEqual([]);
  expect(await rowsOf('days', '?to=2026-06-09')).toEqual([]);
  for (const [query, field] of [
    ['?from=yesterday', 'from'],
    ['?from=2026-06-11&to=2026-06-10', 'to'],
    ['?listId=nothing', 'listId'],
  ] as const) {
    const { status, body } = await report(query);
    expect([status, body.problems[0].field]).toEqual([422, field]);
  }
  expect((await mia.call('GET', '/api/v1/reports/nothing')).status).toBe(404);
});

test("an agent's day has the call and its wrap-up", async () => {
  const { body } = await report('?day=2026-06-10', '/agent-days');
  expect(body.agents).toMatchObject([{ agentId: 'ann' }]);
  const doings = body.agents[0].spans.map(({ doing }: { doing: string }) => doing);
  expect(doings).toContain('talk');
  const dialer = under.server.floor.campaign('sales');
  const now = dialer?.agents()[0]?.state === 'paused' ? { doing: 'paused', code: 'break' } : {};
  expect(body.agents[0].spans).toContainEqual(expect.objectContaining({ ...now, to: body.to }));
  expect((await report('?day=2026-06-09', '/agent-days')).body.agents).toEqual([]);
  expect((await report('?day=today', '/agent-days')).body.problems[0].field).toBe('day');
});

test('the same figures come as a file', async () => {
  const { headers, body } = await report('?from=2026-06-10', '/csv');
  expect(headers.get('content-disposition')).toBe('attachment; filename="report-sales-2026-06-10.csv"');
  expect(String(body).split('\n')[0]?.trim()).toBe('section,row,figure,unit,value');
  expect(body).toContain('dispositions,sale,attempts,1,1');
});
