import { describe, expect, test } from '@jest/globals';
import type { CampaignEvent, Lead } from '@outdial/core';
import { pino } from 'pino';
import { logEvent } from '../../src/runtime/event-log.js';

const PHONE = '+12025550143';
const lead: Lead = {
  leadId: 'l1',
  personId: 'p1',
  listId: 'list',
  phones: [{ phone: PHONE, open: true }],
  phoneIndex: 0,
  reason: 'fresh',
  priority: 0,
  skills: [],
  attempts: 0,
  attemptsByOutcome: {},
  recentAttempts: [],
  fields: { name: 'Ana Example' },
};
const stamp = { at: Date.UTC(2026, 5, 10, 17), campaignId: 'c' };

/** Lines written for some events. */
function logged(...events: readonly CampaignEvent[]): string[] {
  const lines: string[] = [];
  const log = pino({ level: 'debug', base: null }, { write: (line: string) => void lines.push(line) });
  for (const event of events) logEvent(log, event);
  return lines;
}

describe('the log', () => {
  test('holds ids and no personal data, whatever the event carries', () => {
    const lines = logged(
      {
        ...stamp,
        type: 'call.connected',
        attemptId: 'c-1-1',
        agentId: 'ana',
        lead,
        phone: PHONE,
        waited: 85,
      },
      { ...stamp, type: 'preview.offered', agentId: 'ana', lead, phone: PHONE, expiresAt: null },
      {
        ...stamp,
        type: 'attempt.closed',
        attemptId: 'c-1-1',
        leadId: 'l1',
        result: {
          outcome: 'conversation',
          liveAnswer: true,
          abandoned: false,
          endedAt: stamp.at,
          countsAsAttempt: true,
          closes: 'none',
          learned: [],
          variables: { pin: '4711' },
          lead: {
            status: 'closed',
            nextDialableAt: null,
            phoneIndex: 0,
            reason: 'fresh',
            why: 'sale',
            callback: { at: 1, note: 'ask for Ana Example' },
          },
        },
      },
    );
    expect(lines).toHaveLength(3);
    const text = lines.join('');
    for (const secret of ['555', 'Ana Example', '4711']) expect(text).not.toContain(secret);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      agentId: 'ana',
      attemptId: 'c-1-1',
      waited: 85,
      at: '2026-06-10T17:00:00.000Z',
    });
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ outcome: 'conversation' });
  });

  test('names the rules of a refusal, and ranks faults as errors', () => {
    const lines = logged(
      {
        ...stamp,
        type: 'lead.refused',
        leadId: 'l1',
        nextAllowedAt: null,
        refusals: [{ rule: 'us.tcpa.hours', citation: '', message: '', scope: 'lead', nextAllowedAt: null }],
      },
      { ...stamp, type: 'fault', what: 'claiming leads', detail: 'database is locked' },
    ).map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ rules: ['us.tcpa.hours'] });
    expect(lines[1]).toMatchObject({ level: 50, where: 'claiming leads', detail: 'database is locked' });
  });
});
