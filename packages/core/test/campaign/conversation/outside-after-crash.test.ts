/** What a dialer that died left of conversations with a telephone number. */
import { describe, expect, it } from '@jest/globals';
import { strangerLead } from '../../../src/index.js';
import { lead, Stage } from '../stage.js';
import { NOTARY, outside } from './notary.js';

describe('a telephone number after a crash', () => {
  it.each(['ringing', 'answered', 'connected', 'abandoned'] as const)(
    'is hung up wherever it is found: %s',
    (fate) => {
      const stage = new Stage(outside());
      stage.tell({ type: 'telephony.up' }, { type: 'campaign.start' });
      const open = {
        attemptId: 'c-1-7',
        lead: strangerLead({ phone: NOTARY.phone, personId: 'p' }),
        phone: NOTARY.phone,
        mode: 'third-party' as const,
        openedAt: stage.now - 5_000,
        marks: {},
      };
      stage.tell({ type: 'campaign.recovered', epoch: 2, open: [open], counters: [] });
      stage.tell({ type: 'call.reconciled', attemptId: 'c-1-7', fate, agentIds: ['a'] });
      expect(stage.last('telephony.hangUp').attemptId).toBe('c-1-7');
      stage.tell({ type: 'call.ended', attemptId: 'c-1-7', cause: { q850: 16, by: 'us' } });
      expect(stage.last('journal.close')).toMatchObject({
        attemptId: 'c-1-7',
        result: { abandoned: false, liveAnswer: false, keepsLead: true },
      });
      expect(stage.faults).toEqual([]);
    },
  );

  it('counts as a call of unknown fate where it is gone', () => {
    const stage = new Stage(outside());
    stage.tell({ type: 'telephony.up' }, { type: 'campaign.start' });
    const lead = strangerLead({ phone: NOTARY.phone, personId: 'p' });
    const known = { attemptId: 'c-1-7', lead, phone: NOTARY.phone, openedAt: stage.now - 5_000, marks: {} };
    const open = [{ ...known, mode: 'third-party' as const }];
    stage.tell({ type: 'campaign.recovered', epoch: 2, open, counters: [] });
    stage.tell({ type: 'call.reconciled', attemptId: 'c-1-7', fate: 'gone' });
    expect(stage.last('journal.close').result).toMatchObject({ outcome: 'unknown', abandoned: false });
  });

  const CUSTOMER = 'c-1-6';
  const THIRD = 'c-1-7';

  /** A dialer that died while a customer and the notary talked alone. */
  function restarted(): Stage {
    const stage = new Stage(outside());
    stage.tell({ type: 'telephony.up' }, { type: 'campaign.start' });
    const openedAt = stage.now - 60_000;
    const marks = { liveAnswerAt: openedAt, connectedAt: openedAt };
    const customer = { attemptId: CUSTOMER, lead: lead(1), phone: '+12125550001', agentId: 'a', marks };
    const known = strangerLead({ phone: NOTARY.phone, personId: 'p' });
    const third = { attemptId: THIRD, lead: known, phone: NOTARY.phone, marks: {} };
    const open = [
      { ...customer, mode: 'power' as const, openedAt },
      { ...third, mode: 'third-party' as const, openedAt },
    ];
    stage.tell({ type: 'campaign.recovered', epoch: 2, open, counters: [] });
    return stage;
  }
  const together = (attemptId: string) => ({
    type: 'call.reconciled' as const,
    attemptId,
    fate: 'connected' as const,
    partnerId: attemptId === THIRD ? CUSTOMER : THIRD,
  });
  const stageOf = (stage: Stage): string | undefined =>
    stage.engine.calls('c').find(({ attemptId }) => attemptId === CUSTOMER)?.conversation?.stage;

  it.each([
    [CUSTOMER, THIRD],
    [THIRD, CUSTOMER],
  ])('that has the customer keeps them, whichever is reported first: %s', (first, second) => {
    const stage = restarted();
    stage.tell(together(first), together(second));
    expect(stageOf(stage)).toBe('outside');
    expect(stage.last('telephony.arrange').parties).toMatchObject([
      { party: { attemptId: CUSTOMER }, place: 'main' },
      { party: { attemptId: THIRD }, place: 'main' },
    ]);
    expect(stage.sent('telephony.play')).toEqual([]);
    expect(stage.sent('telephony.hangUp')).toEqual([]);
    expect(stage.engine.statistics('c').abandoned).toBe(0);
    // It lasts as long as it might have without the crash, and the customer's attempt has its last agent.
    stage.pass(586_000);
    expect(stage.sent('telephony.hangUp').map(({ attemptId }) => attemptId)).toEqual([THIRD, CUSTOMER]);
    stage.tell({ type: 'call.ended', attemptId: CUSTOMER, cause: { q850: 16, by: 'us' } });
    expect(stage.last('journal.close')).toMatchObject({
      attemptId: CUSTOMER,
      result: { outcome: 'conversation', abandoned: false, agentId: 'a' },
    });
    expect(stage.faults).toEqual([]);
  });

  it('that is gone meanwhile leaves no customer behind, and the other way round', () => {
    const alone = restarted();
    alone.tell(together(CUSTOMER), { type: 'call.reconciled', attemptId: THIRD, fate: 'gone' });
    expect(alone.sent('telephony.hangUp').map(({ attemptId }) => attemptId)).toEqual([CUSTOMER]);
    const left = restarted();
    left.tell(together(THIRD), { type: 'call.reconciled', attemptId: CUSTOMER, fate: 'gone' });
    expect(left.sent('telephony.hangUp').map(({ attemptId }) => attemptId)).toEqual([THIRD]);
    const ended = restarted();
    ended.tell(together(THIRD), {
      type: 'call.ended',
      attemptId: CUSTOMER,
      cause: { q850: 16, by: 'far' },
    });
    expect(ended.sent('telephony.hangUp').map(({ attemptId }) => attemptId)).toEqual([THIRD]);
    const vanished = restarted();
    vanished.tell(together(CUSTOMER), {
      type: 'call.ended',
      attemptId: THIRD,
      cause: { q850: 16, by: 'far' },
    });
    expect(vanished.sent('telephony.hangUp').map(({ attemptId }) => attemptId)).toEqual([CUSTOMER]);
    for (const stage of [alone, left, ended, vanished]) {
      expect(stage.engine.statistics('c').abandoned).toBe(0);
      expect(stage.faults).toEqual([]);
    }
  });
});
