import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  addCampaignVersion,
  listCampaignDocuments,
  listCampaignVersions,
  readCampaignVersion,
  verifyAuditChain,
} from '../../src/index.js';
import { START, type StoreWorld } from './store-world.js';

/** Campaigns as versioned documents. */
export function campaignVersionsContract(name: string, create: () => Promise<StoreWorld>): void {
  describe(`versions of campaigns: ${name}`, () => {
    let world: StoreWorld;
    beforeEach(async () => {
      world = await create();
    });
    afterEach(() => world.close());

    test('each change is a version with its author; one that does not change the newest is refused', async () => {
      const { store } = world;
      const given = { campaignId: 'spring', author: 'mona', source: null, document: 'id: spring\n' };
      expect(await addCampaignVersion(store, { ...given, base: 0 })).toEqual({ added: true, version: 1 });
      expect(await addCampaignVersion(store, { ...given, base: 0 })).toEqual({ added: false, newest: 1 });
      world.advance(1_000);
      const file = {
        ...given,
        author: 'file',
        source: 'campaigns/spring.yaml',
        document: 'id: spring # 2\n',
      };
      const rivals = await Promise.all([
        addCampaignVersion(store, { ...file, base: 1 }),
        addCampaignVersion(store, { ...file, base: 1 }),
      ]);
      expect(rivals.filter(({ added }) => added)).toEqual([{ added: true, version: 2 }]);

      expect(await listCampaignVersions(store, 'spring')).toEqual([
        { campaignId: 'spring', version: 2, author: 'file', at: START + 1_000, source: file.source },
        { campaignId: 'spring', version: 1, author: 'mona', at: START, source: null },
      ]);
      expect(await readCampaignVersion(store, 'spring')).toMatchObject({ document: file.document });
      expect(await readCampaignVersion(store, 'spring', 1)).toMatchObject({ document: given.document });
      expect(await readCampaignVersion(store, 'autumn')).toBeUndefined();
      expect(await listCampaignDocuments(store)).toEqual(['spring']);
      expect(await verifyAuditChain(store)).toMatchObject({ ok: true });
    });
  });
}
