import { describe, expect, test } from '@jest/globals';
import { createCall, type Call } from '../src/calls/call.js';
import { detectionVerdict } from '../src/calls/detection.js';
import { hangupCauseOf, readRefusal } from '../src/calls/hangup-cause.js';
import { playSteps } from '../src/media/play-steps.js';
import { settingsOf } from '../src/options.js';

const call = (): Call => createCall({ attemptId: 'c-1-1', campaignId: 'c' });

describe('the reason of an ending', () => {
  test('tells a network block from a declined call by the words of the response', () => {
    const blocked = { ...call(), hangupText: 'SIP 603 Network Blocked' };
    expect(hangupCauseOf(blocked, { q850: 21, techCause: 603 })).toEqual({
      q850: 21,
      sip: 603,
      text: 'Network Blocked',
      by: 'far',
    });
  });

  test('has no SIP status after an answer or when we hung up', () => {
    expect(hangupCauseOf({ ...call(), stage: 'answered', hangupText: 'SIP 200 OK' }, { q850: 16 })).toEqual({
      q850: 16,
      by: 'far',
    });
    expect(
      hangupCauseOf(
        { ...call(), hangUp: 'ring-timeout', hangupText: 'SIP 180 Ringing' },
        { q850: 19, techCause: 480 },
      ),
    ).toEqual({ q850: 19, by: 'ring-timeout' });
  });

  test('reads refusals only', () => {
    expect(readRefusal('SIP 486 Busy Here')).toEqual({ sip: 486, text: 'Busy Here' });
    for (const text of ['SIP 200 OK', 'SIP 183 Session Progress', '', null])
      expect(readRefusal(text)).toBeNull();
  });
});

test.each([
  [['HUMAN', 'HUMAN-800-800'], 'human'],
  [['MACHINE', 'LONGGREETING-1500-1500'], 'machine'],
  [['MACHINE', 'INITIALSILENCE-2500-2500'], 'unsure'],
  [['NOTSURE', 'TOOLONG-4900'], 'unsure'],
  [['HANGUP', ''], 'unsure'],
  [[], 'unsure'],
])('AMD says %j: %s', (words, verdict) => {
  expect(detectionVerdict(words).verdict).toBe(verdict);
});

test('media become steps: silence of ours between what Asterisk plays in one go', () => {
  expect(playSteps(['sound:a', 'recording:b', 'silence:300', 'sound:c'])).toEqual([
    { kind: 'media', media: ['sound:a', 'recording:b'] },
    { kind: 'silence', ms: 300 },
    { kind: 'media', media: ['sound:c'] },
  ]);
  for (const media of ['', 'sound:', 'a', 'silence:x', 'http://x']) expect(playSteps([media])).toBeNull();
});

test('options name what is wrong with them', () => {
  const trunks = [{ name: 'a', endpoint: 'PJSIP/{number}@a', channels: 1 }];
  const server = { url: 'http://127.0.0.1:1', username: 'u', password: 'p' };
  expect(() => settingsOf({ node: 'a b', server, trunks })).toThrow(/node is 'a b'/);
  expect(() => settingsOf({ node: 'a', server, trunks: [] })).toThrow(/trunks is empty/);
  expect(() => settingsOf({ node: 'a', server, trunks: [...trunks, ...trunks] })).toThrow(/'a' stands twice/);
  expect(settingsOf({ node: 'a', server, trunks }).application).toBe('outdial-a');
});
