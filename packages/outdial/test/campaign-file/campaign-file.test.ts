import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { CampaignFileError } from '../../src/campaign-file/campaign-file-error.js';
import { defineCampaign } from '../../src/campaign-file/define-campaign.js';
import { checkCampaign, parseCampaignFile } from '../../src/campaign-file/read-campaign-file.js';
import { campaignReference } from '../../src/campaign-file/reference.js';
import { campaignJsonSchema } from '../../src/campaign-file/schema.js';

const MINIMAL = `
id: spring
name: Spring renewal
mode: predictive
callerNumber: "+12025550100"
countries: [US]
lists:
  - id: spring
compliance:
  purpose: telemarketing
abandonment:
  identification: [sound:we-missed-you]
  optOutNumber: "+12025550199"
  optOutOffer: [sound:press-nine]
`;

/** The problems of a file, as the user reads them. */
function problems(text: string): string[] {
  try {
    parseCampaignFile(text, 'campaign.yaml');
  } catch (error) {
    if (error instanceof CampaignFileError)
      return error.what
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    throw error;
  }
  return [];
}

describe('a campaign file', () => {
  test.each([
    ['voice: sms', /compliance\.voice.*asks for text messages, which is not covered/],
    ['voice: ringless', /compliance\.voice.*asks for ringless voicemail, which is not covered/],
  ])('that asks for no telephone call (%s) is refused by name', (line, expected) => {
    const text = MINIMAL.replace('purpose: telemarketing', `purpose: telemarketing\n  ${line}`);
    expect(problems(text)).toContainEqual(expect.stringMatching(expected));
    expect(problems(MINIMAL.replace('mode: predictive', 'mode: rvm'))).toContainEqual(
      expect.stringMatching(/mode.*asks for ringless voicemail/),
    );
  });

  test('fills in every default, with live dialing off', () => {
    const file = parseCampaignFile(MINIMAL, 'campaign.yaml');
    expect(file).toMatchObject({
      live: false,
      allowList: [],
      dialing: { callsPerSecond: 5, ringTimeoutSeconds: 25 },
      machineDetection: null,
      telephony: { kind: 'simulated' },
      store: { url: 'sqlite:./outdial.db' },
    });
  });

  test('reads JSON as well as YAML, with a $schema for editors', () => {
    const file = parseCampaignFile(MINIMAL, 'campaign.yaml');
    const json = JSON.stringify({ $schema: './campaign.schema.json', ...file });
    expect(parseCampaignFile(json, 'campaign.json')).toEqual(file);
  });

  test.each([
    [
      'a value outside its range',
      'dialing: { ringTimeoutSeconds: 5 }',
      'dialing.ringTimeoutSeconds (5) a phone must ring at least 15 s before we hang up',
    ],
    [
      'a value too large',
      'dialing: { lines: 1000000 }',
      'dialing.lines (1000000) is too large: use at most 20000',
    ],
    [
      'a slip of the keyboard',
      'dialing: { callPerSecond: 5 }',
      "dialing.callPerSecond is not a setting: did you mean 'callsPerSecond'?",
    ],
    ['an unknown section', 'colour: red', 'colour is not a setting: use one of'],
    ['a channel', 'channel: sms', 'channel is not a setting: only telephone calls are covered'],
    ['a wrong type', 'live: "yes"', 'live ("yes") must be true or false'],
    [
      'a word outside the list',
      'preview: { onTimeout: hang }',
      'preview.onTimeout ("hang") must be one of dial, skip',
    ],
    [
      'a password in the store url',
      'store: { url: "mysql://user:secret@db/outdial" }',
      'store.url ("mysql://...@db/outdial") must not hold a password',
    ],
    [
      'a password with a slash',
      'store: { url: "mysql://user:se/cret@db/outdial" }',
      'store.url ("mysql://...@db/outdial") must not hold a password',
    ],
    [
      'a password among parameters',
      'store: { url: "mysql://user@db/outdial?password=secret" }',
      'store.url ("mysql://...@db/outdial?...") must not hold parameters',
    ],
    ['a missing flow', 'machineDetection: { onMachine: voicemail }', 'flows.voicemail is missing'],
    [
      'shares that add up to more than everything',
      'simulation: { answerShare: 0.9, machineShare: 0.5 }',
      'simulation has shares that add up to',
    ],
    [
      'an unknown outcome in the retry rules',
      'retry: { rules: { bussy: { delayMinutes: 3, most: 2 } } }',
      'retry.rules',
    ],
    [
      'a trunk without its number',
      'telephony: { kind: asterisk, server: { url: "http://127.0.0.1:8088/ari" }, ' +
        'trunks: [{ name: t, endpoint: PJSIP/x }] }',
      'telephony.trunks[0].endpoint ("PJSIP/x") must contain {number}',
    ],
    [
      'servers that cannot be told apart or reached',
      'telephony: { kind: asterisk, server: { url: "http://127.0.0.1:8088/ari", stations: "PJSIP/(1" }, ' +
        'trunks: [{ name: t, endpoint: "PJSIP/{number}@x" }], ' +
        'moreServers: [{ name: b, url: "http://127.0.0.2:8088/ari", reach: PJSIP/b }] }',
      'telephony.server.stations ("PJSIP/(1") must be a regular expression',
      'telephony.moreServers[0].reach ("PJSIP/b") must contain {number}',
    ],
    [
      'a name that two servers have, and a station between the servers',
      'agents: { people: [{ id: ana, station: PJSIP/peer }] }\n' +
        'telephony: { kind: asterisk, server: { url: "http://127.0.0.1:8088/ari" }, ' +
        'trunks: [{ name: t, endpoint: "PJSIP/{number}@x" }], ' +
        'moreServers: [{ name: main, url: "http://127.0.0.2:8088/ari", reach: "PJSIP/{number}@peer" }] }',
      "has two servers named 'main'",
      'agents.people[0].station ("PJSIP/peer") cannot be rung: the station names a trunk',
    ],
    [
      'a station that is a trunk',
      'agents: { people: [{ id: ana, station: "PJSIP/2025550143@x" }, { id: ben, station: PJSIP/x }] }\n' +
        'telephony: { kind: asterisk, server: { url: "http://127.0.0.1:8088/ari" }, ' +
        'trunks: [{ name: t, endpoint: "PJSIP/{number}@x" }] }',
      'agents.people[0].station ("PJSIP/2025550143@x") cannot be rung: the station names a trunk',
      'agents.people[1].station ("PJSIP/x") cannot be rung: the station names a trunk',
    ],
    [
      'a pattern of stations that is none',
      'agents: { stationPattern: "PJSIP/(1" }',
      'agents.stationPattern ("PJSIP/(1") must be a regular expression',
    ],
    [
      'credentials in the ARI address',
      'telephony: { kind: asterisk, server: { url: "http://u:p@127.0.0.1:8088/ari" }, ' +
        'trunks: [{ name: t, endpoint: "PJSIP/{number}@x" }] }',
      'must not hold credentials',
    ],
    [
      'a telephony without its kind',
      'telephony: { trunks: [] }',
      "must name its kind: add 'kind: simulated'",
    ],
  ])('names path, value and remedy of %s', (_what, line, ...expected) => {
    expect(problems(MINIMAL + line)).toEqual(expected.map((text): unknown => expect.stringContaining(text)));
  });

  test('names a country or a state that does not exist, once', () => {
    const ofCountries = problems('countries: [usa]\n').filter((text) => text.startsWith('countries'));
    expect(ofCountries).toHaveLength(1);
    const places =
      'countries: [UK]\ncompliance: { registrations: [{ kind: permit, place: US-ZZ, number: "1" }] }\n';
    expect(problems(places)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^countries\[0\] \("UK"\) must be a two-letter/),
        expect.stringMatching(
          /^compliance\.registrations\[0\]\.place \("US-ZZ"\) must be a country or a state/,
        ),
      ]),
    );
  });

  test('lists every problem at once, missing settings included', () => {
    const found = problems('id: Spring!\nmode: fast\ncountries: [usa]\n');
    expect(found).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^id \("Spring!"\) must be 1 to 32 lower-case letters/),
        expect.stringMatching(/^name is missing/),
        expect.stringMatching(/^mode \("fast"\) must be one of manual, preview/),
        expect.stringMatching(/^callerNumber is missing/),
        expect.stringMatching(/^countries\[0\] \("usa"\) must be a two-letter/),
        expect.stringMatching(/^compliance is missing/),
      ]),
    );
  });

  test('names line and column of broken YAML', () => {
    expect(problems('id: [a\nmode: x')).toEqual(
      expect.arrayContaining([expect.stringMatching(/^line \d+, column \d+ is not valid YAML/)]),
    );
  });

  test('never shows a whole long value', () => {
    const [problem] = problems(`${MINIMAL}live: ${JSON.stringify('x'.repeat(500))}`);
    expect(problem?.length).toBeLessThan(150);
  });
});

