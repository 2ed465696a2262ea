import { describe, expect, test } from '@jest/globals';
import { lead, Stage } from '../stage.js';

/** One agent who is free, and a claim that is answered with these leads. */
function filled(stage: Stage, ...numbers: readonly number[]): void {
  stage.start(['a']);
  stage.supply(...numbers.map((n) => lead(n)));
}

const placed = (stage: Stage): string[] => stage.sent('journal.open').map((opened) => opened.lead.leadId);

describe('leads pushed to the front', () => {
  test('are placed next, ahead of a full buffer, which goes back', () => {
    const stage = new Stage();
    filled(stage, 1, 2, 3);
    expect(placed(stage)).toEqual(['l1']);

    stage.tell({ type: 'leads.pushed', leadIds: ['l9'] });
    expect(stage.last('leads.release')).toMatchObject({ leadIds: ['l2', 'l3'], why: 'pushed-back' });
    expect(stage.last('leads.release')).not.toHaveProperty('notBefore');
    const claims = stage.sent('leads.claim').length;
    stage.seat('b');
    expect(stage.sent('leads.claim')).toHaveLength(claims + 1);
    stage.supply(lead(9), lead(2));
    expect(placed(stage)).toEqual(['l1', 'l9']);
  });

  test('are claimed at once where an agent waits for leads', () => {
    const stage = new Stage();
    filled(stage);
    const claims = stage.sent('leads.claim').length;
    stage.tell({ type: 'leads.pushed', leadIds: ['l9'] });
    expect(stage.sent('leads.claim')).toHaveLength(claims + 1);
  });

  test('stay when the buffer has them already', () => {
    const stage = new Stage();
    filled(stage, 1, 2, 9);
    stage.tell({ type: 'leads.pushed', leadIds: ['l9'] });
    stage.seat('b');
    expect(placed(stage)).toEqual(['l1', 'l9']);
  });

  test('overtake a claim that was under way', () => {
    const stage = new Stage();
    stage.start(['a']);
    stage.tell({ type: 'leads.pushed', leadIds: ['l9'] });
    const claims = stage.sent('leads.claim').length;
    stage.supply(lead(1));
    expect(placed(stage)).toEqual([]);
    expect(stage.last('leads.release')).toMatchObject({ leadIds: ['l1'] });
    expect(stage.sent('leads.claim')).toHaveLength(claims + 1);
    stage.supply(lead(9), lead(1));
    expect(placed(stage)).toEqual(['l9']);
  });
});
