import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closeRigs, createUpRig, eventually, type Rig } from './fake-ari/rig.js';

afterEach(closeRigs);

/** What becomes of one call, and what of it is lost. */
const fate = fc.record({
  rings: fc.boolean(),
  end: fc.constantFrom('busy', 'answers', 'answers and leaves', 'ring time-out', 'vanishes'),
  refusedBy: fc.constantFrom<number | 'silence' | null>(null, null, null, 500, 409, 'silence'),
  losesRing: fc.boolean(),
  losesEnd: fc.boolean(),
  twice: fc.boolean(),
});
type Fate = typeof fate extends fc.Arbitrary<infer T> ? T : never;

function play(rig: Rig, id: string, fates: Fate): void {
  const { ari } = rig;
  if (!ari.channels.has(id)) return;
  if (fates.rings && !fates.losesRing) ari.ring(id);
  if (fates.twice && fates.rings && !fates.losesRing) ari.ring(id);
  if (fates.end.startsWith('answers')) {
    ari.answer(id);
    if (fates.twice) ari.answer(id);
  }
  ari.losesEndings = fates.losesEnd;
  if (fates.end === 'busy') ari.end(id, 17, 486);
  if (fates.end === 'answers and leaves') ari.end(id, 16);
  if (fates.end === 'vanishes') ari.channels.delete(id);
  ari.losesEndings = false;
}

describe('whatever is lost, doubled, refused or cut', () => {
  test('every call ends exactly once, its facts stand in order, and every slot comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { minLength: 1, maxLength: 8 }), fc.boolean(), async (fates, cut) => {
        const rig = await createUpRig();
        let asked = 0;
        rig.ari.scripts.set('channels.originate', ({ parameters }) => {
          const channelId = String(parameters['channelId']);
          if (!channelId.startsWith('od-')) return undefined;
          const refusal = fates[asked++]?.refusedBy ?? null;
          if (refusal === null) return undefined;
          if (refusal === 'silence') {
            rig.ari.addChannel(channelId);
            return 'silence';
          }
          return { status: refusal, body: { message: 'scripted' } };
        });
        rig.reactions.push((fact) => {
          if (fact.type === 'call.answered')
            setTimeout(() => {
              if (!rig.story(fact.attemptId).includes('call.ended'))
                rig.telephony.hangUp({ attemptId: fact.attemptId, at: 0 });
            }, 20);
        });
        const attempts = fates.map(() => rig.order({ ringTimeoutMs: 60, setupTimeoutMs: 80 }));
        await new Promise((resolve) => setTimeout(resolve, 25));
        attempts.forEach((attemptId, index) => play(rig, `od-${attemptId}`, fates[index] as Fate));
        if (cut) rig.ari.cut();
        await eventually(
          () => rig.telephony.status().calls === 0 && rig.telephony.status().up,
          `calls are left: ${JSON.stringify(rig.facts)}`,
        );
        for (const attemptId of attempts) {
          const story = rig.story(attemptId);
          expect(story.filter((type) => type === 'call.ended')).toHaveLength(1);
          expect(story.at(-1)).toBe('call.ended');
          const order = ['call.dialing', 'call.ringing', 'call.answered', 'call.ended'];
          const known = story.filter((type) => order.includes(type));
          expect(known).toEqual([...new Set(known)].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
        }
        expect(rig.telephony.status()).toMatchObject({
          waitingForTrunk: 0,
          playbacks: 0,
          trunks: [{ inUse: 0 }],
        });
        await closeRigs();
      }),
      { numRuns: 12 },
    );
  }, 30_000);
});
