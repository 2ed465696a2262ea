import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DoNotCallSet } from '@outdial/compliance';
import type { GateDecision, GateRequest } from '@outdial/core';
import { replaceSetFile } from '@outdial/store';
import { checkCampaign, type LoadedCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { createCampaignCompliance, type CampaignCompliance } from '../../src/gate/campaign-compliance.js';
import { listText, openDoNotCallLists, type DoNotCallLists } from '../../src/gate/do-not-call-lists.js';

const AT = Date.parse('2026-06-10T15:00:00-04:00');
const LISTED = '+12125550143';
const FREE = '+12125550144';

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'outdial-lists-'))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = (name: string, numbers: readonly string[], date = '2026-06-01'): Promise<unknown> =>
  replaceSetFile(
    join(folder, name),
    DoNotCallSet.fromNumbers(numbers, { date, source: `source of ${name}` }).toChunks(),
  );

function campaign(
  lists: readonly Record<string, unknown>[],
  changes: Record<string, unknown> = {},
  compliance: Record<string, unknown> = {},
): LoadedCampaign {
  const file = checkCampaign({
    id: 'c',
    name: 'C',
    mode: 'predictive',
    callerNumber: '+12025550100',
    countries: ['US'],
    live: true,
    lists: [{ id: 'l' }],
    doNotCall: { lists },
    compliance: { purpose: 'telemarketing', callerNumberTakesRequests: true, ...compliance },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
    ...changes,
  });
  return { path: join(folder, 'campaign.yaml'), folder, file };
}

async function lawOf(loaded: LoadedCampaign): Promise<{ law: CampaignCompliance; lists: DoNotCallLists }> {
  const lists = await openDoNotCallLists(loaded);
  return { law: createCampaignCompliance(loaded.file, {}, { doNotCall: lists }), lists };
}

function decide(
  law: CampaignCompliance,
  phone: string,
  changes: Partial<GateRequest> = {},
  facts: Record<string, unknown> = {},
): GateDecision {
  return law.gate.decide({
    at: AT,
    campaignId: 'c',
    lead: { phone, region: 'NY', ...facts },
    history: [],
    mode: 'predictive',
    humanInitiated: false,
    voices: ['live'],
    ...changes,
  });
}

