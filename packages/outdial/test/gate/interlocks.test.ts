import { describe, expect, test } from '@jest/globals';
import { ruleTitle } from '@outdial/compliance';
import { interlockOf, interlockRefusal } from '../../src/gate/interlocks.js';
import { titleOfRule } from '../../src/gate/rule-title.js';

const live = { countries: ['US', 'GB'], live: true, allowList: [] };

describe('an interlock', () => {
  test.each([
    ['emergency', '+1911'],
    ['emergency', '+44999'],
    ['emergency', '112'],
    ['short', '+12345'],
    ['unparsable', '+19995550100'],
    ['unparsable', '+1202555010'],
    ['unparsable', 'tel:12025550100'],
    ['premium', '+19005550123'],
    ['premium', '+449098790000'],
    ['country', '+18765550142'],
    ['country', '+61255501234'],
  ])('%s holds back %s', (expected, phone) => {
    expect(interlockOf(phone, live)).toBe(expected);
  });

  test.each(['+16846331234', '+16715550123', '+16702345678', '+17875550123', '+13405550123'])(
    'lets %s of a territory pass where the campaign calls the United States, whose law it is',
    (phone) => {
      expect(interlockOf(phone, live)).toBeNull();
      expect(interlockOf(phone, { ...live, countries: ['GB'] })).toBe('country');
      expect(interlockOf('+12025550123', { ...live, countries: ['AS', 'PR'] })).toBe('country');
    },
  );

  test.each(['+12025550123', '+442079460123'])('lets %s pass', (phone) => {
    expect(interlockOf(phone, live)).toBeNull();
  });

  test('holds everything but the allow-list back until the campaign is live', () => {
    const rehearsal = { ...live, live: false, allowList: ['+12025550123'] };
    expect(interlockOf('+12025550123', rehearsal)).toBeNull();
    expect(interlockOf('+12025550124', rehearsal)).toBe('allow-list');
  });

  test('is a refusal that says how to mend it; what a setting lifts closes and moves no lead', () => {
    expect(interlockRefusal('premium')).toMatchObject({
      rule: 'interlock.premium',
      scope: 'lead',
      nextAllowedAt: null,
    });
    for (const lifted of ['allow-list', 'country'] as const)
      expect(interlockRefusal(lifted)).toMatchObject({ scope: 'setting', nextAllowedAt: null });
    expect(interlockRefusal('allow-list').message).toContain('live: true');
    expect(interlockRefusal('country').message).toContain("'countries'");
    expect(titleOfRule(interlockRefusal('country').rule)).toBe('Outside the countries of the campaign');
    expect(titleOfRule('us.federal.hours')).toBe(ruleTitle('us.federal.hours'));
  });
});
