import { describe, expect, test } from '@jest/globals';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import type { CampaignInput } from '../../src/campaign-file/types.js';

type Pages = NonNullable<CampaignInput['script']>['pages'];

const campaignWith = (pages: Pages): CampaignInput => ({
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  lists: [{ id: 'l' }],
  compliance: { purpose: 'telemarketing' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
  script: { pages },
});
const to = (page: string) => [{ label: 'On', page }];

describe('the script of a campaign', () => {
  test('has pages, and choices that lead on', () => {
    const { script } = checkCampaign(
      campaignWith([
        { id: 'a', text: 'Good day,\n{first name}.', choices: to('b') },
        { id: 'b', title: 'B', text: 'Bye.' },
      ]),
    );
    expect(script?.pages.map(({ id, choices }) => [id, choices.length])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
  });

  test.each<[string, Pages, string]>([
    [
      'a choice that leads nowhere',
      [{ id: 'a', text: 'A', choices: to('x') }],
      'is not a page of the script: use one of a',
    ],
    [
      'a page that nobody reaches',
      [
        { id: 'a', text: 'A' },
        { id: 'b', text: 'B', choices: to('b') },
      ],
      'no other page leads',
    ],
    [
      'two pages of one name',
      [
        { id: 'a', text: 'A', choices: to('a') },
        { id: 'a', text: 'B' },
      ],
      "two pages with the id 'a'",
    ],
    ['a text with marks of direction', [{ id: 'a', text: 'A\u202E' }], 'no control characters'],
    ['no page', [], 'pages'],
  ])('refuses %s', (_what, pages, says) => {
    expect(() => checkCampaign(campaignWith(pages))).toThrow(says);
  });
});
