import { describe, expect, test } from '@jest/globals';
import {
  createCompliance,
  recordingDuty,
  type CampaignFlow,
  type CampaignWithCountries,
} from '../src/index.js';

const compliance = createCompliance();
const at = Date.parse('2026-11-22T12:00:00Z');
const sales: CampaignWithCountries = {
  purpose: 'telemarketing',
  mode: 'predictive',
  voice: 'live',
  countries: ['US'],
  ringTimeout: 20_000,
  doNotCallVersionAt: at - 86_400_000,
};
const flow: CampaignFlow = {
  at,
  callerNumber: '+13035550100',
  callerNumberTakesRequests: true,
  identifies: true,
  optOutOfferedAfter: 1500,
  optOutDisconnects: true,
  voicemailTollFree: true,
  connectGrace: 2000,
  abandonmentMessage: {
    startsWithin: 2000,
    namesCaller: true,
    givesNumber: true,
    offersOptOut: true,
    markets: false,
  },
};
const refusing = (campaign: CampaignWithCountries, own: CampaignFlow): string[] =>
  compliance
    .reviewCampaign(campaign, own)
    .findings.filter((finding) => finding.severity === 'refuses')
    .map((finding) => finding.rule);

describe('reviewCampaign', () => {
  test('a proper campaign may start, with notices', () => {
    const review = compliance.reviewCampaign(sales, flow);
    expect(review.allowed).toBe(true);
    expect(review.findings.map((finding) => finding.rule)).toEqual(
      expect.arrayContaining(['us.fl.autodial_consent', 'us.registration', 'us.tsr.disclosure']),
    );
    for (const finding of review.findings) expect(finding.remedy.length).toBeGreaterThan(8);
  });

  test.each<[string, Partial<CampaignWithCountries>, Partial<CampaignFlow>, string]>([
    ['a short ring time-out', { ringTimeout: 14_000 }, {}, 'us.tcpa.ring15'],
    ['no caller number', {}, { callerNumber: undefined }, 'us.fcc.callerid'],
    ['a caller number that takes no requests', {}, { callerNumberTakesRequests: false }, 'us.fcc.callerid'],
    ['no abandonment message', {}, { abandonmentMessage: undefined }, 'us.tcpa.abandon_message'],
    [
      'a late abandonment message',
      {},
      {
        abandonmentMessage: {
          startsWithin: 2001,
          namesCaller: true,
          givesNumber: true,
          offersOptOut: true,
          markets: false,
        },
      },
      'us.tcpa.abandon_message',
    ],
    [
      'an abandonment message without opt-out',
      {},
      {
        abandonmentMessage: {
          startsWithin: 0,
          namesCaller: true,
          givesNumber: true,
          offersOptOut: false,
          markets: false,
        },
      },
      'us.tcpa.abandon_message',
    ],
    [
      'an abandonment message that sells',
      {},
      {
        abandonmentMessage: {
          startsWithin: 0,
          namesCaller: true,
          givesNumber: true,
          offersOptOut: true,
          markets: true,
        },
      },
      'us.tcpa.abandon_message',
    ],
    [
      'an abandonment message without a name',
      {},
      {
        abandonmentMessage: {
          startsWithin: 0,
          namesCaller: false,
          givesNumber: true,
          offersOptOut: true,
          markets: false,
        },
      },
      'us.tcpa.abandon_message',
    ],
    ['a connect grace above 2 s', {}, { connectGrace: 2500 }, 'us.tcpa.abandon3'],
    ['an old registry copy', { doNotCallVersionAt: at - 32 * 86_400_000 }, {}, 'us.tcpa.dnc_31day'],
    [
      'a recorded message without identification',
      { voice: 'prerecorded', mode: 'agentless' },
      { identifies: false },
      'us.tcpa.prerec_id',
    ],
    [
      'a recorded message with a late opt-out',
      { voice: 'artificial', mode: 'agentless' },
      { optOutOfferedAfter: 2001 },
      'us.tcpa.prerec_optout',
    ],
    [
      'a recorded message without opt-out',
      { voice: 'prerecorded', mode: 'agentless' },
      { optOutOfferedAfter: null },
      'us.tcpa.prerec_optout',
    ],
    [
      'an opt-out that does not disconnect',
      { voice: 'prerecorded', mode: 'agentless' },
      { optOutDisconnects: undefined },
      'us.tcpa.prerec_optout',
    ],
    [
      'a British campaign with a short ring time-out',
      { countries: ['GB'], ringTimeout: 10_000 },
      {},
      'uk.ofcom.ring15',
    ],
  ])('%s is refused', (_title, campaign, own, rule) => {
    expect(refusing({ ...sales, ...campaign }, { ...flow, ...own })).toEqual([rule]);
  });

  test('a Canadian campaign is advised of a message for abandoned calls, and held to its connect grace', () => {
    const canadian = { ...sales, countries: ['CA'] };
    expect(refusing(canadian, { ...flow, abandonmentMessage: undefined })).toEqual([]);
    expect(
      compliance
        .reviewCampaign(canadian, { ...flow, abandonmentMessage: undefined })
        .findings.map((finding) => finding.rule),
    ).toEqual(expect.arrayContaining(['ca.pdd2s', 'ca.bc.holiday', 'ca.dncl']));
    expect(refusing(canadian, { ...flow, connectGrace: 2500 })).toEqual(['ca.pdd2s']);
    expect(refusing({ ...canadian, countries: ['GB'] }, { ...flow, connectGrace: 2500 })).toEqual([
      'uk.ofcom.info2s',
    ]);
    expect(refusing({ ...canadian, countries: ['GB'] }, { ...flow, abandonmentMessage: undefined })).toEqual([
      'uk.ofcom.info2s',
    ]);
  });

  test('live sales abroad are told where consent is needed', () => {
    expect(
      compliance
        .reviewCampaign({ ...sales, mode: 'manual', countries: ['DE', 'ES', 'FR', 'IE'] }, flow)
        .findings.map((finding) => finding.rule),
    ).toEqual(
      expect.arrayContaining(['de.uwg7', 'es.consent', 'fr.optin', 'ie.si336', 'es.hours', 'es.prefix']),
    );
  });

  test('progressive campaigns need no abandonment message', () => {
    const review = compliance.reviewCampaign(
      { ...sales, mode: 'progressive' },
      { ...flow, abandonmentMessage: undefined },
    );
    expect(review.allowed).toBe(true);
  });

  const elsewhere = { by: 'Example Data', subscription: 'SAN 12345', at: at - 86_400_000 };
  test.each<[string, Partial<CampaignWithCountries>, string[]]>([
    ['no proof of scrubbing', {}, ['policy.registry_proof']],
    ['the date of a copy', { doNotCallVersionAt: at }, []],
    [
      'a list with its date',
      { doNotCallVersionAt: at, registryProof: [{ registry: 'US', list: 'ftc' }] },
      [],
    ],
    [
      'a list without a date',
      { registryProof: [{ registry: 'US', list: 'ftc' }] },
      ['policy.registry_proof'],
    ],
    ['a proof without content', { registryProof: [{ registry: 'US' }] }, ['policy.registry_proof']],
    ['scrubbed elsewhere', { registryProof: [{ registry: 'US', scrubbedElsewhere: elsewhere }] }, []],
    [
      'scrubbed elsewhere without a subscription',
      { registryProof: [{ registry: 'US', scrubbedElsewhere: { ...elsewhere, subscription: ' ' } }] },
      ['policy.registry_proof'],
    ],
    [
      'scrubbed elsewhere with a copy of 32 dates ago',
      { registryProof: [{ registry: 'US', scrubbedElsewhere: { ...elsewhere, at: at - 32 * 86_400_000 } }] },
      ['us.tcpa.dnc_31day'],
    ],
    [
      "a proof for another country's registry",
      { registryProof: [{ registry: 'CA', scrubbedElsewhere: elsewhere }] },
      ['policy.registry_proof'],
    ],
    [
      "an incomplete proof for a state's registry",
      { doNotCallVersionAt: at, registryProof: [{ registry: 'US-TX' }] },
      ['policy.registry_proof'],
    ],
    ['no proof, by a tax-exempt nonprofit', { taxExempt: true }, []],
    ['no proof, about a debt', { purpose: 'debt-collection' }, []],
    ['no proof, in a country without a registry', { countries: ['DE'] }, []],
  ])('a sales campaign with %s', (_name, own, expected) => {
    const campaign = { ...sales, doNotCallVersionAt: undefined, ...own };
    expect(refusing(campaign, flow)).toEqual(expected);
  });

  test("states' registries without proof are named, those with one are not", () => {
    const notice = (own: Partial<CampaignWithCountries>): string =>
      compliance
        .reviewCampaign({ ...sales, ...own }, flow)
        .findings.flatMap(({ rule, severity, message }) =>
          rule === 'policy.registry_proof' && severity === 'notice' ? [message] : [],
        )
        .join();
    expect(notice({})).toContain('US-TX');
    const registryProof = [
      { registry: 'US-TX', list: 'texas' },
      { registry: 'US-FL', scrubbedElsewhere: elsewhere },
    ];
    expect(notice({ registryProof })).not.toMatch(/US-TX|US-FL/);
    expect(notice({ registryProof })).toContain('US-PA');
    expect(notice({ countries: ['GB'] })).toBe('');
  });

  test('notices name consent of recorded calls abroad, codes and permits', () => {
    const rules = compliance
      .reviewCampaign(
        {
          ...sales,
          voice: 'prerecorded',
          mode: 'agentless',
          countries: ['US', 'CA', 'GB', 'ES', 'IT', 'IN', 'BR'],
        },
        { ...flow, callerNumber: '+390600000000', recordsCalls: true },
      )
      .findings.map((finding) => finding.rule);
    expect(rules).toEqual(
      expect.arrayContaining([
        'us.ga.permit',
        'us.tcpa.pewc',
        'ca.adad.consent',
        'uk.pecr.r19',
        'es.prefix',
        'it.cli_block',
        'in.trai.hours',
        'br.short_calls',
        'us.recording_consent',
        'ca.dncl',
      ]),
    );
  });

  test('collection campaigns are told of identity and third parties', () => {
    const rules = compliance
      .reviewCampaign({ ...sales, purpose: 'debt-collection', mode: 'preview' }, flow)
      .findings.map((finding) => finding.rule);
    expect(rules).toEqual(expect.arrayContaining(['us.regf.identity', 'us.regf.third_party']));
  });
});

