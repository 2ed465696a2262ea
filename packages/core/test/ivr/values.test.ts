import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LIMITS } from '../../src/index.js';
import { startFlow, stepFlow, validateFlow, type Flow, type FlowStep } from '../../src/ivr/index.js';

const end = { kind: 'hang-up' } as const;

/** A flow that plays a file named by a field of the list. */
function playing(media: readonly string[], fallback?: readonly string[]): unknown {
  const prompt = { media, voice: 'prerecorded', ...(fallback === undefined ? {} : { fallback }) };
  return {
    id: 'f',
    start: 'a',
    variables: { v: '' },
    nodes: { a: { kind: 'play', prompt, next: 'end' }, end },
  };
}

function flowOf(input: unknown): Flow {
  const checked = validateFlow(input);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return checked.flow;
}

function mediaPlayed(step: FlowStep): readonly string[] {
  return step.actions.flatMap((action) => (action.type === 'play' ? action.media : []));
}

describe('values in the names of audio', () => {
  const flow = flowOf(playing(['sound:intro', 'sound:branch-{v}'], ['sound:no-branch']));

  test.each([['berlin'], ['Branch_7'], ['2026-06-10'], ['0']])('%s is filled in', (v) => {
    const step = startFlow(flow, { callId: 'c', variables: { v } });
    expect(mediaPlayed(step)).toEqual(['sound:intro', `sound:branch-${v}`]);
    expect(step.actions.some((action) => action.type === 'media-refused')).toBe(false);
  });

  test.each([
    ['../../recording/outdial/c-1-1/x'],
    ['..'],
    ['/etc/passwd'],
    ['a&sound:b'],
    ['a b'],
    ['a.wav'],
    ['a\n'],
    ['{v}'],
    ['tone:1'],
    ['ö'],
    [''],
  ])('%j is not: the fallback is played, and that is said', (v) => {
    const step = startFlow(flow, { callId: 'c', variables: { v } });
    expect(mediaPlayed(step)).toEqual(['sound:no-branch']);
    expect(step.actions[0]).toEqual({ type: 'media-refused', variable: 'v' });
  });

  test('no value of a list names anything but letters, digits, - and _', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (v) => {
        for (const media of mediaPlayed(startFlow(flow, { callId: 'c', variables: { v } })))
          expect(media).toMatch(/^sound:[A-Za-z0-9_-]+$/);
      }),
    );
  });

  test('a flow must say what is played when a value cannot be used, without values', () => {
    expect(validateFlow(playing(['sound:{v}']))).toMatchObject({
      ok: false,
      problems: [{ path: 'nodes.a.prompt.fallback', message: 'is missing' }],
    });
    expect(validateFlow(playing(['sound:{v}'], ['sound:{v}']))).toMatchObject({
      ok: false,
      problems: [{ path: 'nodes.a.prompt.fallback.0', message: 'depends on a variable' }],
    });
    expect(validateFlow(playing(['sound:{v}'], []))).toMatchObject({ ok: false });
    expect(validateFlow(playing(['sound:v']))).toMatchObject({ ok: true });
  });
});

describe('values of variables', () => {
  const doubling = flowOf({
    id: 'f',
    start: 'ask',
    variables: { v: 'x' },
    nodes: {
      ask: {
        kind: 'gather',
        timeoutMs: 1000,
        branches: { '1': 'grow' },
        onNoInput: 'end',
        onNoMatch: 'end',
      },
      grow: { kind: 'variable', name: 'v', value: '{v}{v}'.repeat(50), next: 'ask' },
      end,
    },
  });

  test('a flow that doubles a variable at each key stays bounded, and ends in its budget', () => {
    let step = startFlow(doubling, { callId: 'c' });
    let keys = 0;
    for (; step.state.waiting.for !== 'nothing' && keys < 1000; keys += 1) {
      step = stepFlow(doubling, step.state, { type: 'digit', digit: '1' });
      expect(step.state.variables['v']?.length).toBeLessThanOrEqual(LIMITS.variableValue.max);
    }
    expect(step.state.waiting).toEqual({ for: 'nothing', end: 'step-budget' });
    expect(keys).toBeLessThan(200);
  });

  test('a value of the list is cut where it is longer, between characters', () => {
    const flow = flowOf(playing(['sound:a']));
    const { max } = LIMITS.variableValue;
    const cut = (v: string): string | undefined =>
      startFlow(flow, { callId: 'c', variables: { v } }).state.variables['v'];
    expect(cut('x'.repeat(4000))).toHaveLength(max);
    expect(cut(`${'x'.repeat(max - 1)}😀`)).toBe('x'.repeat(max - 1));
  });
});
