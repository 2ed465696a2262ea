/** Lists over the API: a file is uploaded, understood, tried, imported, undone; leads are looked up. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startServer, until, type Caller, type Reply, type ServerUnderTest } from './server-under-test.js';

const SCRIPT = '<script>document.title="owned"</script>';
const LIST = [
  'Contact No,Full name,State,Balance,Consent remarks',
  '212-555-0301,Ada,NY,12,',
  `212-555-0302,"${SCRIPT.replaceAll('"', '""')}",NY,13,`,
  '212-555-0302,Ada again,NY,14,',
  'no number,Bob,NY,15,',
  '',
].join('\n');
const TAKING = { listId: 'spring', defaultCountry: 'US' };

let under: ServerUnderTest;
let manager: Caller;
beforeAll(async () => {
  under = await startServer();
  manager = await under.person('mona', 'manager');
});
afterAll(() => under.close());

/** Uploads a file in parts. Answers the path of the upload. */
async function upload(bytes: Uint8Array, name = 'spring.csv', partBytes = 64): Promise<string> {
  const begun = await manager.call('POST', '/api/v1/uploads', { name, size: bytes.length });
  const path = `/api/v1/uploads/${begun.body.uploadId}`;
  for (let offset = 0; offset < bytes.length; offset += partBytes)
    expect((await sendPart(path, bytes.subarray(offset, offset + partBytes), offset)).status).toBe(200);
  return path;
}

async function sendPart(path: string, part: Uint8Array, offset: number): Promise<Response> {
  return fetch(`${under.server.url}${path}/part?offset=${offset}`, {
    method: 'PUT',
    headers: {
      origin: under.server.url,
      cookie: manager.cookie,
      'content-type': 'application/octet-stream',
    },
    body: new Uint8Array(part),
  });
}

/** Begins work on an upload and waits for its end. */
async function workOn(path: string, kind: string, body: unknown): Promise<Reply['body']> {
  const begun = await manager.call('POST', `${path}/${kind}`, body);
  expect([begun.status, begun.body.code]).toEqual([200, undefined]);
  await until(async () => (await manager.call('GET', path)).body.work.state !== 'running');
  return (await manager.call('GET', path)).body.work;
}

const auditOf = async (kind: string): Promise<readonly Record<string, unknown>[]> => {
  const { db } = under.server.floor.store.engine;
  const rows = await db.selectFrom('audit').select('detail').where('kind', '=', kind).execute();
  return rows.map(({ detail }) => JSON.parse(detail) as Record<string, unknown>);
};