describe('do-not-call lists of a campaign', () => {
  test('refuse a number of the national registry with scope, source and date, and let consent lift it', async () => {
    await write('ftc.dnc', [LISTED]);
    const { law } = await lawOf(campaign([{ scope: 'national', file: 'ftc.dnc' }]));
    const { refusals } = decide(law, LISTED);
    expect(refusals.map(({ rule }) => rule).sort()).toEqual(['us.tcpa.dnc_national', 'us.tsr.dnc']);
    for (const { message } of refusals)
      expect(message).toContain("It stands on the national list 'source of ftc.dnc' of 2026-06-01.");
    expect(decide(law, FREE).allowed).toBe(true);
    expect(decide(law, LISTED, {}, { consent: { type: 'written', at: AT - 86_400_000 } }).allowed).toBe(true);
  });

  test('say nothing of the registry where another rule refuses', async () => {
    await write('ftc.dnc', [LISTED]);
    const { law } = await lawOf(campaign([{ scope: 'national', file: 'ftc.dnc' }]));
    const night = decide(law, LISTED, { at: AT + 7 * 3_600_000 });
    const hours = night.refusals.find(({ rule }) => rule === 'us.tcpa.hours');
    expect(hours?.message).not.toContain('stands on');
  });

  test('name every list that holds the number; consent lifts none but the registry', async () => {
    for (const name of ['fl.dnc', 'suing.dnc.gz', 'own.dnc', 'spring.dnc']) await write(name, [LISTED]);
    const { law } = await lawOf(
      campaign([
        { scope: 'state', region: 'NY', file: 'fl.dnc' },
        { scope: 'litigators', file: 'suing.dnc.gz', source: 'Serial Plaintiffs Ltd' },
        { scope: 'company', file: 'own.dnc' },
        { scope: 'campaign', name: 'spring', file: 'spring.dnc' },
      ]),
    );
    const { refusals } = decide(law, LISTED, {}, { consent: { type: 'written', at: AT - 86_400_000 } });
    expect(Object.fromEntries(refusals.map(({ rule, message }) => [rule, message]))).toEqual({
      'client.do-not-call.state-ny':
        "The number is on the list 'state-ny' (state do-not-call list). " +
        "It stands on the state list 'source of fl.dnc' of 2026-06-01.",
      'client.do-not-call.litigators':
        "The number is on the list 'litigators' (Serial Plaintiffs Ltd). " +
        "It stands on the litigators list 'Serial Plaintiffs Ltd' of 2026-06-01.",
      'client.do-not-call.company':
        "The number is on the list 'company' (company do-not-call list). " +
        "It stands on the company list 'source of own.dnc' of 2026-06-01.",
      'client.do-not-call.spring':
        "The number is on the list 'spring' (campaign do-not-call list). " +
        "It stands on the campaign list 'source of spring.dnc' of 2026-06-01.",
    });
    expect(decide(law, FREE).allowed).toBe(true);
  });

  test('bar the purposes and voices that the campaign file says, and say so', async () => {
    await write('sales.dnc', [LISTED]);
    const sales = { scope: 'state', region: 'NY', file: 'sales.dnc', purposes: ['telemarketing', 'charity'] };
    const ask = async (list: Record<string, unknown>, purpose: string): Promise<GateDecision> =>
      decide((await lawOf(campaign([list], {}, { purpose }))).law, LISTED);

    expect((await ask(sales, 'telemarketing')).refusals).toMatchObject([
      {
        rule: 'client.do-not-call.state-ny',
        message: expect.stringContaining(', which bars calls for telemarketing, charity.') as unknown,
      },
    ]);
    expect((await ask(sales, 'informational')).refusals).toEqual([]);
    expect(
      (await ask({ scope: 'litigators', file: 'sales.dnc', voices: 'recorded' }, 'telemarketing')).allowed,
    ).toBe(true);
    const { lists } = await lawOf(campaign([{ ...sales, voices: 'recorded' }]));
    expect(lists.holding(LISTED).map(listText)).toEqual([
      "state list state-ny 'source of sales.dnc' of 2026-06-01, 1 number, " +
        'bars recorded calls for telemarketing, charity',
    ]);
  });

  test('of a registry bar what its law says: purposes are refused for it', () => {
    expect(() => campaign([{ scope: 'national', file: 'a', purposes: ['charity'] }])).toThrow(
      'the law of the country says what its registry bars',
    );
  });

  test('tell the law the age of the registry: on the 32nd date review and gate refuse the campaign', async () => {
    await write('ftc.dnc', [LISTED], '2026-06-01');
    const { law } = await lawOf(
      campaign([{ scope: 'national', file: 'ftc.dnc' }], {}, { doNotCallVersion: '2026-07-05' }),
    );
    const blocking = (at: number): string[] =>
      law
        .review(at)
        .filter(({ blocks }) => blocks)
        .map(({ rule }) => rule);
    const [lastDay, tooLate] = [Date.parse('2026-07-02T22:00:00Z'), Date.parse('2026-07-03T19:00:00Z')];
    expect([blocking(lastDay), blocking(tooLate)]).toEqual([[], ['us.tcpa.dnc_31day']]);
    expect(decide(law, FREE, { at: lastDay }).allowed).toBe(true);
    expect(decide(law, FREE, { at: tooLate }).refusals).toMatchObject([
      { rule: 'us.tcpa.dnc_31day', scope: 'campaign', nextAllowedAt: null },
    ]);
  });

  test('keep the registries of two countries apart', async () => {
    await write('us.dnc', [LISTED], '2026-06-09');
    await write('it.dnc', ['+390612345678'], '2026-05-20');
    const loaded = campaign(
      [
        { scope: 'national', country: 'US', file: 'us.dnc' },
        { scope: 'national', name: 'rpo', country: 'IT', file: 'it.dnc' },
      ],
      { countries: ['US', 'IT'] },
    );
    const { law } = await lawOf(loaded);
    expect(
      law
        .review(AT)
        .filter(({ blocks }) => blocks)
        .map(({ rule }) => rule),
    ).toEqual(['it.rpo']);
    expect(decide(law, FREE).allowed).toBe(true);
    const ruleOf = (lead: string): string[] =>
      decide(law, lead, { at: Date.parse('2026-06-10T10:00:00Z') }, { region: undefined }).refusals.map(
        ({ rule }) => rule,
      );
    expect(ruleOf('+390612345679')).toContain('it.rpo');
  });

  test('are reloaded when the file is replaced; a damaged version is refused once and the old one stays', async () => {
    await write('ftc.dnc', [LISTED]);
    const told: string[] = [];
    const loaded = campaign([{ scope: 'national', file: 'ftc.dnc' }]);
    const lists = await openDoNotCallLists(loaded, {
      onLoaded: (list) => told.push(listText(list)),
      onRefused: (detail) => told.push(detail),
    });
    const law = createCampaignCompliance(loaded.file, {}, { doNotCall: lists });
    expect(told).toEqual(["national list US 'source of ftc.dnc' of 2026-06-01, 1 number"]);
    await writeFile(join(folder, 'ftc.dnc'), (await readFile(join(folder, 'ftc.dnc'))).subarray(0, 40));
    for (let look = 0; look < 3; look += 1) await lists.refresh();
    expect(told).toHaveLength(2);
    expect(told[1]).toMatch(
      /new version of the list 'national' is refused, the one of 2026-06-01 stays in use: .*fetch it again/,
    );
    expect([decide(law, LISTED).allowed, decide(law, FREE).allowed]).toEqual([false, true]);
    await rm(join(folder, 'ftc.dnc'));
    for (let look = 0; look < 3; look += 1) await lists.refresh();
    expect(told).toHaveLength(3);
    await write('ftc.dnc', [FREE], '2026-06-10');
    await lists.refresh();
    expect(told.at(-1)).toContain('of 2026-06-10');
    expect([decide(law, LISTED).allowed, decide(law, FREE).allowed]).toEqual([true, false]);
  });

  test('that are missing or damaged keep the campaign from starting, with the remedy', async () => {
    await expect(
      openDoNotCallLists(campaign([{ scope: 'national', file: 'none.dnc' }])),
    ).rejects.toMatchObject({
      code: 'do-not-call-list-unavailable',
      what: expect.stringMatching(/'national' cannot be used: .*none\.dnc/),
      remedy: expect.stringContaining('outdial dnc build'),
    });
    await writeFile(join(folder, 'bad.dnc'), 'no set at all, but long enough to hold a header');
    await expect(openDoNotCallLists(campaign([{ scope: 'company', file: 'bad.dnc' }]))).rejects.toThrow(
      'does not begin with ODNC',
    );
  });

  test('must be told apart in the campaign file', () => {
    expect(() =>
      campaign([
        { scope: 'company', file: 'a' },
        { scope: 'company', file: 'b' },
      ]),
    ).toThrow("two lists named 'company': give each its own name");
    expect(() => campaign([{ scope: 'national', file: 'a' }], { countries: ['US', 'CA'] })).toThrow(
      'say whose registry it is',
    );
    expect(() => campaign([{ scope: 'state', file: 'a' }])).toThrow("say which state's list it is");
  });
});
