/** Whom a fact bars is opened by no order: random facts, withdrawals, closings, reopenings and recyclings. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addLeads,
  closeLeads,
  findFactSubject,
  listLeads,
  openStore,
  recycleLeads,
  reopenLeads,
  setFact,
  withdrawFact,
} from '../../src/index.js';
import type { Store } from '../../src/index.js';

const START = Date.UTC(2026, 10, 30, 15);
/** The second number is of both persons. */
const NUMBERS: readonly [string, string, string] = ['+13035550101', '+13035550102', '+13035550103'];
const NUMBERS_OF = [
  [0, 1],
  [1, 2],
] as const;
const OF_PERSON = ['do-not-call-person', 'cease', 'attorney', 'bankrupt', 'deceased'] as const;
const OF_NUMBER = ['do-not-call', 'wrong-number'] as const;

const person = fc.nat(NUMBERS_OF.length - 1);
const number = fc.nat(NUMBERS.length - 1);
const step = fc.oneof(
  fc.record({ does: fc.constantFrom('set', 'withdraw'), kind: fc.constantFrom(...OF_PERSON), who: person }),
  fc.record({ does: fc.constantFrom('set', 'withdraw'), kind: fc.constantFrom(...OF_NUMBER), which: number }),
  fc.record({ does: fc.constant('close'), who: person }),
  fc.record({ does: fc.constantFrom('reopen', 'recycle') }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What bars whom: 'person 0 cease', 'number 2 do-not-call'. */
type Model = Set<string>;

const isBarred = (model: Model, about: string): boolean =>
  [...model].some((bar) => bar.startsWith(`${about} `));

async function take(store: Store, leadIds: readonly string[], model: Model, order: Step): Promise<void> {
  const leads = leadIds.map((leadId) => ({ leadId }));
  if ('kind' in order) {
    const { kind } = order;
    const isOfPerson = 'who' in order;
    const name = isOfPerson
      ? { leadId: leadIds[order.who] ?? '' }
      : { phone: NUMBERS[order.which] ?? NUMBERS[0] };
    const subject = await findFactSubject(store, name);
    const bar = isOfPerson ? `person ${order.who} ${kind}` : `number ${order.which} ${kind}`;
    if (order.does === 'set') {
      await setFact(store, subject, { kind, at: START, source: 'letter' });
      model.add(bar);
    } else {
      await withdrawFact(store, subject, { kind, why: 'an error' });
      model.delete(bar);
    }
  } else if ('who' in order) {
    await closeLeads(store, leads.slice(order.who, order.who + 1), { reason: 'paid' });
  } else if (order.does === 'reopen') {
    await reopenLeads(store, leads, { reason: 'another try' });
  } else {
    const endings = ['paid', 'do-not-call', ...OF_PERSON, ...OF_NUMBER];
    await recycleLeads(store, { lists: ['l'], endings }, { reason: 'again', countOnly: false });
  }
}

test('no order opens a lead, or a number of one, that a fact bars', async () => {
  let opened = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const store = await openStore({ url: 'sqlite::memory:', clock: () => START });
      try {
        const added = await addLeads(
          store,
          NUMBERS_OF.map((of, index) => ({
            personKey: `p${index}`,
            phones: of.map((position) => ({ phone: NUMBERS[position] })),
            fields: {},
            facts: { country: 'US' },
          })),
          { listId: 'l' },
        );
        const leadIds = added.map(({ leadId }) => leadId);
        const model: Model = new Set();
        for (const order of steps) {
          await take(store, leadIds, model, order);
          for (const [who, leadId] of leadIds.entries()) {
            const [lead] = await listLeads(store, { leadId });
            if (!lead || lead.state === 'closed') continue;
            opened += 1;
            const dialed = lead.phones.filter(({ open }) => open).map(({ phone }) => phone);
            const barred = NUMBERS.filter((_, which) => isBarred(model, `number ${which}`));
            expect([
              who,
              isBarred(model, `person ${who}`),
              dialed.filter((one) => barred.includes(one)),
            ]).toEqual([who, false, []]);
            expect(dialed).not.toEqual([]);
          }
        }
      } finally {
        await store.close();
      }
    }),
    { numRuns: 25, seed: 7 },
  );
  expect(opened).toBeGreaterThan(50);
});

test('two facts that bar a person leave nothing closed when both are withdrawn, in either order', async () => {
  const pairs = OF_PERSON.flatMap((first) =>
    OF_PERSON.flatMap((then) => (first === then ? [] : [[first, then] as const])),
  );
  const store = await openStore({ url: 'sqlite::memory:', clock: () => START });
  try {
    const added = await addLeads(
      store,
      pairs.map((_, index) => ({
        personKey: `p${index}`,
        phones: ['+13035551', '+13035552'].map((start) => ({ phone: `${start}${100 + index}` })),
        fields: {},
        facts: { country: 'US' },
      })),
      { listId: 'l' },
    );
    const seen: Record<string, unknown[]> = {};
    const right: Record<string, unknown[]> = {};
    for (const [index, [first, then]] of pairs.entries()) {
      const leadId = added[index]?.leadId ?? '';
      const subject = await findFactSubject(store, { leadId });
      for (const kind of [first, then]) await setFact(store, subject, { kind, at: START, source: 'letter' });
      const states: unknown[] = [];
      for (const kind of [first, then]) {
        await withdrawFact(store, subject, { kind, why: 'an error' });
        const [lead] = await listLeads(store, { leadId });
        states.push(
          lead?.state === 'closed',
          lead?.phones.map(({ open }) => open),
        );
      }
      seen[`${first} ${then}`] = states;
      right[`${first} ${then}`] = [true, [false, false], false, [true, true]];
    }
    expect(seen).toEqual(right);
  } finally {
    await store.close();
  }
});
