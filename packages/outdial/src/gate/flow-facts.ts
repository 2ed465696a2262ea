/** What the campaign review asks of a call flow, read off its prompts and nodes. */
import type { CampaignFlow } from '@outdial/compliance';
import type { Flow, FlowNode, Prompt } from '@outdial/core';

/** What the review asks of an automated flow, read off its prompts and nodes. */
export function flowFacts(
  flow: Flow,
): Pick<CampaignFlow, 'identifies' | 'optOutOfferedAfter' | 'optOutDisconnects'> {
  const [first, second] = openingPrompts(flow);
  const identifies = says(first, 'identification');
  const offered = says(first, 'opt-out-key') || says(second, 'opt-out-key');
  return {
    identifies,
    optOutOfferedAfter: offered && flow.optOutKey !== undefined ? 0 : null,
    optOutDisconnects: optOutEndsCall(flow),
  };
}

function says(prompt: Prompt | undefined, what: 'identification' | 'opt-out-key'): boolean {
  return prompt?.says?.includes(what) === true;
}

/** The prompts a call hears first, in order, as far as no answer decides. */
function openingPrompts(flow: Flow): Prompt[] {
  const prompts: Prompt[] = [];
  const seen = new Set<string>();
  for (
    let name: string | undefined = flow.start;
    name !== undefined && !seen.has(name) && prompts.length < 2;
  ) {
    seen.add(name);
    const node: FlowNode | undefined = flow.nodes[name];
    if (node && 'prompt' in node && node.prompt) prompts.push(node.prompt);
    name = node && 'next' in node ? node.next : undefined;
  }
  return prompts;
}

/** After the opt-out is recorded only audio follows, then the end. */
function optOutEndsCall(flow: Flow): boolean {
  const seen = new Set<string>();
  for (let name: string | undefined = flow.optOutKey?.to; name !== undefined && !seen.has(name);) {
    seen.add(name);
    const node: FlowNode | undefined = flow.nodes[name];
    if (node?.kind === 'hang-up') return true;
    name =
      node?.kind === 'opt-out' || node?.kind === 'play' || node?.kind === 'disposition'
        ? node.next
        : undefined;
  }
  return false;
}
