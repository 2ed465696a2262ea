import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localTimeOf, scheduleAt, WEEK_DAYS, weekDayOf, type CampaignSchedule } from '../../../src/index.js';
import { lead, Stage } from '../stage.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ALL_DAYS = { firstDay: null, lastDay: null, closedDays: [] };
const weekdays = (fromHour: number, toHour: number, timeZone = 'America/New_York'): CampaignSchedule => ({
  ...ALL_DAYS,
  timeZone,
  open: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], fromMinute: fromHour * 60, toMinute: toHour * 60 }],
});
const at = (text: string): number => Date.parse(text);
const stateAt = (schedule: CampaignSchedule, text: string): readonly [boolean, string | null] => {
  const { open, changesAt } = scheduleAt({ ...schedule }, at(text));
  return [open, changesAt === null ? null : new Date(changesAt).toISOString()];
};

describe('the schedule of a campaign', () => {
  test('opens and closes by the clock of its zone, over a weekend and a change of the clocks', () => {
    const office = weekdays(9, 18);
    expect(stateAt(office, '2026-06-10T13:00:00Z')).toEqual([true, '2026-06-10T22:00:00.000Z']);
    expect(stateAt(office, '2026-06-10T22:00:00Z')).toEqual([false, '2026-06-11T13:00:00.000Z']);
    // Friday evening; on Sunday the clocks go back.
    expect(stateAt(office, '2026-10-30T23:00:00Z')).toEqual([false, '2026-11-02T14:00:00.000Z']);
    expect(scheduleAt(null, 0)).toEqual({ open: true, changesAt: null });
  });

  test('has a first and a last day, and days without calls', () => {
    const december = { ...weekdays(9, 18), firstDay: '2026-12-01', lastDay: '2026-12-23' };
    expect(stateAt(december, '2024-01-01T12:00:00Z')).toEqual([false, '2026-12-01T14:00:00.000Z']);
    expect(stateAt(december, '2026-12-23T22:59:59Z')).toEqual([true, '2026-12-23T23:00:00.000Z']);
    expect(stateAt(december, '2026-12-23T23:00:00Z')).toEqual([false, null]);
    const closed = { ...weekdays(9, 18), closedDays: ['2026-11-26', '2026-11-27'] };
    expect(stateAt(closed, '2026-11-25T23:00:00Z')).toEqual([false, '2026-11-30T14:00:00.000Z']);
  });

  test('changes at the first minute at which it does, in every zone', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 600 }))
      .map(([from, length]) => ({ fromMinute: from, toMinute: Math.min(1440, from + length) }));
    const spans = fc.array(
      fc
        .tuple(fc.subarray([...WEEK_DAYS], { minLength: 1 }), span)
        .map(([days, hours]) => ({ days, ...hours })),
      { minLength: 1, maxLength: 3 },
    );
    const zone = fc.constantFrom(
      ...['America/New_York', 'Europe/London', 'Asia/Beirut', 'Australia/Lord_Howe'],
      ...['Africa/Cairo', 'America/Havana', 'Asia/Kolkata', 'UTC'],
    );
    // Days around the changes of the clocks of these zones, and others.
    const start = fc.constantFrom(
      '2026-03-08',
      '2026-03-29',
      '2026-10-04',
      '2026-10-25',
      '2026-11-01',
      '2026-07-01',
    );
    const closed = fc.subarray(['2026-03-09', '2026-03-29', '2026-10-26', '2026-11-01']);
    fc.assert(
      fc.property(zone, spans, start, closed, fc.integer({ min: -1440, max: 1440 }), (...given) => {
        const [timeZone, open, day, closedDays, offset] = given;
        const from = at(`${day}T00:00:00Z`) + offset * MINUTE;
        const schedule = { ...ALL_DAYS, timeZone, open, closedDays };
        const isOpen = (instant: number): boolean => {
          const local = localTimeOf(instant, timeZone);
          if (!local || closedDays.includes(local.date)) return false;
          const minute = local.hour * 60 + local.minute;
          return open.some(
            ({ days, fromMinute, toMinute }) =>
              days.includes(weekDayOf(local.date)) && minute >= fromMinute && minute < toMinute,
          );
        };
        const { open: now, changesAt } = scheduleAt(schedule, from);
        // Two days are looked through: later changes are those of the same code.
        for (let instant = from + MINUTE; instant <= from + 48 * HOUR; instant += 5 * MINUTE)
          if (instant < (changesAt ?? Infinity)) expect([instant, isOpen(instant)]).toEqual([instant, now]);
        if (changesAt !== null) {
          expect(isOpen(changesAt)).toBe(!now);
          expect(isOpen(changesAt - 1)).toBe(now);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a campaign with a schedule', () => {
  // 2025-06-15 15:06:40 UTC is a Sunday.
  const sunday = new Stage().now;
  const opensAt = at('2025-06-16T13:00:00Z');
  const closesAt = at('2025-06-16T22:00:00Z');
  const turns = (stage: Stage) =>
    stage.events.filter(({ type }) => type === 'schedule.turned').map((event) => ({ ...event }));

  test('dials nobody outside of it, says until when, and begins by itself', () => {
    const stage = new Stage({ schedule: weekdays(9, 18) });
    expect(stage.now).toBe(sunday);
    stage.start(['a']);
    expect(stage.sent('leads.claim')).toEqual([]);
    expect(stage.engine.obstacles('c')).toEqual([
      { kind: 'schedule', blocksAll: true, until: opensAt, detail: null },
    ]);
    expect(turns(stage)).toMatchObject([{ open: false, until: opensAt }]);
    let ticks = 0;
    stage.engine.on(
      'schedule.turned',
      () => (ticks = stage.commands.filter(({ port }) => port === 'scheduler').length),
    );
    stage.pass(opensAt - stage.now);
    expect(turns(stage)).toMatchObject([{ open: false }, { open: true, until: closesAt, at: opensAt }]);
    // 22 hours: a tick a minute, and not one a second.
    expect(ticks).toBeLessThan(2_000);
    stage.supply(lead(1));
    expect(stage.sent('journal.open')).toHaveLength(1);
    expect(stage.sent('journal.audit').filter(({ kind }) => kind === 'schedule.turned')).toHaveLength(2);
  });

  test('at the end of its hours gives back what it holds, and refuses calls that agents ask for', () => {
    const stage = new Stage({ schedule: weekdays(9, 18), mode: 'preview' });
    stage.now = closesAt - 10_000;
    stage.start(['a', 'b']);
    stage.supply(lead(1));
    expect(stage.engine.agents('c')[0]?.preview).not.toBeNull();
    stage.pass(10_000);
    expect(stage.last('leads.release')).toMatchObject({ leadIds: ['l1'] });
    expect(stage.engine.agents('c').map(({ state }) => state)).toEqual(['ready', 'ready']);
    const claims = stage.sent('leads.claim').length;
    stage.tell({ type: 'agent.manual-dial', agentId: 'b' });
    expect(stage.events.at(-1)).toMatchObject({ type: 'order.rejected', code: 'outside-schedule' });
    stage.pass(HOUR);
    expect(stage.sent('leads.claim')).toHaveLength(claims);
    expect(stage.sent('journal.open')).toEqual([]);
  });

  test('opens no attempt for a call whose leg comes up after the end', () => {
    const stage = new Stage({ schedule: weekdays(9, 18), persistentLegs: false });
    stage.now = closesAt - 5_000;
    stage.start();
    stage.tell({ type: 'agent.login', agentId: 'a' }, { type: 'agent.ready', agentId: 'a' });
    stage.supply(lead(1));
    expect(stage.engine.agents('c')[0]?.state).toBe('reserved');
    stage.pass(6_000);
    stage.tell({ type: 'agent.leg-up', agentId: 'a' });
    expect(stage.sent('journal.open')).toEqual([]);
    expect(stage.last('leads.release')).toMatchObject({ leadIds: ['l1'] });
  });

  test('follows the wall clock where it is set while the campaign runs', () => {
    const stage = new Stage({ schedule: weekdays(9, 18) });
    stage.now = closesAt - 30 * MINUTE;
    stage.start(['a']);
    stage.tell({ type: 'clock.stepped', byMs: HOUR });
    stage.pass(1_000);
    expect(turns(stage)).toMatchObject([{ open: false }]);
    expect(stage.engine.obstacles('c')).toMatchObject([{ kind: 'schedule' }]);
    stage.tell({ type: 'clock.stepped', byMs: -HOUR });
    stage.pass(MINUTE);
    expect(turns(stage).at(-1)).toMatchObject({ open: true, until: closesAt });
  });

  test('takes another one while it runs', () => {
    const stage = new Stage({ schedule: weekdays(9, 18) });
    stage.start(['a']);
    stage.tell({ type: 'campaign.configure', changes: { schedule: null } });
    stage.pass(1);
    expect(stage.sent('leads.claim')).toHaveLength(1);
    expect(turns(stage).at(-1)).toMatchObject({ open: true, until: null });
  });
});
