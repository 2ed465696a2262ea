/**
 * The flow as a graph: which nodes follow which, and whether the called person has to do something for it.
 */
import type { Flow, FlowNode, Prompt } from './flow.js';
import { ownValue } from '../own-value.js';

/** A way out of a node. */
export interface FlowEdge {
  /** The field that names the target, below the node, for instance `branches.1`. */
  readonly field: string;
  readonly target: string;
  /** Whether it is taken only after a key press. Other ways out are also taken when nothing is pressed. */
  readonly needsInput: boolean;
}

const silent = (field: string, target: string): FlowEdge => ({ field, target, needsInput: false });
const keyed = (field: string, target: string): FlowEdge => ({ field, target, needsInput: true });

/** All ways out of a node, in the order of its fields. */
export function nodeEdges(node: FlowNode): readonly FlowEdge[] {
  switch (node.kind) {
    case 'gather':
      return [
        ...Object.entries(node.branches).map(([digits, target]) => keyed(`branches.${digits}`, target)),
        ...(node.otherwise === undefined ? [] : [keyed('otherwise', node.otherwise)]),
        silent('onNoInput', node.onNoInput),
        keyed('onNoMatch', node.onNoMatch),
      ];
    case 'branch':
      return [
        ...Object.entries(node.cases).map(([value, target]) => silent(`cases.${value}`, target)),
        silent('otherwise', node.otherwise),
      ];
    case 'transfer':
      return [silent('onFailed', node.onFailed)];
    case 'leave-message':
      return [
        ...(node.onNoBeep === undefined ? [] : [silent('onNoBeep', node.onNoBeep)]),
        silent('next', node.next),
      ];
    case 'play':
    case 'opt-out':
    case 'record':
    case 'disposition':
    case 'variable':
      return [silent('next', node.next)];
    case 'hang-up':
      return [];
  }
}

/** Prompts of a node, the one heard first at its head. */
export function nodePrompts(node: FlowNode): readonly Prompt[] {
  switch (node.kind) {
    case 'play':
    case 'leave-message':
      return [node.prompt];
    case 'gather':
      return [node.prompt, node.noInputPrompt, node.noMatchPrompt].filter((prompt) => prompt !== undefined);
    case 'branch':
    case 'transfer':
    case 'opt-out':
    case 'record':
    case 'disposition':
    case 'variable':
    case 'hang-up':
      return [];
  }
}

/** The names of all nodes that a call can come to, opt-out key included, in the order of discovery. */
export function reachableNodes(flow: Flow): ReadonlySet<string> {
  const seen = new Set<string>([flow.start, ...(flow.optOutKey === undefined ? [] : [flow.optOutKey.to])]);
  for (const name of seen) {
    // A set iterates over what is added meanwhile: this is a breadth-first search.
    const node = ownValue(flow.nodes, name);
    for (const edge of node === undefined ? [] : nodeEdges(node)) seen.add(edge.target);
  }
  return seen;
}

/** The nodes of one loop that a silent line would run through without end, or null when there is none. */
export function silentLoop(flow: Flow): readonly string[] | null {
  const finished = new Set<string>();
  for (const start of Object.keys(flow.nodes)) {
    // Depth first with an own stack: `trail` is the way from `start` to here, `edges` what is left to try at
    // each place of it.
    const trail: string[] = [];
    const edges: string[][] = [];
    const enter = (name: string): void => {
      trail.push(name);
      edges.push(silentTargets(flow, name));
    };
    if (!finished.has(start)) enter(start);
    while (trail.length > 0) {
      const target = edges.at(-1)?.pop();
      if (target === undefined) {
        finished.add(trail.pop() ?? '');
        edges.pop();
      } else if (trail.includes(target)) {
        return trail.slice(trail.indexOf(target));
      } else if (!finished.has(target)) {
        enter(target);
      }
    }
  }
  return null;
}

function silentTargets(flow: Flow, name: string): string[] {
  const node = ownValue(flow.nodes, name);
  if (node === undefined) return [];
  return nodeEdges(node)
    .filter((edge) => !edge.needsInput)
    .map((edge) => edge.target);
}
