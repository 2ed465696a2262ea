/** Notices of campaigns that are opened together are said once each. */
import { expect, test } from '@jest/globals';
import { Notices } from '../../src/campaigns/notices.js';

function said(): { readonly lines: string[]; readonly notices: Notices } {
  const lines: string[] = [];
  return { lines, notices: new Notices((line) => lines.push(line)) };
}

test('what several campaigns say is one line that names the first three', async () => {
  const { lines, notices } = said();
  await notices.gather(async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) notices.tell(id, 'The law changes.');
    notices.tell('b', 'No list.');
    expect(lines).toEqual([]);
    await Promise.resolve();
  });
  expect(lines).toEqual(['a, b, c and 2 more campaigns: The law changes.', 'b: No list.']);
});

test('alone, and after the others were opened, a campaign says it at once', async () => {
  const { lines, notices } = said();
  notices.tell('a', 'No list.');
  await notices.gather(() => Promise.resolve());
  notices.tell('b', 'No list.');
  expect(lines).toEqual(['a: No list.', 'b: No list.']);
});

test('what was gathered is said where the opening fails', async () => {
  const { lines, notices } = said();
  const failing = notices.gather(() => {
    notices.tell('a', 'No list.');
    return Promise.reject(new Error('the store is gone'));
  });
  await expect(failing).rejects.toThrow('the store is gone');
  expect(lines).toEqual(['a: No list.']);
});
