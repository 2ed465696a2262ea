/**
 * Campaigns as documents over the API: drafted, checked, saved as versions, compared, exported, started anew.
 */
import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeSettings, differenceOf } from '../src/campaigns/campaign-text.js';
import {
  serveIn,
  serverFolder,
  startServer,
  until,
  type Caller,
  type Reply,
  type ServerUnderTest,
} from './server-under-test.js';

let under: ServerUnderTest;
let manager: Caller;
beforeAll(async () => {
  under = await startServer();
  manager = await under.person('mona', 'manager');
});
afterAll(() => under.close());

const DOCUMENTS = '/api/v1/campaign-documents';
const of = async (id: string): Promise<Reply['body']> =>
  (await manager.call('GET', DOCUMENTS)).body.find(
    ({ campaignId }: { campaignId: string }) => campaignId === id,
  );
const save = (id: string, base: number, text: string): Promise<Reply> =>
  manager.call('POST', `${DOCUMENTS}/${id}/versions`, { base, text });

describe('the text of a campaign', () => {
  const text = '# ours\nname: A # shown\ndialing: { lines: 5 }\nlists:\n  - { id: a }\n';

  test('is changed in place: comments stay, a null takes a setting out', () => {
    const changed = changeSettings(text, [
      { path: 'name', value: 'B' },
      { path: 'dialing.lines', value: 6 },
      { path: 'compliance.seller', value: 'Us' },
      { path: 'lists', value: null },
    ]);
    expect(changed).toBe('# ours\nname: B # shown\ndialing: { lines: 6 }\ncompliance:\n  seller: Us\n');
    expect(changeSettings('lists: [{ id: a, file: a.csv }]\n', [{ path: 'lists', value: ['a', 'b'] }])).toBe(
      'lists:\n  - id: a\n    file: a.csv\n  - id: b\n',
    );
    expect(changeSettings('a: [', [{ path: 'name', value: 'B' }])).toBe('a: [');
  });

  test('differs from another by settings, not by lines', () => {
    expect(differenceOf(text, text.replace('# ours', '# theirs'))).toEqual([]);
    expect(differenceOf(text, 'name: A\nlists: [{ id: a }, { id: b }]\nlive: true\n')).toEqual([
      { path: 'dialing.lines', before: '5', after: null },
      { path: 'lists[1].id', before: null, after: '"b"' },
      { path: 'live', before: null, after: 'true' },
    ]);
  });
});

describe('expressions over leads', () => {
  const check = (body: Record<string, unknown>): Promise<Reply> =>
    manager.call('POST', '/api/v1/lead-expressions/check', { lists: ['people', 'none'], ...body });

  test('are counted by list; a column that no lead has is named', async () => {
    const { body } = await check({ filter: "startsWith(plan, 'Plan 1') and nane == 'x' or known(plan)" });
    expect(body).toMatchObject({ filter: null, score: null, columns: ['name', 'plan'] });
    expect(body.lists).toEqual([
      expect.objectContaining({ listId: 'people', leads: 50, taken: 50, takenOpen: 50 }),
      expect.objectContaining({ listId: 'none', leads: 0, taken: 0 }),
    ]);
    expect(body.missing).toEqual([{ name: 'nane', position: 32 }]);
    expect((await check({ filter: "startsWith(plan, 'Plan 1')" })).body.lists[0].taken).toBe(11);
    expect((await check({ filter: null })).body.lists[0].taken).toBe(50);
  });

  test('that cannot be read are answered with place, fault and what is allowed; nothing is counted', async () => {
    const { body } = await check({ filter: 'attempts > 1 and knwon(plan)', score: 'attempts +' });
    expect(body).toMatchObject({
      ...{ lists: null, score: { position: 11 } },
      filter: { position: 18, length: 5, allowed: expect.arrayContaining(['known']) },
    });
  });

  test('have a vocabulary', async () => {
    const { body } = await manager.call('GET', '/api/v1/lead-expressions/vocabulary');
    expect(body.fields).toContainEqual(
      expect.objectContaining({ name: 'region', also: ['state'], holds: 'text' }),
    );
    expect(body.functions).toContainEqual(expect.objectContaining({ form: 'known(value)' }));
  });
});

