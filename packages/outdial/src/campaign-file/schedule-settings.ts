/** From the `schedule` section to the engine, and to the rule of the client for hours at the called party. */
import type { ClientPolicy } from '@outdial/compliance';
import { defined, type CampaignSchedule } from '@outdial/core';
import type { CampaignFile, ScheduleSection } from './types.js';
import { weeklySpans } from './weekly-hours.js';

const ALL_WEEK = { weekdays: '*', saturday: '*', sunday: '*' } as const;

/** The engine's schedule; null: whenever the law allows. First and last day always count by the agency. */
export function toSchedule({
  schedule,
  timeZone,
}: Pick<CampaignFile, 'schedule' | 'timeZone'>): CampaignSchedule | null {
  if (schedule === null) return null;
  const { clock, firstDay = null, lastDay = null, closedDays } = schedule;
  const ofAgency = clock === 'agency';
  return {
    timeZone: schedule.timeZone ?? timeZone,
    open: weeklySpans(ofAgency ? schedule : ALL_WEEK),
    firstDay,
    lastDay,
    closedDays: ofAgency ? closedDays : [],
  };
}

/** Hours at the called party, as the law's module takes them: a rule that can only refuse. */
export function schedulePolicies({ schedule }: Pick<CampaignFile, 'schedule'>): readonly ClientPolicy[] {
  return schedule?.clock === 'called' ? [policyOf(schedule)] : [];
}

function policyOf({ weekdays, saturday, sunday, closedDays }: ScheduleSection): ClientPolicy {
  const closedDates = closedDays.length === 0 ? undefined : closedDays;
  return {
    id: 'client.schedule',
    kind: 'hours',
    title: 'Own hours of the campaign at the called party',
    ...{ weekdays, saturday, sunday },
    ...defined({ closedDates }),
  };
}
