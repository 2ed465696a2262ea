import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  auditCsv,
  auditHead,
  auditPage,
  auditRecord,
  auditStart,
  canonicalRecordJson,
  createCompliance,
  replaysEqually,
  sha256Hex,
  verifyAudit,
  type AuditRecord,
  type Request,
} from '../src/index.js';

const compliance = createCompliance();
const request = (at: string, region: string): Request => ({
  at: Date.parse(at),
  lead: { phone: '+13035550100', region, lineType: 'landline' },
  campaign: { purpose: 'telemarketing', mode: 'predictive', voice: 'live' },
  history: [],
});

function chain(): AuditRecord[] {
  const records: AuditRecord[] = [];
  let head = auditStart('node-1');
  for (const [index, at] of [
    '2026-07-07T18:00:00Z',
    '2026-07-08T04:00:00Z',
    '2026-07-08T18:00:00Z',
  ].entries()) {
    const one = request(at, 'CO');
    const record = auditRecord(`d${index}`, one, compliance.evaluate(one), compliance, head);
    records.push(record);
    head = auditHead(record);
  }
  return records;
}

describe('sha256Hex', () => {
  test('agrees with the runtime for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200, unit: 'binary' }), (text) => {
        expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
      }),
      { numRuns: 150 },
    );
  });
});

describe('verifyAudit', () => {
  test('accepts a chain, from its start or from a later head', () => {
    const records = chain();
    expect(verifyAudit(records, auditStart('node-1'))).toMatchObject({ ok: true, records: 3 });
    expect(verifyAudit(records.slice(1), auditHead(records[0] as AuditRecord))).toMatchObject({
      ok: true,
      records: 2,
    });
  });

  test('survives a round trip through JSON', () => {
    expect(verifyAudit(JSON.parse(JSON.stringify(chain())) as AuditRecord[], auditStart('node-1')).ok).toBe(
      true,
    );
  });

  test('finds a change, a missing record, another writer and a broken link', () => {
    const [first, second, third] = chain() as [AuditRecord, AuditRecord, AuditRecord];
    const start = auditStart('node-1');
    expect(
      verifyAudit([first, { ...second, verdict: { ...second.verdict, allowed: true } }, third], start),
    ).toMatchObject({ ok: false, index: 1, problem: 'changed' });
    expect(verifyAudit([first, third], start)).toMatchObject({ ok: false, index: 1, problem: 'missing' });
    expect(verifyAudit([first], auditStart('node-2'))).toMatchObject({ ok: false, problem: 'other-writer' });
    expect(verifyAudit([first, { ...second, previousHash: 'x' }], start)).toMatchObject({
      ok: false,
      problem: 'broken-link',
    });
  });

  test('uses the hash handed in', () => {
    const one = request('2026-07-07T18:00:00Z', 'CO');
    const record = auditRecord(
      'd',
      one,
      compliance.evaluate(one),
      compliance,
      auditStart('w'),
      (text) => `len${text.length}`,
    );
    expect(record.hash).toMatch(/^len\d+$/);
    expect(verifyAudit([record], auditStart('w')).ok).toBe(false);
  });
});

test('a recorded decision replays to the same verdict, and not under stricter policies', () => {
  const [record] = chain() as [AuditRecord];
  expect(replaysEqually(record, compliance)).toBe(true);
  expect(
    replaysEqually(
      record,
      createCompliance({
        policies: [{ id: 'client.closed', kind: 'hours', weekdays: '', saturday: '', sunday: '' }],
      }),
    ),
  ).toBe(false);
});

test('canonical JSON does not depend on the order of members', () => {
  expect(canonicalRecordJson({ b: 1, a: [undefined, { d: null, c: 'x' }], e: undefined })).toBe(
    '{"a":[null,{"c":"x","d":null}],"b":1}',
  );
});

test('exports CSV lines and a page for one number', () => {
  const records = chain();
  const lines = [...auditCsv(records)];
  expect(lines).toHaveLength(4);
  expect(lines[2]).toContain('us.tcpa.hours us.tsr.hours');
  expect(lines[2]).toContain("'+13035550100");
  const page = auditPage(records, '+13035550100');
  expect(page).toContain('2026-07-08T04:00:00Z: refused');
  expect(page).toContain('47 CFR 64.1200(c)(1)');
  expect(auditPage(records, '+1')).toContain('0 decisions');
});
