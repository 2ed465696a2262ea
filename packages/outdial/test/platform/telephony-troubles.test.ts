import { expect, test } from '@jest/globals';
import type { Notice, NoticeCode } from '@outdial/asterisk-adapter';
import { TelephonyTroubles } from '../../src/platform/telephony-troubles.js';

test('a trunk and a server are away until they are said to be back, each for itself', () => {
  let now = 1_000;
  const troubles = new TelephonyTroubles(() => now);
  const say = (code: NoticeCode, context: Notice['context']): void =>
    troubles.take({ level: 'error', code, message: `part is ${code}`, ...(context && { context }) });
  const texts = (): readonly string[] => troubles.all().map(({ text }) => text);

  say('play-failed', { trunk: 'main' });
  say('trunk-silent', { trunk: 'main', server: 'a' });
  expect(troubles.all()).toEqual([{ text: 'Part is trunk-silent.', since: 1_000 }]);
  now = 2_000;
  say('server-down', { server: 'b' });
  say('trunk-answers', { trunk: 'main', server: 'b' });
  expect(texts()).toEqual(['Part is trunk-silent.', 'Part is server-down.']);
  say('trunk-answers', { trunk: 'main', server: 'a' });
  say('server-up', { server: 'b' });
  expect(texts()).toEqual([]);
});
