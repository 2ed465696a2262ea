/** The own hours of a campaign now. People set them by the wall clock, so a step of it moves them. */
import { wallNow, type Context } from '../context.js';
import { scheduleAt, type ScheduleState } from './schedule.js';

/** How the schedule stands now, by the wall clock. `changesAt` is by the process's own clock, as `now` is. */
export function ownHoursNow(context: Pick<Context, 'state' | 'now'>): ScheduleState {
  const wall = wallNow(context);
  const { open, changesAt } = scheduleAt(context.state.settings.schedule, wall);
  return { open, changesAt: changesAt === null ? null : changesAt - (wall - context.now) };
}
