import { beforeEach, describe, expect, test } from '@jest/globals';
import { strangerLead } from '@outdial/core';
import type { Fact, GateRequest } from '@outdial/core';
import { addDoNotCall, reportCampaign, verifyAuditChain } from '../../src/index.js';
import { allowing, recover, refusing } from './port-world.js';
import { CAMPAIGN, runningCampaign } from './running-campaign.js';
import type { StoreWorld } from './store-world.js';

const NOTARY = '+12125550190';
const CUSTOMER = 'spring-1-1';
const CALL = 'spring-1-900';
const NOBODY = strangerLead({ phone: NOTARY, personId: '' });

/** Calls to third parties of conversations: judged, in progress, and in no figure of dialed leads. */
export function thirdPartyContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`third parties: ${name}`, () => {
    const campaign = runningCampaign(create);
    const open = (isNamed: boolean, attemptId = CALL, phone = NOTARY): Promise<Fact['type'] | undefined> =>
      campaign.open(attemptId, strangerLead({ phone, personId: '' }), {
        phone,
        mode: 'manual',
        humanInitiated: true,
        thirdParty: { customerId: CUSTOMER, isNamed },
      });
    const rules = (): readonly string[] =>
      campaign.facts('attempt.refused').flatMap(({ refusals }) => refusals.map(({ rule }) => rule));

    test('a contact of the directory is judged as one, a typed number as a call to anybody', async () => {
      const asked: GateRequest[] = [];
      campaign.world.gate = (request) => {
        asked.push(request);
        return allowing(request);
      };
      expect(await open(true)).toBe('attempt.opened');
      expect(await open(true, 'spring-1-901')).toBe('attempt.opened');
      expect(await open(false, 'spring-1-902', '+12125550191')).toBe('attempt.opened');
      expect(await open(false, 'spring-1-903', '+12125550191')).toBe('attempt.in-progress');
      expect(asked.map(({ isContact, mode, humanInitiated }) => [isContact, mode, humanInitiated])).toEqual([
        [true, 'manual', true],
        [true, 'manual', true],
        [undefined, 'manual', true],
      ]);
      expect(asked[0]?.lead).toMatchObject({ phone: NOTARY });
      expect(await verifyAuditChain(campaign.world.store)).toMatchObject({ ok: true });
    });

    test('whoever asked not to be called is not called as a third party', async () => {
      const { store } = campaign.world;
      await addDoNotCall(store, [{ phone: NOTARY, at: campaign.world.now(), source: 'test' }]);
      expect(await open(true)).toBe('attempt.refused');
      expect(await open(false, 'spring-1-901')).toBe('attempt.refused');
      expect(rules()).toEqual(['store.do-not-call', 'store.do-not-call']);
    });

    describe('a typed number of a person in a list that the campaign does not dial', () => {
      const HOME = '+12125550170';
      const [person, other] = ['c-17', 'c-18'];
      const asked: GateRequest[] = [];
      beforeEach(async () => {
        const { world } = campaign;
        await world.addLeads('other', [
          { phones: [HOME, NOTARY], person },
          { phones: [NOTARY], person: other },
        ]);
        asked.length = 0;
        world.gate = (request) => {
          asked.push(request);
          return allowing(request);
        };
      });

      test.each([person, other])('is not called once %s asked for that, on any number', async (personKey) => {
        const { store, now } = campaign.world;
        const request = { personKey, at: now(), source: 'test' };
        await addDoNotCall(store, [request]);
        expect(await open(false)).toBe('attempt.refused');
        expect(rules()).toEqual(['store.do-not-call']);
      });

      test('is judged by every call to them, and is not called while they are', async () => {
        const lead = await campaign.newLead([HOME], person);
        expect(await campaign.open(CUSTOMER, lead)).toBe('attempt.opened');
        expect(await open(false)).toBe('attempt.in-progress');
        await campaign.close(CUSTOMER, lead, { outcome: 'no-answer' });
        expect(await open(false, 'spring-1-901')).toBe('attempt.opened');
        expect(asked.at(-1)?.history).toMatchObject([{ phone: HOME }]);
      });
    });

    test('what the law refuses is not opened, and no lead is touched', async () => {
      campaign.world.gate = refusing('lead', null);
      expect(await open(false)).toBe('attempt.refused');
      expect(campaign.facts('attempt.refused')[0]).toMatchObject({ refusals: [{ scope: 'call' }] });
    });

    test('the number of a lead is not typed past the lists, nor called while it is being dialed', async () => {
      const lead = await campaign.newLead([NOTARY]);
      expect(await open(false)).toBe('attempt.refused');
      expect(rules()).toEqual(['store.number-of-lead']);
      expect(await campaign.open(CUSTOMER, lead)).toBe('attempt.opened');
      expect(await open(true, 'spring-1-901')).toBe('attempt.in-progress');
    });

    test('it is found after a restart, is closed once, and counts in no report', async () => {
      await open(true);
      const { world } = campaign;
      await recover(world, campaign.node, CAMPAIGN);
      expect(campaign.facts('campaign.recovered').at(-1)?.open).toMatchObject([
        { attemptId: CALL, mode: 'third-party', phone: NOTARY },
      ]);
      const end = { outcome: 'conversation', countsAsAttempt: false, keepsLead: true } as const;
      expect(await campaign.close(CALL, NOBODY, end)).toBe('attempt.closed');
      await recover(world, campaign.node, CAMPAIGN);
      expect(campaign.facts('campaign.recovered').at(-1)?.open).toEqual([]);
      const day = { from: 0, to: world.now() + 1 };
      expect((await reportCampaign(world.store, CAMPAIGN, day)).attempts).toBe(0);
      expect(await verifyAuditChain(world.store)).toMatchObject({ ok: true });
    });
  });
}
