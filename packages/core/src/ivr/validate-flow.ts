/** The check of a call flow that came as JSON. */
import type { Flow, FlowNode, GatherNode } from './flow.js';
import { isRecord, type CheckScope, type FlowProblem } from './field-checks.js';
import { flowShape } from './flow-fields.js';
import { reachableNodes, silentLoop } from './flow-graph.js';
import { ownValue } from '../own-value.js';
import { telemarketingProblems } from './telemarketing-checks.js';

/** What `validateFlow` found. */
export type FlowValidation =
  | { readonly ok: true; readonly flow: Flow }
  | { readonly ok: false; readonly problems: readonly FlowProblem[] };

/**
 * Checks a call flow that came as JSON. Never throws on JSON values.
 *
 * First the shape (kinds, fields, ranges, names that refer to nothing), then, on a valid shape, the meaning:
 * nodes no call can reach, loops that a silent line would run through without end, questions without a
 * possible answer, keys with two meanings, and what a flow marked `telemarketing` must offer the called
 * person. A flow that passes always comes to its end (a transfer ends it too).
 *
 * @returns a copy of the flow, or every problem found, each with its path, the value there and the remedy.
 */
export function validateFlow(input: unknown): FlowValidation {
  const problems: FlowProblem[] = [];
  flowShape(input, '', { ...names(input), problems });
  if (problems.length > 0) return { ok: false, problems };
  const flow = structuredClone(input) as Flow;
  problems.push(
    ...unreachableProblems(flow),
    ...loopProblems(flow),
    ...Object.entries(flow.nodes).flatMap(([name, node]) =>
      node.kind === 'gather' ? gatherProblems(flow, name, node) : [],
    ),
    ...optOutTargetProblems(flow),
    ...(flow.telemarketing === true ? telemarketingProblems(flow) : []),
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, flow };
}

function names(input: unknown): Pick<CheckScope, 'nodeNames' | 'variableNames'> {
  const keys = (field: string): ReadonlySet<string> => {
    const value = isRecord(input) ? input[field] : undefined;
    return new Set(isRecord(value) ? Object.keys(value) : []);
  };
  return { nodeNames: keys('nodes'), variableNames: keys('variables') };
}

function unreachableProblems(flow: Flow): readonly FlowProblem[] {
  const reachable = reachableNodes(flow);
  return Object.entries(flow.nodes)
    .filter(([name]) => !reachable.has(name))
    .map(([name, node]) => ({
      path: `nodes.${name}`,
      value: node.kind,
      message: 'can never be reached from `start` or by the opt-out key',
      remedy: 'Let another node lead to it, or remove it.',
    }));
}

function loopProblems(flow: Flow): readonly FlowProblem[] {
  const loop = silentLoop(flow);
  if (loop === null) return [];
  return [
    {
      path: `nodes.${loop[0] ?? ''}`,
      value: [...loop, loop[0]].join(' -> '),
      message: 'is part of a loop that a silent line runs through without end',
      remedy:
        'Let one of these nodes lead out without a key press, for instance `onNoInput` to a node of kind ' +
        'hang-up; use `attempts` to ask again.',
    },
  ];
}

function gatherProblems(flow: Flow, name: string, node: GatherNode): readonly FlowProblem[] {
  const path = `nodes.${name}`;
  const problems: FlowProblem[] = [];
  const report = (field: string, value: unknown, message: string, remedy: string): void => {
    problems.push({ path: `${path}.${field}`, value, message, remedy });
  };
  const most = node.maxDigits ?? 1;
  if (Object.keys(node.branches).length === 0 && node.otherwise === undefined) {
    report(
      'branches',
      node.branches,
      'leaves no answer that leads anywhere',
      'Add a branch, or `otherwise`.',
    );
  }
  if ((node.minDigits ?? 1) > most)
    report(
      'minDigits',
      node.minDigits,
      'is more than maxDigits',
      `Write at most ${String(most)}, or raise maxDigits.`,
    );
  for (const keys of Object.keys(node.branches)) {
    const field = `branches.${keys}`;
    if (keys.length > most)
      report(
        field,
        keys,
        'has more keys than maxDigits takes',
        `Raise maxDigits to ${String(keys.length)}, or shorten it.`,
      );
    if (node.finishOn !== undefined && keys.includes(node.finishOn)) {
      report(
        field,
        keys,
        'holds the key that completes the answer',
        'Choose another key here, or another `finishOn`.',
      );
    }
    if (flow.optOutKey !== undefined && keys.includes(flow.optOutKey.digit)) {
      report(
        field,
        keys,
        "holds the flow's opt-out key, which opts out wherever it is pressed",
        'Choose another key here, or another opt-out key.',
      );
    }
  }
  problems.push(...optOutKeyConflicts(flow, path, node));
  return problems;
}

/** A key that opts out at once cannot be typed as part of an answer. */
function optOutKeyConflicts(flow: Flow, path: string, node: GatherNode): readonly FlowProblem[] {
  const key = flow.optOutKey?.digit;
  if (key === undefined) return [];
  const remedy = 'Use * or # as the opt-out key, one that this question does not use.';
  if (key === node.finishOn)
    return [{ path: `${path}.finishOn`, value: key, message: "is the flow's opt-out key", remedy }];
  if (node.otherwise !== undefined && (node.maxDigits ?? 1) > 1 && /[0-9]/.test(key)) {
    return [
      {
        path: `${path}.otherwise`,
        value: node.otherwise,
        message: `takes any keys, but ${key} opts out and cannot be typed`,
        remedy,
      },
    ];
  }
  return [];
}

function optOutTargetProblems(flow: Flow): readonly FlowProblem[] {
  const key = flow.optOutKey;
  const node: FlowNode | undefined = key === undefined ? undefined : ownValue(flow.nodes, key.to);
  if (key === undefined || node?.kind === 'opt-out') return [];
  const remedy = 'Name a node of kind opt-out: the opt-out is recorded before anything else happens.';
  return [{ path: 'optOutKey.to', value: key.to, message: 'is not a node of kind opt-out', remedy }];
}