describe('a list', () => {
  test('is previewed with samples, warnings and targets; a target can be changed from a closed choice', async () => {
    const path = await upload(gzipSync(LIST), 'spring.csv.gz');
    const preview = await manager.call('POST', `${path}/preview`, { defaultCountry: 'US' });
    expect(preview.body).toMatchObject({ format: 'CSV, gzip', delimiter: ',' });
    expect(preview.body.columns.slice(0, 3)).toEqual([
      {
        position: 1,
        header: 'Contact No',
        target: 'phone',
        samples: ['212-555-0301', '212-555-0302', 'no number'],
      },
      { position: 2, header: 'Full name', target: 'field:Full name', samples: ['Ada', SCRIPT, 'Ada again'] },
      { position: 3, header: 'State', target: 'region', samples: ['NY'] },
    ]);
    expect(preview.body.warnings).toEqual([expect.stringContaining("'Consent remarks' looks legal")]);
    expect(preview.body.targets).toContainEqual({
      target: 'postalCode',
      about: expect.stringContaining('Postal code'),
    });
    const changed = await manager.call('POST', `${path}/preview`, {
      defaultCountry: 'US',
      columns: { 3: 'field:State' },
    });
    expect(changed.body.columns[2].target).toBe('field:State');
    const wrong = await manager.call('POST', `${path}/preview`, {
      defaultCountry: 'US',
      columns: { 3: 'state' },
    });
    expect([wrong.status, wrong.body.problems[0].field]).toEqual([422, 'columns.3']);
    expect((await manager.call('DELETE', path)).status).toBe(200);
    expect((await manager.call('GET', path)).status).toBe(404);
  });

  test('is tried without a trace, imported and undone; the trail has the author', async () => {
    const path = await upload(Buffer.from(LIST));
    const counts = { rows: 4, added: 2, duplicatesInFile: 1, rejected: 1, valuesDropped: 0 };
    expect(await workOn(path, 'dry-run', TAKING)).toMatchObject({
      ...{ kind: 'dry-run', state: 'done', totals: counts, hasRejects: true },
    });
    const lists = async (): Promise<Reply['body']> => (await manager.call('GET', '/api/v1/lists')).body;
    expect((await lists()).map(({ listId }: { listId: string }) => listId)).toEqual(['people']);

    expect(await workOn(path, 'import', TAKING)).toMatchObject({ kind: 'import', totals: counts });
    expect((await lists())[1]).toMatchObject({
      ...{ listId: 'spring', campaigns: [], leads: 2, fresh: 2, ready: 2, closed: 0, penetration: 0 },
    });
    const again = await manager.call('POST', `${path}/import`, TAKING);
    expect([again.status, again.body.code]).toEqual([409, 'upload-imported']);

    const imports = await manager.call('GET', '/api/v1/lists/spring/imports');
    const [{ importId }] = imports.body;
    expect(imports.body).toEqual([
      expect.objectContaining({
        isDone: true,
        used: 0,
        hasRejects: true,
        totals: expect.objectContaining(counts),
      }),
    ]);
    const rejects = await manager.call('GET', `/api/v1/imports/${importId}/rejects`);
    expect(rejects.headers.get('content-disposition')).toContain('"spring.rejected.csv"');
    expect(rejects.body).toContain('no number');
    expect((await manager.call('GET', '/api/v1/imports/..%2Foutdial.yaml/rejects')).status).toBe(404);

    expect((await manager.call('POST', `/api/v1/imports/${importId}/undo`)).body).toEqual({
      removed: 2,
      kept: 0,
    });
    const twice = await manager.call('POST', `/api/v1/imports/${importId}/undo`);
    expect([twice.status, twice.body.code]).toEqual([404, 'import-unknown']);
    expect(JSON.stringify(twice.body)).toMatch(/it was undone before/);
    expect((await lists())[1].leads).toBe(0);
    for (const kind of ['import.began', 'import.ended', 'import.undone', 'import.rejects-read'])
      expect(await auditOf(kind)).toContainEqual(expect.objectContaining({ by: 'mona', importId }));
  });

  test('a part that is sent twice at once is taken once', async () => {
    const bytes = Buffer.from(LIST);
    const begun = await manager.call('POST', '/api/v1/uploads', {
      name: 'twice.csv',
      size: 2 * bytes.length,
    });
    const path = `/api/v1/uploads/${begun.body.uploadId}`;
    const answers = await Promise.all([sendPart(path, bytes, 0), sendPart(path, bytes, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await manager.call('GET', path)).body.received).toBe(bytes.length);
    expect((await manager.call('DELETE', path)).status).toBe(200);
  });

  test('a cancelled import leaves nothing; a part out of place and a file that is no list are said', async () => {
    const many = ['phone', ...Array.from({ length: 60_000 }, (_, n) => `+1303${String(2_000_000 + n)}`), ''];
    const path = await upload(Buffer.from(many.join('\n')), 'many.csv', 1_000_000);
    await manager.call('POST', `${path}/import`, { ...TAKING, listId: 'many' });
    await until(async () => (await manager.call('GET', path)).body.work.rows > 0);
    const { work } = (await manager.call('POST', `${path}/cancel`)).body;
    expect(work).toMatchObject({ state: 'cancelled', note: expect.stringContaining('removed again') });
    expect((await manager.call('GET', '/api/v1/lists')).body).toContainEqual(
      expect.objectContaining({ listId: 'many', leads: 0 }),
    );

    const misplaced = await manager.call('POST', '/api/v1/uploads', { name: 'a.csv', size: 10 });
    expect((await sendPart(`/api/v1/uploads/${misplaced.body.uploadId}`, new Uint8Array(4), 6)).status).toBe(
      409,
    );
    const early = await manager.call('POST', `/api/v1/uploads/${misplaced.body.uploadId}/dry-run`, TAKING);
    expect([early.status, early.body.code]).toEqual([409, 'upload-not-whole']);
    const nowhere = await manager.call('POST', `/api/v1/uploads/${misplaced.body.uploadId}/preview`, {
      defaultCountry: 'XX',
    });
    expect([nowhere.status, JSON.stringify(nowhere.body)]).toEqual([
      422,
      expect.stringContaining('must be a two-letter country code in capitals (ISO 3166-1)'),
    ]);
    const picture = await upload(Buffer.from('%PDF-1.7 and more of it'));
    const preview = await manager.call('POST', `${picture}/preview`, { defaultCountry: 'US' });
    expect([preview.status, preview.body.code]).toEqual([409, 'file-not-a-list']);
    expect(await workOn(picture, 'dry-run', TAKING)).toMatchObject({
      ...{ state: 'failed', note: expect.stringContaining('PDF') },
    });
  }, 60_000);

  test('of numbers goes on the do-not-call list whole or not at all, and closes their leads', async () => {
    const broken = await upload(Buffer.from('+12125551049\nnonsense\n'), 'dnc.csv');
    const given = { defaultCountry: 'US' };
    expect(await workOn(broken, 'do-not-call', given)).toMatchObject({ state: 'failed', hasRejects: true });
    expect(await workOn(broken, 'do-not-call', { ...given, isPartial: true })).toMatchObject({
      ...{ state: 'done', numbers: { lines: 2, numbers: 1, added: 1, rejected: 1 } },
    });
    const found = await manager.call('POST', '/api/v1/leads/search', { query: '(212) 555-1049' });
    expect(found.body.leads[0]).toMatchObject({ state: 'closed', why: 'do-not-call' });
    expect(await auditOf('do-not-call.added')).toContainEqual(expect.objectContaining({ by: 'mona' }));
  });
});

describe('a lead', () => {
  test('is found by number and by text; its file says why it is not dialed; looks are in the audit trail', async () => {
    const officer = await under.person('otto', 'compliance');
    const search = (query: string): Promise<Reply> => officer.call('POST', '/api/v1/leads/search', { query });
    const [byNumber] = (await search('212 555 1003')).body.leads;
    expect(byNumber).toMatchObject({ listId: 'people', state: 'ready', fields: { plan: 'Plan 3' } });
    expect((await search('plan 3')).body.leads.length).toBeGreaterThan(1);
    expect((await search('nobody at all')).body).toEqual({ leads: [], isCut: false });
    expect((await search('12')).status).toBe(422);

    expect((await search('欧阳')).status).toBe(200);
    expect((await search('ab')).status).toBe(422);
    const file = await officer.call('GET', `/api/v1/leads/${byNumber.leadId}`);
    expect(file.body).toMatchObject({ lead: { leadId: byNumber.leadId }, attempts: [], doNotCall: [] });
    expect(file.body.explanations).toEqual([
      expect.objectContaining({
        campaignId: 'sales',
        timeZones: ['America/New_York'],
        reasons: [expect.objectContaining({ kind: 'campaign', text: expect.stringContaining('no agent') })],
      }),
    ]);
    expect(await auditOf('lead.looked-at')).toEqual([{ by: 'otto', leadId: byNumber.leadId }]);
    expect((await auditOf('leads.searched'))[0]).toEqual({ by: 'mona', asked: 'number', leads: 1 });
    expect((await officer.call('GET', '/api/v1/leads/nothing')).status).toBe(404);
  });
});
