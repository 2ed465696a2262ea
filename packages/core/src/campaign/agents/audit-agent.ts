/** Who was on the floor, and at which station, in the audit trail. */
import type { CampaignEntryKind } from '../../ports/entry-kinds.js';
import { send, type Context } from '../context.js';

/** Records an agent's coming, going, or refused station. */
export function auditAgent(
  context: Context,
  agentId: string,
  kind: CampaignEntryKind,
  detail: Readonly<Record<string, string>>,
): void {
  const { campaignId } = context.state.settings;
  send(context, {
    port: 'journal',
    method: 'audit',
    command: { campaignId, kind, detail: { agentId, ...detail }, at: context.now },
  });
}
