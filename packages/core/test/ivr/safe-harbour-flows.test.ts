import { describe, expect, test } from '@jest/globals';
import { abandonmentFlow, flowEnd, flowVoices, validateFlow, voicemailFlow } from '../../src/ivr/index.js';
import { Call } from './call.js';

const settings = {
  identification: ['sound:acme'],
  optOutNumber: '+18005550100',
  optOutOffer: ['sound:press-9'],
};

describe('the abandonment flow', () => {
  test('starts with identification, the number for opt-outs, and the offer of the key', () => {
    const flow = abandonmentFlow(settings);
    expect(validateFlow(flow).ok).toBe(true);
    expect(flowVoices(flow)).toEqual(['prerecorded']);
    const call = new Call(flow);
    expect(call.last[0]).toMatchObject({
      type: 'play',
      media: ['sound:acme', ...[...'18005550100'].map((digit) => `sound:digits/${digit}`), 'sound:press-9'],
    });
  });

  test('records an opt-out pressed during the message or after it, before it hangs up at once', () => {
    const during = new Call(abandonmentFlow({ ...settings, scope: 'person' }));
    during.press('9');
    expect(during.last.slice(-2)).toEqual([{ type: 'opt-out', scope: 'person' }, { type: 'hang-up' }]);
    const after = new Call(abandonmentFlow(settings));
    after.playEnds();
    after.press('9');
    expect(after.types()).toEqual(['cancel-timer', 'opt-out', 'hang-up']);
  });

  test('is heard whole: other keys do not interrupt it, and repeat it when pressed afterwards', () => {
    const call = new Call(abandonmentFlow(settings));
    expect(call.press('1', '5', '#')).toEqual([]);
    call.playEnds();
    call.press('5');
    expect(call.types()).toEqual(['cancel-timer', 'play', 'set-timer']);
  });

  test('ends five seconds after the message, and ends for someone who presses other keys without end', () => {
    const silent = new Call(abandonmentFlow(settings));
    silent.playEnds();
    expect(silent.last).toContainEqual({ type: 'set-timer', timerId: 'c1.timer.3', delayMs: 5_000 });
    silent.timerFires();
    expect(flowEnd(silent.state)).toBe('hang-up');
    const restless = new Call(abandonmentFlow(settings));
    for (let pressed = 0; pressed < 20; pressed += 1) {
      restless.playEnds();
      restless.press('4');
    }
    expect(flowEnd(restless.state)).toBe('step-budget');
    expect(restless.heard()).toHaveLength(6);
  });

  test('refuses settings that make no lawful message', () => {
    expect(() =>
      abandonmentFlow({ ...settings, identification: [], optOutNumber: '', optOutOffer: [] }),
    ).toThrow('nodes.message.prompt.media');
  });
});

describe('the voicemail flow', () => {
  test('leaves the message after the beep, notes the disposition and hangs up', () => {
    const call = new Call(
      voicemailFlow({
        message: ['sound:reminder'],
        telemarketing: false,
        disposition: 'machine',
        voice: 'artificial',
      }),
    );
    expect(call.last[0]).toEqual({ type: 'wait-for-beep', timeoutMs: 15_000 });
    call.take({ type: 'beep' });
    call.playEnds();
    expect(call.types()).toEqual(['cancel-timer', 'disposition', 'hang-up']);
    expect(flowVoices(call.flow)).toEqual(['artificial']);
  });

  test('takes an opt-out from a person who was mistaken for a machine', () => {
    const call = new Call(voicemailFlow({ message: ['sound:offer'], telemarketing: true }));
    call.press('9');
    expect(call.types()).toEqual(['cancel-timer', 'opt-out', 'hang-up']);
  });
});
