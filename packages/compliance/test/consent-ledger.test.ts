import { describe, expect, test } from '@jest/globals';
import { ConsentLedger } from '../src/index.js';
import { fromOutside } from './from-outside.js';

const phone = '+13035550100';
const grant = { kind: 'grant', phone, at: 1000, type: 'written', evidence: 'form 1' } as const;
const sale = { purpose: 'telemarketing', level: 'written' } as const;

describe('ConsentLedger', () => {
  test('a grant covers from its instant on', () => {
    const ledger = new ConsentLedger([grant]);
    expect(ledger.isCovered(phone, 999, sale)).toBe(false);
    expect(ledger.isCovered(phone, 1000, sale)).toBe(true);
    expect(ledger.consentAt(phone, 999, sale)).toBeUndefined();
  });
  test('a revocation ends it at its instant, and a later grant counts anew, whatever the order of arrival', () => {
    const ledger = new ConsentLedger([
      { ...grant, at: 3000, evidence: 'form 2' },
      { kind: 'revocation', phone, at: 2000, means: 'key-press', evidence: 'call 7' },
      grant,
    ]);
    expect([1500, 2000, 2999, 3000].map((at) => ledger.isCovered(phone, at, sale))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(ledger.consentAt(phone, 2500, sale)).toMatchObject({ at: 1000, revokedAt: 2000 });
    expect(ledger.eventsOf(phone).map((event) => event.at)).toEqual([1000, 2000, 3000]);
  });
  test('a revocation of the instant of the grant takes effect, whatever the order of arrival', () => {
    const revocation = { kind: 'revocation', phone, at: 1000, means: 'agent', evidence: 'call' } as const;
    for (const events of [
      [grant, revocation],
      [revocation, grant],
    ])
      expect(new ConsentLedger(events).isCovered(phone, 1000, sale)).toBe(false);
  });
  test('a revocation with a scope leaves other purposes', () => {
    const ledger = new ConsentLedger([
      grant,
      { kind: 'revocation', phone, at: 2000, means: 'web', evidence: 'w', scope: ['telemarketing'] },
    ]);
    expect(ledger.isCovered(phone, 2500, sale)).toBe(false);
    expect(ledger.isCovered(phone, 2500, { purpose: 'informational', level: 'express' })).toBe(true);
    expect(ledger.consentAt(phone, 2500, { purpose: 'informational' })).toMatchObject({
      revokedAt: 2000,
      scopeRevoked: ['telemarketing'],
    });
  });
  test('of several grants the one that covers seller and level is handed out', () => {
    const ledger = new ConsentLedger([
      { ...grant, type: 'express', sellers: ['Acme'], evidence: 'a' },
      { ...grant, at: 1200, sellers: ['Bolt'], evidence: 'b' },
      { ...grant, at: 1400, type: 'express', scope: ['informational'], evidence: 'c' },
    ]);
    expect(ledger.consentAt(phone, 2000, { purpose: 'telemarketing', seller: 'Acme' })).toMatchObject({
      sellers: ['Acme'],
    });
    expect(ledger.consentAt(phone, 2000, { purpose: 'telemarketing', seller: 'Bolt' })).toMatchObject({
      sellers: ['Bolt'],
      type: 'written',
    });
    expect(ledger.isCovered(phone, 2000, { ...sale, seller: 'Acme' })).toBe(false);
    expect(ledger.isCovered('+1', 2000, sale)).toBe(false);
  });
  test('refuses events without evidence or instant', () => {
    expect(() => new ConsentLedger([{ ...grant, evidence: '' }])).toThrow(/evidence/);
    expect(() => new ConsentLedger([{ ...grant, at: Number.NaN }])).toThrow(/event.at/);
    expect(() => new ConsentLedger([{ ...grant, at: fromOutside('2026-01-01') }])).toThrow(/event.at/);
    expect(() => new ConsentLedger([{ ...grant, kind: fromOutside('revoke') }])).toThrow(/event.kind/);
    expect(() => new ConsentLedger([{ ...grant, type: fromOutside('oral') }])).toThrow(/event.type/);
    expect(() => new ConsentLedger([{ ...grant, phone: '3035550100' }])).toThrow(/event.phone/);
  });
});
