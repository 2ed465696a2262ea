import { describe, expect, it } from '@jest/globals';
import { lead, Stage } from '../stage.js';

const phone = (number: string) => ({ phones: [{ phone: number, open: true }] });

describe('interlocks', () => {
  it.each([
    ['an emergency exchange', '+12129110000'],
    ['an N11 service', '+14110000000'],
    ['premium rate', '+19005550100'],
    ['a country outside the campaign', '+442079460000'],
    ['no E.164 number', '+911'],
  ])('never dials %s', (_name, number) => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1, phone(number)));
    expect(stage.sent('journal.open')).toHaveLength(0);
    // What a setting of the campaign holds back stays as it is: the setting may change.
    const isSetting = number.startsWith('+44');
    const { leadIds, notBefore } = stage.last('leads.release');
    expect({ leadIds, notBefore }).toEqual({ leadIds: ['l1'], notBefore: isSetting ? undefined : null });
    const refusal = stage.events.find((event) => event.type === 'lead.refused');
    const scope = isSetting ? 'setting' : 'lead';
    expect(refusal).toMatchObject({ refusals: [{ rule: 'engine.interlock', scope, nextAllowedAt: null }] });
    expect(JSON.stringify(refusal)).not.toContain(number);
  });

  it('dials only its allow-list until it is live', () => {
    const stage = new Stage({ live: false, allowList: ['+12125550002'] });
    stage.start(['a']);
    stage.supply(lead(1), lead(2));
    expect(stage.sent('journal.open').map(({ phone: dialed }) => dialed)).toEqual(['+12125550002']);
  });

  it('asks for leads of the allow-list alone, and moves no other until it is live', () => {
    const stage = new Stage({ live: false, allowList: ['+12125550002'] });
    stage.start(['a']);
    expect(stage.last('leads.claim').onlyNumbers).toEqual(['+12125550002']);
    stage.supply(lead(1));
    const { leadIds, ...release } = stage.last('leads.release');
    expect(leadIds).toEqual(['l1']);
    expect(release).not.toHaveProperty('notBefore');
    stage.tell({ type: 'campaign.configure', changes: { live: true } });
    stage.pass(2_000);
    expect(stage.last('leads.claim')).not.toHaveProperty('onlyNumbers');
  });

  it('places no call without a caller number', () => {
    const stage = new Stage({ callerNumber: '' });
    stage.start(['a']);
    stage.supply(lead(1));
    expect(stage.sent('journal.open')).toHaveLength(0);
    expect(stage.last('leads.release')).not.toHaveProperty('notBefore');
  });

  it('places no call while telephony is down, and hangs up what is unanswered at the kill switch', () => {
    const stage = new Stage();
    stage.start(['a', 'b']);
    stage.supply(lead(1));
    const [attemptId] = stage.openAll() as [string];
    stage.tell({ type: 'telephony.down', reason: 'socket' });
    stage.pass(1_100);
    expect(stage.sent('journal.open')).toHaveLength(1);
    stage.tell({ type: 'kill-switch', on: true, reason: 'order' });
    expect(stage.last('telephony.hangUp').attemptId).toBe(attemptId);
    expect(stage.engine.statistics('c').state).toBe('halted');
  });

  it('takes an outage that is told again after its end for the old one', () => {
    const stage = new Stage();
    stage.start(['a']);
    const began = stage.now;
    stage.tell({ type: 'telephony.down', reason: 'socket' });
    stage.pass(1_000);
    stage.tell({ type: 'telephony.up' });
    stage.engine.dispatch({ type: 'telephony.down', at: began, reason: 'socket' });
    stage.supply(lead(1));
    stage.openAll();
    expect(stage.sent('telephony.dial')).toHaveLength(1);
  });

  it('takes an end that is told late for that of the outage before', () => {
    const stage = new Stage();
    stage.start(['a']);
    const ended = stage.now;
    stage.pass(1_000);
    stage.tell({ type: 'telephony.down', reason: 'socket' });
    stage.engine.dispatch({ type: 'telephony.up', at: ended });
    stage.supply(lead(1));
    stage.pass(1_100);
    expect(stage.sent('journal.open')).toHaveLength(0);
  });

  it('does not dial an attempt whose opening took longer than a dial command lives', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.supply(lead(1));
    stage.pass(2_500);
    stage.openAll();
    expect(stage.sent('telephony.dial')).toHaveLength(0);
    expect(stage.last('journal.close').result).toMatchObject({
      outcome: 'cancelled',
      countsAsAttempt: false,
      lead: { status: 'open' },
    });
  });
});
