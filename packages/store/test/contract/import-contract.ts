import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { readLeadReferences } from '@outdial/lists';
import {
  addDoNotCall,
  closeLeads,
  exportLeads,
  importLeads,
  listLeads,
  mendLeadCounts,
  registerCampaign,
} from '../../src/index.js';
import { readImports, readLists, undoImport, verifyAuditChain } from '../../src/index.js';
import type { RejectedRow } from '@outdial/lists';
import type { CloseReport, ImportOptions, ImportReport } from '../../src/index.js';
import { LISTED_NUMBER, messyLines, truthOf } from '../processes/messy-lines.mjs';
import { START } from './store-world.js';
import type { StoreWorld } from './store-world.js';

const ROWS = 600;

/** What an import does, on whichever database. */
export function importContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`import: ${name}`, () => {
    let world: StoreWorld;
    let folder: string;

    beforeEach(async () => {
      world = await create();
      folder = mkdtempSync(join(tmpdir(), 'outdial-import-'));
    });
    afterEach(async () => {
      await world.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const run = (
      text: string | Buffer | Iterable<string> | AsyncIterable<string>,
      options: Partial<ImportOptions> = {},
    ): Promise<ImportReport> => {
      const source = typeof text === 'string' || Buffer.isBuffer(text) ? [Buffer.from(text)] : text;
      return importLeads(world.store, Readable.from(source), {
        listId: 'list',
        defaultCountry: 'US',
        ...options,
      });
    };
    const leads = async (): Promise<number> =>
      (await world.store.engine.db.selectFrom('leads').select('lead_id').execute()).length;

    test('takes a messy list whole: every row is accounted for', async () => {
      await addDoNotCall(world.store, [{ phone: LISTED_NUMBER, at: START, source: 'form' }]);
      const truth = truthOf(ROWS);
      const rejects = join(folder, 'rejects.csv');
      const report = await run(messyLines(ROWS), { rejects, batch: 128 });
      expect(report).toMatchObject({
        rows: ROWS,
        added: truth.good,
        duplicatesInFile: truth.duplicates,
        rejected: truth.rejected,
        doNotCall: truth.listed,
        format: 'CSV',
        delimiter: ';',
        encoding: 'utf-8',
        resumed: false,
        isDryRun: false,
      });
      expect(await leads()).toBe(truth.good);
      const lines = readFileSync(rejects, 'utf8').trim().split('\r\n');
      expect(lines[0]).toBe(
        'Customer ID,Name,Phone,Alt Phone,State,ZIP,Time Zone,Consent,Consent Date,Account,Priority,Notes,' +
          'outdial line,outdial status,outdial problems',
      );
      expect(lines.filter((line) => line.includes(',rejected,'))).toHaveLength(truth.rejected);
      expect(lines.filter((line) => line.includes(',duplicate,'))).toHaveLength(truth.duplicates);
      const [lead] = await listLeads(world.store, { account: 'A-3' });
      expect(lead).toMatchObject({
        state: 'ready',
        priority: 3,
        phones: [{ open: true }],
        facts: { country: 'US', region: 'CO', timeZone: 'America/Denver' },
        fields: { Name: 'Müller, "Jo" 3', Notes: 'x', Account: 'A-3', 'Customer ID': 'K3' },
      });
    });

    test('uploaded again it adds nothing; with other duplicates policy it updates', async () => {
      const list = 'phone,name,priority\n303 555 0101,Ada,1\n303 555 0102,Bob,1\n';
      expect(await run(list)).toMatchObject({ added: 2 });
      expect(await run(list)).toMatchObject({ added: 0, duplicatesInList: 2, duplicatesInFile: 0 });
      expect(await run(list.replace('Ada', 'Ada L.'), { duplicates: 'update' })).toMatchObject({
        added: 0,
        updated: 2,
      });
      expect((await listLeads(world.store, { phone: '+13035550101' }))[0]).toMatchObject({
        fields: { name: 'Ada L.' },
      });
      expect(await leads()).toBe(2);
    });

    test('a number that stands in another list of the campaign is taken, counted and listed', async () => {
      await registerCampaign(world.store, { campaignId: 'both', lists: ['la', 'lb'] });
      await run('phone,name\n303 555 0101,Ada\n303 555 0102,Bob\n', { listId: 'la' });
      await run('phone,name\n303 555 0109,Eve\n', { listId: 'of another campaign' });
      await world.store.engine.db
        .updateTable('leads')
        .set({ touched: 1 })
        .where('import_line', '=', 3)
        .execute();
      await mendLeadCounts(world.store);
      const list =
        'phone,mobile,name\n303 555 0101,,Ada\n303 555 0103,303 555 0102,Cy\n303 555 0104,,Di\n303 555 0109,,Eve\n';
      const listed = async (options: Partial<ImportOptions>): Promise<readonly RejectedRow[]> => {
        const rows: RejectedRow[] = [];
        const report = await run(list, { listId: 'lb', rejects: (row) => rows.push(row), ...options });
        expect(report).toMatchObject({ added: 4, inOtherLists: 2, duplicatesInList: 0 });
        return rows;
      };
      const tried = await listed({ dryRun: true });
      expect(await listed({})).toEqual(tried);
      expect(tried).toEqual([
        expect.objectContaining({
          line: 2,
          status: 'in-other-list',
          problem: "the person stands in list 'la' of the campaign, too (line 2 of its upload)",
        }),
        expect.objectContaining({
          line: 3,
          status: 'in-other-list',
          problem:
            "a number of the row stands in list 'la' of the campaign, too (line 3 of its upload), where it is " +
            'pursued already',
        }),
      ]);
      // Of a campaign that is not registered yet, the lists are named.
      const named = await run('phone\n303 555 0109\n', {
        listId: 'lc',
        listsBeside: ['of another campaign', 'lc'],
      });
      expect(named).toMatchObject({ added: 1, inOtherLists: 1 });
    });

    test('a row with more numbers than a lead may have is rejected by name', async () => {
      const columns = Array.from({ length: 8_000 }, (_, index) => index);
      const header = columns.map((index) => `phone ${index + 1}`).join();
      const ada = columns.map((index) => `30355${String(10_000 + index)}`).join();
      const rows: RejectedRow[] = [];
      const report = await run(`${header},name\n${ada},Ada\n303 555 0102${','.repeat(8_000)}Bob\n`, {
        rejects: (row) => rows.push(row),
      });
      expect(report).toMatchObject({ rows: 2, added: 1, rejected: 1 });
      expect(rows).toMatchObject([
        {
          line: 2,
          status: 'rejected',
          problem: 'the row has 8000 telephone numbers, and a lead at most 50',
        },
      ]);
    });

    test('a person may stand in a list once an account, where that is asked for', async () => {
      const list = 'phone,account\n303 555 0101,D-1\n303 555 0101,D-2\n303 555 0101,D-2\n';
      expect(await run(list)).toMatchObject({ added: 1, duplicatesInFile: 2 });
      expect(await run(list, { listId: 'debts', onePer: 'account' })).toMatchObject({
        added: 2,
        duplicatesInFile: 1,
      });
      const persons = new Set(
        (await listLeads(world.store, { listId: 'debts' })).map((lead) => lead.personId),
      );
      expect(persons.size).toBe(1);
    });

    test.each([300])(
      'a run that dies after %d rows goes on where it stood, and the totals are those of one run',
      async (dies) => {
        const rejects = join(folder, 'rejects.csv');
        const once = await run(messyLines(ROWS), {
          listId: 'once',
          rejects: join(folder, 'once.csv'),
          batch: 50,
        });
        const cut = async function* (): AsyncGenerator<string> {
          let rows = 0;
          for (const line of messyLines(ROWS)) {
            if ((rows += 1) > dies) throw new Error('killed');
            yield await Promise.resolve(line);
          }
        };
        const options = {
          listId: 'list',
          defaultCountry: 'US',
          rejects,
          batch: 50,
          importId: 'upload-7',
        } as const;
        await expect(importLeads(world.store, cut(), options)).rejects.toThrow('killed');
        const resumed = await run(messyLines(ROWS), options);
        expect(resumed).toMatchObject({
          resumed: true,
          importId: 'upload-7',
          rows: once.rows,
          added: once.added,
          duplicatesInFile: once.duplicatesInFile,
          rejected: once.rejected,
          valuesDropped: once.valuesDropped,
        });
        expect(readFileSync(rejects, 'utf8')).toBe(readFileSync(join(folder, 'once.csv'), 'utf8'));
        expect(await leads()).toBe(2 * once.added);
        expect(await run(messyLines(ROWS), { ...options, rejects: join(folder, 'again.csv') })).toMatchObject(
          {
            resumed: false,
            importId: 'upload-7#2',
            added: 0,
            duplicatesInList: once.added + once.duplicatesInFile,
            duplicatesInFile: 0,
          },
        );
      },
    );

    test('tried first, it says the same and writes nothing', async () => {
      const rows = async (): Promise<string> => {
        const counts: number[] = [];
        for (const table of ['leads', 'phones', 'imports', 'lists', 'audit'] as const)
          counts.push((await world.store.engine.db.selectFrom(table).selectAll().execute()).length);
        return counts.join(' ');
      };
      const before = await rows();
      const tried = await run(messyLines(200), {
        dryRun: true,
        rejects: join(folder, 'tried.csv'),
        batch: 64,
      });
      expect(await rows()).toBe(before);
      const done = await run(messyLines(200), { rejects: join(folder, 'done.csv'), batch: 64 });
      expect({ ...tried, importId: '', isDryRun: false }).toEqual({ ...done, importId: '' });
      expect(readFileSync(join(folder, 'tried.csv'), 'utf8')).toBe(
        readFileSync(join(folder, 'done.csv'), 'utf8'),
      );
    });

    test('rejected rows are whole; corrected in their file, they can be imported', async () => {
      const rejects = join(folder, 'rejects.csv');
      const list =
        'phone,name,city,state,zip\n12,Ada,x,FL,33101\n2025550143,Smith, John,Washington,DC,20001\n' +
        '3125550121,Ben,Chicago,IL,60601\n3125550121,Ben,Chicago,IL,60601\n4155550178,"open,x\n';
      expect(await run(list, { rejects })).toMatchObject({ added: 1, rejected: 3, duplicatesInFile: 1 });
      const text = readFileSync(rejects, 'utf8');
      expect(text.split('\r\n')[0]).toBe(
        'phone,name,city,state,zip,outdial line,outdial status,outdial problems',
      );
      expect(text).toContain(',5,duplicate,it is the person of line 4');
      // As it is, nothing of it is taken, and nothing is shifted.
      expect(await run(text, { listId: 'again', rejects: join(folder, 'again.csv') })).toMatchObject({
        rejected: 3,
        added: 1,
      });
      const corrected = text
        .replace('12,Ada', '2125550117,Ada')
        .replace(
          /^2025550143,Smith,John,Washington,DC,(\d,rejected,.*),20001/m,
          '2025550143,"Smith, John",Washington,DC,20001,$1',
        );
      const again = await run(corrected, { rejects: join(folder, 'corrected.csv') });
      expect(again).toMatchObject({ added: 2, rejected: 1, duplicatesInList: 1 });
      const [smith] = await listLeads(world.store, { phone: '+12025550143' });
      expect(smith).toMatchObject({
        facts: { region: 'DC', postalCode: '20001' },
        fields: { name: 'Smith, John' },
      });
      expect(smith?.fields).not.toHaveProperty('outdial problems');
    });

    test('hands rejected rows to a function, with line, field, value and remedy', async () => {
      const rows: RejectedRow[] = [];
      await run('name,phone\nAda,12\n"never closed,303 555 0101\nBob,303 555 0102\n', {
        rejects: (row) => rows.push(row),
      });
      expect(rows).toMatchObject([
        { line: 2, status: 'rejected', field: 'phone', value: '12' },
        { line: 3, status: 'rejected', problem: expect.stringContaining('never closed') as unknown },
      ]);
      expect(rows.every((row) => row.remedy !== '')).toBe(true);
      expect(await leads()).toBe(1);
    });

    test('reads Latin-1, tabs and a header mapping', async () => {
      const report = await run(Buffer.from('Kontakt\tStraße\n030 901820\tMüllerstraße 1\n', 'latin1'), {
        defaultCountry: 'DE',
        columns: { kontakt: 'phone' },
      });
      expect(report).toMatchObject({ added: 1, delimiter: '\t', encoding: 'windows-1252' });
      expect((await listLeads(world.store))[0]).toMatchObject({
        phones: [{ phone: '+4930901820', lineType: 'landline' }],
        fields: { Straße: 'Müllerstraße 1' },
      });
    });

    test('says clearly what a file lacks', async () => {
      await expect(run('')).rejects.toThrow('The file is empty');
      await expect(run('name,street\nAda,x\n')).rejects.toThrow(
        "No column with telephone numbers was found. The columns are: 'name', 'street'.",
      );
      await expect(run('phone\n1\n', { defaultCountry: 'XX' })).rejects.toThrow(
        "'XX' is not an ISO 3166-1 code",
      );
    });

    test('is undone while none of its leads was called; what was there before stays', async () => {
      const first = await run('phone,name\n303 555 0101,Ada\n');
      world.advance(1_000);
      const list =
        'phone,name,consent,consent date\n303 555 0101,Ada L.,written,2026-01-02\n' +
        '303 555 0102,Bob,written,2026-01-02\n303 555 0103,Cy,,\n';
      const second = await run(list, { duplicates: 'update' });
      expect(second).toMatchObject({ added: 2, updated: 1 });
      expect(await undoImport(world.store, second.importId)).toEqual({
        importId: second.importId,
        listId: 'list',
        removed: 2,
        kept: 1,
        doNotCall: 0,
      });
      expect(await leads()).toBe(1);
      expect(await world.store.engine.db.selectFrom('phones').selectAll().execute()).toHaveLength(1);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true });
      await expect(undoImport(world.store, second.importId)).rejects.toThrow('The store has no import');
      await world.store.engine.db
        .updateTable('leads')
        .set({ import_id: first.importId, touched: 1 })
        .execute();
      await mendLeadCounts(world.store);
      await expect(undoImport(world.store, first.importId)).rejects.toThrow('1 of its leads were called');
      expect(await leads()).toBe(1);
    });

    test('a lead that a campaign takes while its import is undone stays, and so does the import', async () => {
      const { importId } = await run('phone\n2025550143\n3125550121\n4155550178\n');
      const [taken] = await listLeads(world.store, { listId: 'list', limit: 1 });
      const { db } = world.store.engine;
      const set = (touched: 0 | 1): Promise<unknown> =>
        db
          .updateTable('leads')
          .set({ touched })
          .where('lead_id', '=', taken?.leadId ?? '')
          .execute();
      // Between the look whether leads were called and the first step.
      const taking = jest.spyOn(world.store.audit, 'within').mockImplementationOnce(async (work, engine) => {
        await set(1);
        return world.store.audit.within(work, engine);
      });
      await expect(undoImport(world.store, importId)).rejects.toThrow(
        '2 leads were removed. 1 were called meanwhile',
      );
      taking.mockRestore();
      expect(await leads()).toBe(1);
      await set(0);
      expect(await undoImport(world.store, importId)).toMatchObject({ removed: 1 });
      await mendLeadCounts(world.store);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true });
    });

    test('a cancelled import stops between batches, says where it stands, and can be undone', async () => {
      const stop = new AbortController();
      const lines = Array.from({ length: 9_000 }, (_, n) => `303555${String(1000 + n)}\n`);
      const given = { importId: 'spring', batch: 500, signal: stop.signal };
      const cancelled = run(['phone\n', ...lines], {
        ...given,
        onProgress: ({ rows }) => void (rows >= 1_000 && stop.abort(new Error('cancelled'))),
      });
      await expect(cancelled).rejects.toThrow('cancelled');
      const [upload] = await readImports(world.store, 'list');
      expect(upload).toMatchObject({ importId: 'spring', isDone: false, used: 0 });
      expect(upload?.totals.added).toBe(await leads());
      expect(upload?.totals.added).toBeLessThan(9_000);

      const { db } = world.store.engine;
      const [first, second] = await listLeads(world.store, { listId: 'list', limit: 2 });
      const set = (leadId = '', values: object): Promise<unknown> =>
        db.updateTable('leads').set(values).where('lead_id', '=', leadId).execute();
      await set(first?.leadId, { touched: 1, state: 'closed', next_dialable_at: null });
      await set(second?.leadId, { touched: 1, state: 'waiting', next_dialable_at: world.now() + 1 });
      await mendLeadCounts(world.store);
      const count = await leads();
      expect(await readLists(world.store)).toEqual([
        expect.objectContaining({
          ...{ listId: 'list', campaigns: [], leads: count, fresh: count - 2, ready: count - 2 },
          ...{ waiting: 1, closed: 1, called: 2 },
        }),
      ]);
      expect((await readImports(world.store, 'list'))[0]?.used).toBe(2);
      await expect(undoImport(world.store, 'spring')).rejects.toThrow('2 of its leads were called');
      await db.updateTable('leads').set({ touched: 0 }).execute();
      await mendLeadCounts(world.store);
      expect(await undoImport(world.store, 'spring')).toMatchObject({ removed: count });
      expect(await readImports(world.store, 'list')).toEqual([]);
    });

    test('an export has every number and the place; cells that would run are harmless', async () => {
      await run(
        'phone,phone 2,phone 3,phone 4,phone 5,phone 6,phone 7,name,state,zip\n2025550143,2025550144,2025550145,' +
          '2025550146,2025550147,2025550148,2025550149,"=HYPERLINK(""http://x"",""y"")",FL,33101\n',
      );
      let text = '';
      for await (const part of exportLeads(world.store, 'list')) text += part;
      const [header = '', row = ''] = text.split('\r\n');
      expect(header).toContain('phone 6,phone 7,region,postal code,city,country,time zone,lead state');
      expect(row).toContain("'+12025550148,'+12025550149,FL,33101,,US,");
      expect(row).toContain(`"'=HYPERLINK(""http://x"",""y"")"`);
      const copy = await run(text, { listId: 'copy' });
      expect(copy).toMatchObject({ added: 1, rejected: 0 });
      const [lead] = await listLeads(world.store, { listId: 'copy' });
      expect(lead?.phones).toHaveLength(7);
      expect(lead?.fields['name']).toBe('=HYPERLINK("http://x","y")');
      expect(lead?.facts).toMatchObject({ region: 'FL', postalCode: '33101' });
    });

    test('references of every kind close their leads; the first name that the store knows counts', async () => {
      await run('account,phone,name\n000123,2025550143,Ana\n000456,3125550121,Ben\n000789,4155550178,Cy\n');
      const close = (text: string): Promise<CloseReport> =>
        closeLeads(world.store, readLeadReferences(Readable.from([text])), { reason: 'recalled' });
      expect(await close('id,account\n1,000123\n2,000999\n')).toEqual({
        references: 2,
        closed: 1,
        unknown: 1,
        already: 0,
      });
      expect(await close('2025550143\n3125550121\n')).toMatchObject({ closed: 1, already: 1, unknown: 0 });
      expect(await close('File Number\n000789\n')).toMatchObject({ references: 1, closed: 1 });
    });

    test('what is exported can be imported, and a file of recalled accounts closes its leads', async () => {
      const first = await run(messyLines(60));
      const report = await run(exportLeads(world.store, 'list'), {
        listId: 'copy',
      });
      expect(report).toMatchObject({ rejected: 0, added: first.added, rows: first.added });
      const closed = await closeLeads(
        world.store,
        readLeadReferences(Readable.from(['Account;Reason\nA-3;paid\nA-4;paid\nA-nobody;\n'])),
        { reason: 'recalled', listId: 'list' },
      );
      expect(closed).toEqual({ references: 3, closed: 2, unknown: 1, already: 0 });
      const phones = await closeLeads(
        world.store,
        readLeadReferences(Readable.from(['mobile\n', '(303) 201-5838\n']), { defaultCountry: 'US' }),
        { reason: 'recalled', listId: 'list' },
      );
      expect(phones.references).toBe(1);
    });
  });
}
