import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { flowVoices, validateFlow } from '../../src/ivr/index.js';
import { prompt, reminder, valid } from './flows.js';

const end = { kind: 'hang-up' };

/** The paths and messages of a flow's problems. */
function problemsOf(input: unknown): readonly string[] {
  const validation = validateFlow(input);
  if (validation.ok) return [];
  for (const problem of validation.problems) expect(problem.remedy).not.toBe('');
  return validation.problems.map(({ path, message }) => `${path}: ${message}`);
}

const withNodes = (nodes: object, more: object = {}): unknown => ({ id: 'f', start: 'a', nodes, ...more });
const gather = (more: object): object => ({
  kind: 'gather',
  timeoutMs: 5_000,
  branches: { '1': 'end' },
  onNoInput: 'end',
  onNoMatch: 'end',
  ...more,
});

describe('validateFlow accepts', () => {
  test('a flow of every kind of node, and gives a copy', () => {
    const flow = valid(reminder);
    expect(flow).toEqual(reminder);
    expect(flow).not.toBe(reminder);
  });

  test('any key as a case of a branch, and node names that objects inherit', () => {
    const flow = withNodes(
      {
        a: { kind: 'branch', variable: 'v', cases: { toString: 'constructor' }, otherwise: 'constructor' },
        constructor: end,
      },
      { variables: { v: '' } },
    );
    expect(problemsOf(flow)).toEqual([]);
  });
});

describe('validateFlow names the place and the remedy of', () => {
  const cases: readonly (readonly [string, unknown, readonly string[]])[] = [
    ['no object', 'hello', [': is not an object']],
    [
      'missing and unknown fields',
      { id: 'f', start: 'a', node: {} },
      ['start: names no node of this flow', 'nodes: is missing', 'node: is not a field that is known here'],
    ],
    [
      'a field with a name that objects inherit',
      withNodes({ a: { kind: 'hang-up', toString: 1 } }),
      ['nodes.a.toString: is not a field that is known here'],
    ],
    ['an unknown kind', withNodes({ a: { kind: 'dance' } }), ['nodes.a.kind: is not a kind of node']],
    [
      'a kind that objects inherit',
      withNodes({ a: { kind: 'constructor' } }),
      ['nodes.a.kind: is not a kind of node'],
    ],
    [
      'a dangling target',
      withNodes({ a: { kind: 'play', prompt: prompt('x'), next: 'b' } }),
      ['nodes.a.next: names no node of this flow'],
    ],
    [
      'a target that objects inherit',
      withNodes({ a: { kind: 'play', prompt: prompt('x'), next: 'toString' } }),
      ['nodes.a.next: names no node of this flow'],
    ],
    [
      'a gather without time-out, branches and ways out',
      withNodes({ a: { kind: 'gather' }, end }),
      [
        'nodes.a.timeoutMs: is missing',
        'nodes.a.branches: is missing',
        'nodes.a.onNoInput: is missing',
        'nodes.a.onNoMatch: is missing',
      ],
    ],
    [
      'a gather without any answer',
      withNodes({ a: gather({ branches: {} }), end }),
      ['nodes.a.branches: leaves no answer that leads anywhere'],
    ],
    [
      'keys that are none',
      withNodes({ a: gather({ branches: { x: 'end' } }), end }),
      ['nodes.a.branches.x: is not a sequence of keys'],
    ],
    [
      'a branch longer than the answer',
      withNodes({ a: gather({ branches: { '12': 'end' } }), end }),
      ['nodes.a.branches.12: has more keys than maxDigits takes'],
    ],
    [
      'fewest above most',
      withNodes({ a: gather({ minDigits: 3, maxDigits: 2 }), end }),
      ['nodes.a.minDigits: is more than maxDigits'],
    ],
    [
      'a finishing key inside a branch',
      withNodes({ a: gather({ finishOn: '#', branches: { '#': 'end' } }), end }),
      ['nodes.a.branches.#: holds the key that completes the answer'],
    ],
    [
      'an undeclared variable',
      withNodes({ a: gather({ store: 'v', prompt: prompt('{w}', { fallback: ['sound:w'] }) }), end }),
      [
        'nodes.a.prompt.media.0: names no variable of this flow',
        'nodes.a.store: names no variable of this flow',
      ],
    ],
    [
      'an unknown voice',
      withNodes({ a: { kind: 'play', prompt: { media: ['sound:x'], voice: 'live' }, next: 'end' }, end }),
      ['nodes.a.prompt.voice: is not one of the allowed values'],
    ],
    [
      'no media',
      withNodes({ a: { kind: 'play', prompt: { media: [], voice: 'prerecorded' }, next: 'end' }, end }),
      ['nodes.a.prompt.media: is not a list of the allowed length'],
    ],
    [
      'a time out of range',
      withNodes({ a: gather({ timeoutMs: 5 }), end }),
      ['nodes.a.timeoutMs: is not a whole number in the allowed range'],
    ],
    [
      'an unreachable node',
      withNodes({ a: end, b: end }),
      ['nodes.b: can never be reached from `start` or by the opt-out key'],
    ],
    [
      'a loop without input',
      withNodes({ a: { kind: 'play', prompt: prompt('x'), next: 'a' } }),
      ['nodes.a: is part of a loop that a silent line runs through without end'],
    ],
    [
      'a loop through the silent way out of a gather',
      withNodes({ a: gather({ onNoInput: 'b' }), b: { kind: 'play', prompt: prompt('x'), next: 'a' }, end }),
      ['nodes.a: is part of a loop that a silent line runs through without end'],
    ],
    [
      'an opt-out key that leads elsewhere',
      withNodes({ a: end }, { optOutKey: { digit: '9', to: 'a' } }),
      ['optOutKey.to: is not a node of kind opt-out'],
    ],
    [
      'an opt-out key with a second meaning',
      withNodes(
        {
          a: gather({ branches: { '9': 'end' } }),
          out: { kind: 'opt-out', scope: 'number', next: 'end' },
          end,
        },
        { optOutKey: { digit: '9', to: 'out' } },
      ),
      ["nodes.a.branches.9: holds the flow's opt-out key, which opts out wherever it is pressed"],
    ],
    [
      'an opt-out key that an account number may hold',
      withNodes(
        {
          a: gather({ branches: {}, otherwise: 'end', maxDigits: 6 }),
          out: { kind: 'opt-out', scope: 'number', next: 'end' },
          end,
        },
        { optOutKey: { digit: '9', to: 'out' } },
      ),
      ['nodes.a.otherwise: takes any keys, but 9 opts out and cannot be typed'],
    ],
    [
      'an opt-out key that also completes answers',
      withNodes(
        { a: gather({ finishOn: '*' }), out: { kind: 'opt-out', scope: 'number', next: 'end' }, end },
        { optOutKey: { digit: '*', to: 'out' } },
      ),
      ["nodes.a.finishOn: is the flow's opt-out key"],
    ],
    [
      'a selling flow whose first words come after a silent node',
      withNodes(
        {
          a: { kind: 'variable', name: 'v', value: 'x', next: 'b' },
          b: { kind: 'play', prompt: prompt('offer', { says: ['opt-out-key'] }), next: 'end' },
          out: { kind: 'opt-out', scope: 'number', next: 'end' },
          end,
        },
        { telemarketing: true, optOutKey: { digit: '9', to: 'out' }, variables: { v: '' } },
      ),
      [
        'nodes.b.prompt.says: lacks "identification": ' +
          'this is the first thing the called person may hear, and it must name the caller',
      ],
    ],
    [
      'a selling flow without identification and opt-out',
      withNodes({ a: { kind: 'play', prompt: prompt('offer'), next: 'end' }, end }, { telemarketing: true }),
      [
        'optOutKey: is missing: a telemarketing flow must take an opt-out by key press at any moment',
        'nodes.a.prompt.says: lacks "identification": ' +
          'this is the first thing the called person may hear, and it must name the caller',
      ],
    ],
    [
      'a selling flow that keeps its opt-out key secret',
      withNodes(
        {
          a: { kind: 'play', prompt: prompt('offer', { says: ['identification'] }), next: 'end' },
          out: { kind: 'opt-out', scope: 'number', next: 'end' },
          end,
        },
        { telemarketing: true, optOutKey: { digit: '9', to: 'out' } },
      ),
      ['optOutKey: is announced by no prompt'],
    ],
    [
      'a selling message on a machine without a number',
      withNodes(
        {
          a: {
            kind: 'leave-message',
            prompt: prompt('offer', { says: ['identification'] }),
            timeoutMs: 5_000,
            next: 'end',
          },
          out: { kind: 'opt-out', scope: 'number', next: 'end' },
          end,
        },
        { telemarketing: true, optOutKey: { digit: '9', to: 'out' } },
      ),
      [
        'nodes.a.prompt.says: lacks "opt-out-number": ' +
          'a message on a machine must give a number at which to opt out',
      ],
    ],
  ];

  test.each(cases)('%s', (_what, flow, expected) => {
    expect(problemsOf(flow)).toEqual(expected);
  });

  test('a loop that a key press leads out of is allowed', () => {
    expect(problemsOf(withNodes({ a: gather({ branches: { '1': 'a' } }), end }))).toEqual([]);
  });
});