describe('a campaign', () => {
  test('of a file is version 1; a changed document runs from the next start, in its own folder', async () => {
    expect(await of('sales')).toMatchObject({
      ...{ name: 'Sales', inForce: 1, state: 'running', fault: null },
      newest: { version: 1, author: 'file', source: 'campaign.yaml' },
    });
    const { body } = await manager.call('GET', `${DOCUMENTS}/sales`);
    expect(body.examination).toMatchObject({
      problems: [],
      settings: { name: 'Sales', lines: 100, lists: ['people'], purpose: 'informational', seller: null },
    });
    const changes = [
      { path: 'dialing.lines', value: 40 },
      { path: 'name', value: 'Sales, widened' },
    ];
    const checked = await manager.call('POST', `${DOCUMENTS}/check`, {
      ...{ campaignId: 'sales', text: body.examination.text, changes },
    });
    expect(checked.body).toMatchObject({ problems: [], settings: { lines: 40 } });
    expect((await save('sales', 1, checked.body.text)).body).toEqual({
      ...{ campaignId: 'sales', version: 2, inForce: false },
      ...{ applied: [], later: ['dialing.lines', 'name'] },
    });
    expect((await save('sales', 1, checked.body.text)).body.code).toBe('campaign-changed');
    const between = await manager.call('GET', `${DOCUMENTS}/sales/difference?from=1&to=2`);
    expect(between.body).toEqual([
      { path: 'dialing.lines', before: null, after: '40' },
      { path: 'name', before: '"Sales"', after: '"Sales, widened"' },
    ]);

    const running = await manager.call('POST', '/api/v1/campaigns/sales/start');
    expect([running.status, running.body.code]).toEqual([409, 'campaign-state']);
    await manager.call('POST', '/api/v1/campaigns/sales/stop', {});
    await until(async () => (await of('sales')).state === 'stopped');
    expect((await manager.call('POST', '/api/v1/campaigns/sales/start')).status).toBe(200);
    await until(async () => (await of('sales')).state === 'running');
    expect(await of('sales')).toMatchObject({ name: 'Sales, widened', inForce: 2 });
    expect(under.server.floor.campaign('sales')?.settings.lines).toBe(40);
    expect((await manager.call('GET', `${DOCUMENTS}/sales/versions`)).body).toMatchObject([
      { version: 2, author: 'mona', source: null },
      { version: 1, author: 'file' },
    ]);
  }, 60_000);

  test('is drafted by its purpose, refused with its problems at their fields, saved, and exported', async () => {
    const drafted = await manager.call('POST', `${DOCUMENTS}/draft`, {
      ...{ campaignId: 'autumn', name: 'Autumn', listId: 'autumn-list' },
      ...{ purpose: 'telemarketing', mode: 'predictive' },
    });
    const { text } = drafted.body;
    expect(drafted.body).toMatchObject({ problems: [], settings: { live: false, lists: ['autumn-list'] } });
    const refused = async (changed: string): Promise<readonly string[]> => {
      const { status, body } = await save('autumn', 0, changed);
      expect(status).toBe(422);
      return body.problems.map(({ field }: { field: string }) => field);
    };
    expect(await refused('id: [')).toEqual([expect.stringMatching(/^line 1/)]);
    expect(await refused(text.replace(/countries: \[ *US *\]/, 'countries: [usa]'))).toEqual([
      'countries[0]',
    ]);
    expect(await refused(text.replace('doNotCallVersion', '# doNotCallVersion'))).toContain('law');
    expect(await refused(text.replace('id: autumn\n', 'id: winter\n'))).toEqual(['id']);
    for (const path of ['/etc/passwd', '../outdial.yaml', 'a/../../b'])
      expect(await refused(text.replace('id: autumn-list', `id: autumn-list\n    file: ${path}`))).toContain(
        'lists[0].file',
      );
    expect(await of('autumn')).toBeUndefined();

    expect((await save('autumn', 0, text)).body).toMatchObject({ version: 1, inForce: true });
    expect((await save('autumn', 0, text)).body.code).toBe('campaign-exists');
    expect(await of('autumn')).toMatchObject({ state: 'created', inForce: 1, fault: null });
    const file = await manager.call('GET', `${DOCUMENTS}/autumn/file`);
    expect(file.body).toBe(text);
    expect(file.headers.get('content-disposition')).toContain('autumn.yaml');
    expect((await save('autumn', 1, text.replace('name: Autumn', 'name: Fall'))).body.inForce).toBe(true);
    expect(under.server.floor.campaign('autumn')?.name).toBe('Fall');
    const { db } = under.server.floor.store.engine;
    const rows = await db
      .selectFrom('audit')
      .select('detail')
      .where('kind', '=', 'campaign.version')
      .execute();
    expect(rows.map(({ detail }) => JSON.parse(detail).by)).toContain('mona');
  }, 60_000);

  test('that runs takes a new filter at once, and says what waits for the next start', async () => {
    const { body } = await manager.call('GET', `${DOCUMENTS}/sales`);
    const { info, examination } = body;
    const changed = async (changes: readonly { path: string; value: unknown }[]): Promise<Reply> => {
      const { text } = (await manager.call('GET', `${DOCUMENTS}/sales`)).body.examination;
      return manager.call('POST', `${DOCUMENTS}/check`, { campaignId: 'sales', text, changes });
    };
    const dialer = under.server.floor.campaign('sales');
    const filter = "plan == 'Plan 7'";
    const only = await changed([{ path: 'leads.filter', value: filter }]);
    expect(only.body.settings).toMatchObject({ filter, order: 'oldest-first', score: null });
    expect((await save('sales', info.version, only.body.text)).body).toEqual({
      ...{ campaignId: 'sales', version: info.version + 1, inForce: true },
      ...{ applied: ['leads.filter'], later: [] },
    });
    expect(await of('sales')).toMatchObject({ inForce: info.version + 1, state: 'running' });
    expect(dialer?.file.leads.filter).toBe(filter);

    const both = await changed([
      { path: 'leads.order', value: 'newest-first' },
      { path: 'dialing.lines', value: 3 },
    ]);
    expect((await save('sales', info.version + 1, both.body.text)).body).toMatchObject({
      ...{ inForce: false, applied: ['leads.order'], later: ['dialing.lines'] },
    });
    const { text } = (await manager.call('GET', `${DOCUMENTS}/sales`)).body.examination;
    const said = await save('sales', info.version + 2, text.replace('Good day', 'Good evening'));
    expect(said.body.applied).toEqual(['script.pages[0].text']);
    expect(dialer?.script?.pages[0]?.text).toBe('Good evening, {name}.');

    const bad = await changed([{ path: 'leads.filter', value: 'plan = 7' }]);
    expect((await save('sales', info.version + 3, bad.body.text)).body.problems).toEqual([
      expect.objectContaining({ field: 'leads.filter', remedy: expect.stringContaining('character 6') }),
    ]);
    expect(dialer?.file.leads).toEqual({ filter, order: 'newest-first' });

    const hours = await changed([
      { path: 'schedule', value: null },
      { path: 'schedule.weekdays', value: '09:00-12:00' },
      { path: 'schedule.lastDay', value: '2026-12-23' },
    ]);
    expect(hours.body.settings.schedule).toMatchObject({ clock: 'agency', weekdays: '09:00-12:00' });
    expect((await save('sales', info.version + 3, hours.body.text)).body).toMatchObject({
      ...{ inForce: false, applied: ['schedule'], later: ['dialing.lines'] },
    });
    expect(dialer?.settings.schedule).toMatchObject({ lastDay: '2026-12-23' });
    const { body: why } = await manager.call('GET', '/api/v1/campaigns/sales/explanation');
    expect(why.reasons[0]).toMatchObject({ kind: 'schedule', until: '2026-06-11T09:00:00.000Z' });
    const { db } = under.server.floor.store.engine;
    const noted = await db
      .selectFrom('audit')
      .select('detail')
      .where('kind', '=', 'campaign.adopted')
      .execute();
    expect(noted.map(({ detail }) => JSON.parse(detail))).toEqual([
      expect.objectContaining({ by: 'mona', settings: ['leads.filter'] }),
      expect.objectContaining({ by: 'mona', settings: ['leads.order'] }),
      expect.objectContaining({ by: 'mona', settings: ['script.pages[0].text'] }),
      expect.objectContaining({ by: 'mona', settings: ['schedule'] }),
    ]);
    await save('sales', info.version + 4, examination.text);
  });

  test('says what happens when calling hours change', async () => {
    const { body } = await manager.call('GET', '/api/v1/campaigns/sales/next-change');
    expect(body).toMatchObject({ closing: 50, opening: 0, dialable: 0 });
    expect(body.text).toContain('the calling hours of 50 leads end');
    expect((await manager.call('GET', '/api/v1/campaigns/autumn/next-change')).body.text).toBeNull();
  });

  test('that was never started stands at the lists that it names', async () => {
    const { newest } = await of('autumn');
    const { text } = (await manager.call('GET', `${DOCUMENTS}/autumn`)).body.examination;
    await save('autumn', newest.version, text.replaceAll('autumn-list', 'people'));
    const { body } = await manager.call('GET', '/api/v1/lists');
    const people = body.find(({ listId }: { listId: string }) => listId === 'people');
    expect(people.campaigns).toEqual([
      expect.objectContaining({ campaignId: 'sales' }),
      { campaignId: 'autumn', name: 'Fall', isOnFloor: true },
    ]);
  });

  test('a file that was changed on the disk is a new version at the next start', async () => {
    const before = (await of('sales')).newest.version;
    const path = join(under.folder, 'campaign.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replace('name: Sales', 'name: From the file'));
    const { ServedCampaigns } = await import('../src/campaigns/served-campaigns.js');
    const { floor } = under.server;
    const again = new ServedCampaigns({
      floor,
      folder: under.folder,
      say: () => undefined,
      onFault: () => undefined,
    });
    await again.open(['campaign.yaml']);
    await again.open(['campaign.yaml']);
    expect((await manager.call('GET', `${DOCUMENTS}/sales/versions`)).body[0]).toMatchObject({
      ...{ version: before + 1, author: 'file' },
    });
    expect((await of('sales')).newest.version).toBe(before + 1);
  });
});

test('after a restart a campaign of a file dials again; one of the console waits for a person', async () => {
  const folder = serverFolder();
  const first = await serveIn(folder);
  const boss = await first.person('boss', 'admin');
  const { body } = await boss.call('POST', `${DOCUMENTS}/draft`, {
    ...{
      campaignId: 'winter',
      name: 'Winter',
      listId: 'winter',
      purpose: 'informational',
      mode: 'progressive',
    },
  });
  expect((await boss.call('POST', `${DOCUMENTS}/winter/versions`, { base: 0, text: body.text })).status).toBe(
    200,
  );
  await first.server.drain();
  const again = await serveIn(folder);
  await until(() => again.server.floor.campaign('sales')?.state === 'running');
  expect(again.server.floor.campaign('winter')?.state).toBe('created');
  expect(again.said).toContain('winter was made at the console: start it there');
  await again.close();
}, 60_000);
