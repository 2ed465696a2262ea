import { describe, expect, test } from '@jest/globals';
import { isOutdialError, OutdialError } from '@outdial/core';
import type { CampaignInput } from '../../src/campaign-file/types.js';
import { startControlServer } from '../../src/control/control-server.js';
import { createDialer, type DialerOptions } from '../../src/dialer/create-dialer.js';
import { ERROR_CATALOGUE } from '../../src/error-catalogue/error-catalogue.js';
import * as outdial from '../../src/index.js';

const campaign: CampaignInput = {
  id: 'c',
  name: 'C',
  mode: 'progressive',
  callerNumber: '+12025550100',
  countries: ['US'],
  lists: [{ id: 'l' }],
  store: { url: 'sqlite::memory:' },
  compliance: { purpose: 'informational' },
  abandonment: { identification: ['sound:a'], optOutNumber: '+12025550101', optOutOffer: ['sound:b'] },
};
const CODES = new Set(ERROR_CATALOGUE.flatMap(({ table }) => Object.keys(table)));

/** The error with which a dialer is not made. */
async function errorOf(
  changes: Partial<CampaignInput>,
  options: Partial<DialerOptions> = {},
): Promise<unknown> {
  const made = createDialer({ campaign: { ...campaign, ...changes }, env: {}, ...options });
  return made.then(
    () => 'a dialer was made',
    (error: unknown) => error,
  );
}

describe('every error of a dialer that cannot be made is one of the family', () => {
  test.each<[string, string, () => Promise<unknown>, object]>([
    [
      'campaign-file',
      'CampaignFileError',
      () => errorOf({ callerNumber: '911' }),
      { problems: [{ path: 'callerNumber' }], context: { file: 'campaign', paths: ['callerNumber'] } },
    ],
    [
      'campaign-refused',
      'CampaignRefused',
      () => errorOf({ compliance: { purpose: 'telemarketing' } }),
      { what: expect.stringContaining('\n  ') },
    ],
    [
      'do-not-call-list-unavailable',
      'DoNotCallListUnavailable',
      () => errorOf({ doNotCall: { lists: [{ file: 'nowhere.dnc', scope: 'company' }] } }),
      { retryable: true },
    ],
    ['store-unavailable', 'StoreUnavailable', () => errorOf({ store: { url: 'sqlite:/dev/null/y.db' } }), {}],
    [
      'leads-unusable',
      'OutdialError',
      () => errorOf({}, { leads: [{ phone: '+12125551000' }, { phone: '12' }] }),
      { what: expect.stringMatching(/^Leads that cannot be used:\n {2}row 2: phone: /) },
    ],
    [
      'control-token-short',
      'ControlUnavailable',
      () =>
        createDialer({ campaign }).then(async (dialer) => {
          const started = startControlServer({ dialer, host: '127.0.0.1', port: 0, token: 'short' });
          const error = await started.catch((thrown: unknown) => thrown);
          await dialer.close();
          return error;
        }),
      { context: { place: 'the options' } },
    ],
  ])('%s', async (code, name, thrown, more) => {
    const error = await thrown();
    expect(error).toBeInstanceOf(OutdialError);
    expect(isOutdialError(error)).toBe(true);
    expect(error).toMatchObject({ code, name, retryable: expect.any(Boolean), ...more });
    expect(CODES).toContain(code);
    const { what, remedy, message } = error as OutdialError;
    expect(message).toContain(what);
    expect(message).toContain(remedy);
    expect(JSON.stringify((error as OutdialError).context)).not.toMatch(/\d{7}/);
  });

  test('and embedders can test for its class', async () => {
    expect(await errorOf({ callerNumber: '911' })).toBeInstanceOf(outdial.CampaignFileError);
    const refused = await errorOf({ compliance: { purpose: 'telemarketing' } });
    expect(refused).toBeInstanceOf(outdial.CampaignRefused);
    expect(outdial.OutdialError).toBe(OutdialError);
  });
});