test('validateFlow never throws, whatever the JSON', () => {
  const broken = fc.tuple(
    fc.constantFrom(...Object.keys(reminder.nodes)),
    fc.constantFrom('kind', 'next', 'prompt', 'branches', 'timeoutMs', 'onNoInput', 'skills'),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.record({ id: fc.jsonValue(), start: fc.jsonValue(), nodes: fc.jsonValue() }),
      ),
      (input) => {
        expect(validateFlow(input).ok).toBe(false);
      },
    ),
  );
  fc.assert(
    fc.property(broken, ([name, field, value]) => {
      const nodes = {
        ...reminder.nodes,
        [name]: { ...reminder.nodes[name as keyof typeof reminder.nodes], [field]: value },
      };
      const validation = validateFlow({ ...reminder, nodes });
      expect(validation.ok || validation.problems.length > 0).toBe(true);
    }),
  );
});

test('validateFlow takes a ladder of forks in a moment, though the ways through it are more than can be walked', () => {
  const forks = Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [
      `n${String(index)}`,
      {
        kind: 'branch',
        variable: 'v',
        cases: { x: `n${String(index + 1)}` },
        otherwise: `n${String(index + 1)}`,
      },
    ]),
  );
  expect(
    problemsOf({ id: 'ladder', start: 'n0', variables: { v: '' }, nodes: { ...forks, n200: end } }),
  ).toEqual([]);
});

test('flowVoices lists every voice that a call may hear', () => {
  const again = gather({ attempts: 2, noInputPrompt: { media: ['sound:x'], voice: 'artificial' } });
  expect(flowVoices(valid(withNodes({ a: again, end })))).toEqual(['artificial']);
  expect(flowVoices(valid(reminder))).toEqual(['artificial', 'prerecorded']);
  expect(flowVoices(valid(withNodes({ a: end })))).toEqual([]);
});
