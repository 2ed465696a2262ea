/** The beginning and the end of a campaign's own hours: leads go back, and both are told. */
import { emit, send, type Context } from '../context.js';
import { releaseAllLeads } from '../supply/lead-buffer.js';
import { skip } from './preview.js';
import { ownHoursNow } from './own-hours.js';

/** Outside the hours nothing stays claimed or on offer; a turn of the hours is told once. */
export function followSchedule(context: Context): void {
  const { state } = context;
  if (state.run !== 'running') return;
  const { open, changesAt } = ownHoursNow(context);
  if (!open) giveBack(context);
  if (open === (state.offSchedule !== true)) return;

  if (open) delete state.offSchedule;
  else state.offSchedule = true;
  const { campaignId } = state.settings;
  emit(context, { type: 'schedule.turned', open, until: changesAt });
  send(context, {
    port: 'journal',
    method: 'audit',
    command: { campaignId, kind: 'schedule.turned', detail: { open, until: changesAt }, at: context.now },
  });
}

function giveBack(context: Context): void {
  const { state } = context;
  for (const agent of state.agents.values()) if (agent.preview) skip(context, agent, 'withdrawn');
  if (state.leadBuffer.length + state.reservedAgentBuffer.length > 0) releaseAllLeads(context);
}
