import { describe, expect, test } from '@jest/globals';
import { checkCampaign } from '../../src/campaign-file/read-campaign-file.js';
import { checkInbound } from '../../src/doctor/check-inbound.js';

const base = {
  id: 'c',
  name: 'C',
  timeZone: 'America/New_York',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  lists: [{ id: 'l' }],
  compliance: { purpose: 'informational' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
};
const found = (more: object): readonly string[] =>
  checkInbound(checkCampaign({ ...base, ...more })).map(({ verdict, detail }) => `${verdict}: ${detail}`);

describe('the doctor on calls that come in', () => {
  test('says nothing where none is taken, and which numbers are', () => {
    expect(found({})).toEqual([]);
    expect(found({ inbound: { overflow: ['sound:c'] } })).toEqual(['ok: to +12025550100']);
  });

  test('warns where the number that people see is not taken', () => {
    expect(found({ inbound: { overflow: ['sound:c'], numbers: ['+12025550177'] } })).toEqual([
      'ok: to +12025550177',
      'warning: +12025550100 is shown to the people who are called, and is not taken when they call it',
    ]);
  });

  test('fails where no agent takes callers', () => {
    const agents = { people: [{ id: 'ana', work: 'outbound' }] };
    expect(found({ inbound: { overflow: ['sound:c'] }, agents })).toEqual([
      'failed: every named agent takes dialed calls only',
    ]);
  });
});
