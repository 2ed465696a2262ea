/** What the desk holds for somebody who looks at another screen. */
import { expect, test } from '@jest/globals';
import type { Desk } from '@outdial/client';
import { arrivalAt, waitsAtDesk } from '../app/shell/desk-calls.js';

type Shown = Pick<Desk, 'state' | 'preview' | 'call' | 'lead'>;
const deskWith = (shown: Partial<Shown>): Desk => ({ state: 'ready', preview: null, ...shown }) as Desk;
const CALL = { attemptId: 'a7' } as Desk['call'];
const LEAD = { leadId: 'l3' } as Desk['lead'];

test.each([
  ['nobody has joined a campaign', undefined, null, null],
  ['nothing has come', deskWith({}), null, null],
  ['a call is being placed', deskWith({ state: 'reserved', call: CALL, lead: LEAD }), null, null],
  ['a call has come', deskWith({ state: 'talking', call: CALL, lead: LEAD }), 'talking', 'a7'],
  ['a call has to be told of', deskWith({ state: 'wrap-up', call: CALL, lead: LEAD }), 'wrap-up', null],
  [
    'a person is on offer',
    deskWith({ state: 'reserved', preview: { expiresAt: null }, lead: LEAD }),
    'preview',
    'l3',
  ],
] as const)('%s', (_, desk, waits, arrival) => {
  expect([waitsAtDesk(desk), arrivalAt(desk)]).toEqual([waits, arrival]);
});
