/**
 * What a flow that sells must offer: it names the caller first, says how to opt out, and takes the opt-out
 * key throughout.
 */
import type { Announcement, Flow, FlowNode, Prompt } from './flow.js';
import type { FlowProblem } from './field-checks.js';
import { nodeEdges, nodePrompts } from './flow-graph.js';
import { nodeNamed } from './flow-run.js';

/**
 * Problems of a telemarketing flow.
 * Source: 47 CFR 64.1200(b)(1) (identification first) and (b)(3) (key-press opt-out; on voicemail a number);
 * 16 CFR 310.4(b)(1)(v)(B).
 */
export function telemarketingProblems(flow: Flow): readonly FlowProblem[] {
  return [...optOutKeyProblems(flow), ...firstPromptProblems(flow), ...voicemailProblems(flow)];
}

const says = (prompt: Prompt, what: Announcement): boolean => prompt.says?.includes(what) === true;

function optOutKeyProblems(flow: Flow): readonly FlowProblem[] {
  if (flow.optOutKey === undefined) {
    return [
      {
        path: 'optOutKey',
        value: undefined,
        message: 'is missing: a telemarketing flow must take an opt-out by key press at any moment',
        remedy: 'Add `optOutKey` with a digit and the name of a node of kind opt-out.',
      },
    ];
  }
  const live = Object.values(flow.nodes)
    .filter((node) => node.kind !== 'leave-message')
    .flatMap(nodePrompts);
  if (live.length === 0 || live.some((prompt) => says(prompt, 'opt-out-key'))) return [];
  const remedy = 'Announce the key in a prompt, and mark that prompt with `says: ["opt-out-key"]`.';
  return [{ path: 'optOutKey', value: flow.optOutKey.digit, message: 'is announced by no prompt', remedy }];
}

function firstPromptProblems(flow: Flow): readonly FlowProblem[] {
  return firstSpeakers(flow)
    .filter(
      ([, node]) =>
        !nodePrompts(node)
          .slice(0, 1)
          .every((prompt) => says(prompt, 'identification')),
    )
    .map(([name]) => ({
      path: `nodes.${name}.prompt.says`,
      value: undefined,
      message:
        'lacks "identification": this is the first thing the called person may hear, ' +
        'and it must name the caller',
      remedy:
        'Name the caller at the head of this prompt and mark it with `says: ["identification"]`, ' +
        'or play such a prompt before.',
    }));
}

/** The nodes whose prompt, question or silence is the first on the line. */
function firstSpeakers(flow: Flow): readonly (readonly [string, FlowNode])[] {
  const seen = new Set([flow.start]);
  const speakers: [string, FlowNode][] = [];
  for (const name of seen) {
    const node = nodeNamed(flow, name);
    if (nodePrompts(node).length > 0) speakers.push([name, node]);
    else for (const edge of nodeEdges(node)) seen.add(edge.target);
  }
  return speakers;
}

function voicemailProblems(flow: Flow): readonly FlowProblem[] {
  return Object.entries(flow.nodes)
    .filter(([, node]) => node.kind === 'leave-message' && !says(node.prompt, 'opt-out-number'))
    .map(([name]) => ({
      path: `nodes.${name}.prompt.says`,
      value: undefined,
      message: 'lacks "opt-out-number": a message on a machine must give a number at which to opt out',
      remedy: 'Say a toll-free number in the message and mark it with `says: ["opt-out-number"]`.',
    }));
}
