/** Checks what calls that come in need: numbers, agents who take them, and the way through the dialplan. */
import type { CampaignFile } from '../campaign-file/types.js';
import type { Finding } from './finding.js';

const CHECK = 'calls that come in';

/** What the doctor says of the section `inbound`; nothing where the campaign takes no calls. */
export function checkInbound(
  file: Pick<CampaignFile, 'agents' | 'callerNumber' | 'inbound' | 'telephony'>,
): readonly Finding[] {
  const { agents, callerNumber, inbound, telephony } = file;
  if (!inbound) return [];
  const takers = agents.people.filter(({ work }) => (work ?? inbound.work) !== 'outbound');
  if (agents.people.length > 0 && takers.length === 0)
    return [
      {
        check: CHECK,
        verdict: 'failed',
        detail: 'every named agent takes dialed calls only',
        remedy: "Set work: both or inbound for one of agents.people, or 'inbound.work' for all.",
      },
    ];
  const numbers = inbound.numbers ?? [callerNumber];
  const taken: Finding = { check: CHECK, verdict: 'ok', detail: `to ${numbers.join(', ')}` };
  const foreign: readonly Finding[] = numbers.includes(callerNumber)
    ? []
    : [
        {
          check: CHECK,
          verdict: 'warning',
          detail: `${callerNumber} is shown to the people who are called, and is not taken when they call it`,
          remedy: 'Add callerNumber to inbound.numbers, or leave inbound.numbers out.',
        },
      ];
  const application = telephony.kind === 'asterisk' ? `outdial-${telephony.node}` : null;
  const way = application === null ? '' : `; the dialplan sends them to outdial-inbound with OUTDIAL_APP=`;
  return [{ ...taken, detail: `${taken.detail}${way}${application ?? ''}` }, ...foreign];
}