describe('duties', () => {
  test('United States sales', () => {
    expect(compliance.duties(sales, at)).toMatchObject({
      abandonment: [
        { rule: 'us.tcpa.abandon3', limit: 0.03, window: 'each 30 days of the campaign' },
        { rule: 'us.tsr.abandon', limit: 0.03 },
        { rule: 'us.ca.abandon', limit: 0.03 },
      ],
      connectGrace: 2000,
      minimumRingTime: 15_000,
      retryBans: [],
      optOutBusinessDays: 10,
    });
  });
  test('all countries: every limit, the strictest times, the British bans', () => {
    const duties = compliance.duties({ ...sales, countries: ['US', 'CA', 'GB'] }, at);
    expect(duties.abandonment.map((duty) => [duty.rule, duty.limit])).toEqual([
      ['us.tcpa.abandon3', 0.03],
      ['us.tsr.abandon', 0.03],
      ['us.ca.abandon', 0.03],
      ['ca.pdd5', 0.05],
      ['uk.ofcom.abandon', 0.03],
    ]);
    expect(duties.retryBans).toEqual([
      {
        rule: 'uk.ofcom.72h',
        country: 'GB',
        after: 'abandoned',
        pause: 72 * 3_600_000,
        liftedBy: 'guaranteed-agent',
      },
      {
        rule: 'uk.ofcom.amd24h',
        country: 'GB',
        after: 'machine',
        pause: 24 * 3_600_000,
        liftedBy: 'guaranteed-agent',
      },
    ]);
    expect(duties.messages.map((duty) => duty.rule)).toEqual(
      expect.arrayContaining(['us.tcpa.abandon_message', 'uk.ofcom.info2s', 'us.recording_consent']),
    );
    expect(duties.records.map((duty) => duty.rule)).toEqual(
      expect.arrayContaining(['us.tsr.records', 'us.va']),
    );
  });
  test('nonprofits and collectors have no federal abandonment limit, but that of California', () => {
    const limits = (own: Partial<CampaignWithCountries>): string[] =>
      compliance.duties({ ...sales, ...own }, at).abandonment.map(({ rule }) => rule);
    expect(limits({ purpose: 'charity', taxExempt: true })).toEqual(['us.ca.abandon']);
    const lifted = createCompliance({ rules: { 'us.ca.abandon': 'off' } });
    expect(lifted.duties({ ...sales, purpose: 'political' }, at).abandonment).toEqual([]);
    // A caller it hires is outside the FCC's limit alone.
    expect(limits({ taxExempt: true, firstParty: false })).toEqual(['us.tsr.abandon', 'us.ca.abandon']);
    expect(limits({ purpose: 'debt-collection' })).toEqual(['us.ca.abandon']);
    expect(
      compliance.duties({ ...sales, purpose: 'debt-collection' }, at).records.map((duty) => duty.rule),
    ).toEqual(expect.arrayContaining(['us.regf.records']));
  });
  test('without countries every country with rules counts', () => {
    expect(compliance.duties({ ...sales, countries: undefined }, at).countries).toHaveLength(21);
  });
});

describe('recordingDuty', () => {
  test.each([
    [['US', 'US-CO'], false, false, true],
    [['US', 'US-CA'], false, false, false],
    [['US', 'US-CA'], true, false, true],
    [['US', 'US-GA', 'US-FL'], false, true, true],
    [['US', 'US-GA', 'US-FL'], false, false, false],
    [['CA', 'CA-ON'], false, false, true],
  ])(
    '%j, consent %p, announced %p: may record %p',
    (jurisdictions, consentOnFile, announcementJournaled, mayRecord) => {
      expect(recordingDuty(jurisdictions, { consentOnFile, announcementJournaled }).mayRecord).toBe(
        mayRecord,
      );
    },
  );
});
