/** The keys of the desk: each does one thing, and a key without something to do does nothing. */
import { expect, test } from '@jest/globals';
import { DISPOSITION_KEYS, PLAIN_KEYS, SCRIPT_KEYS, actionOf, type DeskActions } from '../app/desk/keys.js';

const DESK = {
  dispositions: ['sale', 'no-sale'].map((code) => ({ code, label: code, callsBack: false })),
};

/** What was done, by actions of which each says its name. */
function deskOf(): { readonly done: string[]; readonly actions: DeskActions } {
  const done: string[] = [];
  const does = (name: string) => () => void done.push(name);
  return {
    done,
    actions: {
      ready: does('ready'),
      pause: does('pause'),
      hangUp: does('hangUp'),
      accept: does('accept'),
      skip: undefined,
      conversation: {
        hold: does('hold'),
        mute: does('mute'),
        colleague: does('colleague'),
        park: does('park'),
        handOver: does('handOver'),
        together: does('together'),
        back: does('back'),
        digits: does('digits'),
        record: does('record'),
      },
      dispose: ({ code }) => void done.push(code),
      script: [does('first choice')],
      note: does('note'),
      help: does('help'),
    },
  };
}

test('no key stands in two tables', () => {
  const keys = [...PLAIN_KEYS.map(([key]) => key), ...SCRIPT_KEYS, ...DISPOSITION_KEYS];
  expect(new Set(keys).size).toBe(keys.length);
});

test('each key does what the list of keys says of it', () => {
  const { done, actions } = deskOf();
  for (const [key] of PLAIN_KEYS) actionOf(key, DESK, actions)?.();
  expect(done).toEqual(PLAIN_KEYS.map(([, about]) => about).filter((about) => about !== 'skip'));
});

test('dispositions and choices of the script have keys as far as there are some', () => {
  const { done, actions } = deskOf();
  for (const key of ['1', '2', '3', 'f', 'c', 'ü']) actionOf(key, DESK, actions)?.();
  expect(done).toEqual(['sale', 'no-sale', 'first choice']);
});
