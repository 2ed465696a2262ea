/** A pool of two real Asterisks: a customer on one, the agent at home on the other. */
import { afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { PlacedParty } from '@outdial/core';
import { ensureLab, secondLabInstance, whereTheLabRuns, type LabFacts } from '../../../lab/index.mjs';
import { agent, call } from './contract/conversation-contract.js';
import { createPoolBench, type PoolBench, type PoolBenchServer } from './contract/pool-bench.js';
import { createStage } from './contract/stage.js';
import { DIGITS } from './fake-ari/far-end.js';
import { createEar } from './live/ear.js';
import type { Heard } from './live/hearing.js';

jest.setTimeout(60_000);
const suite = await whereTheLabRuns(describe);

suite('a pool of two real servers', () => {
  let labs: readonly LabFacts[] = [];
  let bench: PoolBench;
  const stage = createStage(() => bench);
  const { answered, connected, has, hangUp, legUp } = stage;

  beforeAll(async () => {
    const servers = { asterisk: true, carrier: true, agents: true };
    labs = await Promise.all([ensureLab(servers), ensureLab(servers, { instance: secondLabInstance() })]);
  });
  afterEach(() => stage.clear());

  const serverOf = (lab: LabFacts, index: number): PoolBenchServer => ({
    name: index === 0 ? 'a' : 'b',
    url: lab.ari.url,
    node: 'lab',
    username: lab.ari.user,
    password: lab.ari.password,
    trunkEndpoint: `PJSIP/{number}@${lab.carrier.trunk}`,
    reach: lab.reach,
    stations: index === 0 ? '101' : '10[23]',
    options: { agents: { audioWithinMs: 2_000 } },
    callIn: () => undefined,
  });

  test('agents of both talk with customers of both, in turn, and nothing is left of the legs between', async () => {
    bench = await createPoolBench(
      {
        servers: labs.map(serverOf),
        patienceMs: 15_000,
        phone: (behaviour) => `+15551230${String(Date.now() % 1000).padStart(3, '0')}${DIGITS[behaviour]}`,
      },
      { lines: 20 },
    );
    await Promise.all([legUp('anna'), legUp('ben')]);
    const took: number[] = [];
    for (const agentId of ['anna', 'ben']) {
      const calls = [await answered(), await answered()];
      for (const attemptId of calls) {
        const from = performance.now();
        await connected(attemptId, agentId);
        took.push(Math.round(performance.now() - from));
        expect(bench.telephony.status().calls).toBeGreaterThan(0);
        await bench.pass(300);
        await hangUp(attemptId);
        await bench.until(() => bench.telephony.status().links === 0, 'a leg between the servers is left');
      }
    }
    expect(has('agent.leg-down')).toEqual([]);
    expect(has('call.connect-failed')).toEqual([]);
    console.log(`connected after ${took.join(', ')} ms, two of them over both servers`);
  });

  test('an agent who is linked hears the ringing of who is being reached, and then the customer', async () => {
    bench = await createPoolBench(
      {
        servers: labs.map(serverOf),
        patienceMs: 15_000,
        phone: (behaviour) => `+15551230${String(Date.now() % 1000).padStart(3, '0')}${DIGITS[behaviour]}`,
      },
      { lines: 20 },
    );
    await legUp('anna');
    const [lab] = labs;
    if (!lab) throw new Error('no lab');
    const ear = await createEar(lab);
    try {
      const leg = await ear.legOf('anna');
      const links: number[] = [];
      const listen = async (attemptId: string): Promise<void> => {
        await connected(attemptId, 'anna');
        links.push(bench.telephony.status().links);
        let revision = 0;
        const expectHeard = async (parties: readonly PlacedParty[], expected: Heard): Promise<void> => {
          bench.telephony.arrange({ attemptId, revision: ++revision, parties, at: bench.now() });
          const is = (fact: { readonly attemptId: string; readonly revision: number }): boolean =>
            fact.attemptId === attemptId && fact.revision === revision;
          await stage.until('conversation.arranged', is);
          let heard: Heard = 'silence';
          for (let listens = 0; listens < 4 && heard !== expected; listens += 1) heard = await ear.hears(leg);
          expect({ links, heard }).toEqual({ links, heard: expected });
        };
        const anna = { ...agent('anna', 'side'), aloneHears: 'ringing' } as const;
        await expectHeard([call(attemptId, 'music'), anna], 'ringing');
        await expectHeard([call(attemptId), agent('anna')], 'tone');
      };
      // The second call goes to the server that the first is not on: in one of the two the agent is linked.
      const first = await answered();
      await listen(first);
      const second = await answered();
      await hangUp(first);
      await listen(second);
      await hangUp(second);
      await bench.until(() => bench.telephony.status().links === 0, 'a leg between the servers is left');
      expect(links.sort()).toEqual([0, 1]);
    } finally {
      await ear.close();
    }
  });
});