describe('a campaign as data', () => {
  const required = {
    id: 'spring',
    name: 'Spring renewal',
    callerNumber: '+12025550100',
    countries: ['US'],
    lists: [{ id: 'spring' }],
    compliance: { purpose: 'telemarketing' },
    abandonment: { identification: ['sound:a'], optOutNumber: '+12025550199', optOutOffer: ['sound:b'] },
  } as const;

  test('needs what the file needs, and may be a campaign already read', () => {
    const read = checkCampaign(defineCampaign({ ...required, mode: 'predictive' }));
    expect(checkCampaign(defineCampaign(read))).toEqual(read);
  });

  test('is refused by the compiler and by the check for the same mistake', () => {
    // @ts-expect-error no such mode
    const wrong = defineCampaign({ ...required, mode: 'fast' });
    expect(() => checkCampaign(wrong)).toThrow('mode ("fast") must be one of');
    // @ts-expect-error no such setting
    const slip = defineCampaign({ ...required, mode: 'predictive', dialing: { callPerSecond: 5 } });
    expect(() => checkCampaign(slip)).toThrow("did you mean 'callsPerSecond'?");
  });
});

describe('the published JSON schema', () => {
  test('is the one that the code checks by (npm run schema -w packages/outdial writes it)', async () => {
    const published: unknown = JSON.parse(
      await readFile(new URL('../../schema/campaign.schema.json', import.meta.url), 'utf8'),
    );
    expect(published).toEqual(JSON.parse(JSON.stringify(campaignJsonSchema())));
  });

  test('is explained setting by setting in docs/reference/campaign-file.md', async () => {
    expect(
      await readFile(new URL('../../../../docs/reference/campaign-file.md', import.meta.url), 'utf8'),
    ).toBe(campaignReference());
  });
});
