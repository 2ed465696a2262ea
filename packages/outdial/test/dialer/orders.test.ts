import { describe, expect, test } from '@jest/globals';
import type { OrderEntry } from '../../src/dialer/order-entry.js';
import { AGENT_ORDERS, CAMPAIGN_ORDERS, readOrder } from '../../src/dialer/orders.js';

describe('values of orders are bounded', () => {
  const ana = { agentId: 'ana' };

  test.each([
    ['NUL in an id', AGENT_ORDERS.ready, { agentId: 'an\u0000a' }, 'agentId'],
    ['an id that is too long', AGENT_ORDERS.ready, { agentId: 'a'.repeat(97) }, 'agentId'],
    ['an escape sequence in a reason', CAMPAIGN_ORDERS.pause, { reason: 'x\u001b[2J' }, 'reason'],
    ['a line break in a pause code', AGENT_ORDERS.pause, { ...ana, code: 'a\nb' }, 'code'],
    ['a long reason', CAMPAIGN_ORDERS.halt, { reason: 'x'.repeat(129) }, 'reason'],
    ['too many skills', AGENT_ORDERS['log-in'], { ...ana, skills: Array(101).fill('a') }, 'skills'],
    ['a long skill', AGENT_ORDERS['log-in'], { ...ana, skills: ['a'.repeat(65)] }, 'skills[0]'],
    ['a long disposition', AGENT_ORDERS.dispose, { ...ana, code: 'a'.repeat(33) }, 'code'],
    [
      'a callback after 2100',
      AGENT_ORDERS.dispose,
      { ...ana, code: 'c', callback: { at: 1e15 } },
      'callback.at',
    ],
    [
      'a callback at no instant',
      AGENT_ORDERS.dispose,
      { ...ana, code: 'c', callback: { at: 1.5 } },
      'callback.at',
    ],
    [
      'keys that a telephone has not',
      AGENT_ORDERS.digits,
      { ...ana, digits: '911,w' },
      'digits ("911,w") must be 1 to 32 of 0 to 9, *, # and A to D',
    ],
    [
      'a transfer to what nobody knows',
      AGENT_ORDERS.transfer,
      { ...ana, target: { kind: 'website', phone: '+19005550128' } },
      `target.kind ("website") must be of a kind: `,
    ],
    [
      'a speed at which nothing is dialed',
      CAMPAIGN_ORDERS.pace,
      { callsPerSecond: 1e-300 },
      'callsPerSecond',
    ],
  ] as const)('%s is refused by name', (_what, entry, fields, name) => {
    const read = readOrder(entry as OrderEntry, fields);
    expect(read.ok ? 'accepted' : read.reason.slice(0, name.length)).toBe(name);
  });

  test('usual values are taken; a note may have several lines', () => {
    const callback = { at: Date.UTC(2026, 5, 1), agentId: 'ana', note: 'first\nsecond' };
    expect(readOrder(AGENT_ORDERS.dispose, { ...ana, code: 'callback', callback })).toMatchObject({
      ok: true,
    });
    expect(readOrder(CAMPAIGN_ORDERS.pause, { reason: 'Mittagspause, 12 Uhr' })).toMatchObject({ ok: true });
  });
});
