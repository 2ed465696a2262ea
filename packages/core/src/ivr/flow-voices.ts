/** The voices a flow may use, for the compliance gate. */
import type { Flow, PromptVoice } from './flow.js';
import { nodePrompts, reachableNodes } from './flow-graph.js';
import { ownValue } from '../own-value.js';

/**
 * The voices of all audio that a call in this flow may play. Each needs its own decision of the compliance
 * gate before the call is dialed, because the rules on recorded and on artificial voices differ from those on
 * live calls.
 */
export function flowVoices(flow: Flow): readonly PromptVoice[] {
  const voices = new Set<PromptVoice>();
  for (const name of reachableNodes(flow)) {
    const node = ownValue(flow.nodes, name);
    for (const prompt of node === undefined ? [] : nodePrompts(node)) voices.add(prompt.voice);
  }
  return [...voices].sort();
}
