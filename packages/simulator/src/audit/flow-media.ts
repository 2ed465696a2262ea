/** What a flow can play. */
import type { Flow } from '@outdial/core';

/** All media names that a flow can play. */
export function flowMedia(flow: Flow): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of Object.values(flow.nodes))
    if ('prompt' in node && node.prompt) for (const name of node.prompt.media) names.add(name);
  return names;
}
