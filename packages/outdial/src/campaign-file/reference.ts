/** Reference page of the campaign file, generated from the schema so that the two cannot differ. */
import { campaignJsonSchema } from './schema.js';

interface Node {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly items?: Node;
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
}

const HEAD = [
  '# The campaign file',
  '',
  'One file, JSON or YAML, says how and with what a campaign dials. ' +
    'Every command reads it: `--campaign <file>`, or `campaign.yaml` in the current folder.',
  '`outdial init` writes one to start from. Unknown settings are errors. ' +
    'The units stand in the names; shares are 0 to 1; relative paths count from the file.',
  'Secrets never stand in it: settings named `...Environment` hold the name of an environment variable.',
  '',
  'Editors complete and check it with the published schema: ' +
    'put `$schema: node_modules/outdial/schema/campaign.schema.json` at its head, or for YAML',
  '`# yaml-language-server: $schema=node_modules/outdial/schema/campaign.schema.json`.',
  '',
  'This page is generated from the schema (`npm run schema -w packages/outdial`).',
  '',
  '| setting | value | default | meaning |',
  '|---|---|---|---|',
  '',
].join('\n');

/** docs/reference/campaign-file.md: one line a setting, read off the schema. */
export function campaignReference(): string {
  return HEAD + rows('', campaignJsonSchema() as Node).join('\n') + '\n';
}

function rows(path: string, node: Node): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, child]) => {
    const here = path === '' ? name : `${path}.${name}`;
    const required = node.required?.includes(name) === true && child.default === undefined;
    return [row(here, child, required), ...nested(here, child)];
  });
}

function nested(path: string, node: Node): string[] {
  const alternatives = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((alternative) =>
    nested(path, alternative),
  );
  return [...rows(path, node), ...(node.items ? nested(`${path}[]`, node.items) : []), ...alternatives];
}

function row(path: string, node: Node, required: boolean): string {
  const fallback =
    node.default === undefined
      ? required
        ? '**required**'
        : ''
      : isSection(node)
        ? ''
        : `\`${JSON.stringify(node.default)}\``;
  const meaning = escapeCell(node.description ?? '');
  return `| \`${path}\` | ${escapeCell(kindOf(node))} | ${fallback} | ${meaning} |`;
}

function isSection(node: Node): boolean {
  return node.properties !== undefined;
}

function kindOf(node: Node): string {
  if (node.const !== undefined) return `\`${JSON.stringify(node.const).replaceAll('"', '')}\``;
  if (node.enum) return node.enum.map((word) => `\`${String(word)}\``).join(', ');
  const alternatives = [...(node.anyOf ?? []), ...(node.oneOf ?? [])];
  if (alternatives.length > 0) return alternatives.map(kindOf).join(' or ');
  if (node.type === 'array') return `list of ${node.items ? kindOf(node.items) : 'values'}`;
  if (node.type === 'object') return 'section';
  if (node.type === 'number' || node.type === 'integer') return rangeOf(node);
  return node.type === 'string' ? 'text' : (node.type ?? 'any');
}

function rangeOf(node: Node): string {
  const low = node.minimum ?? node.exclusiveMinimum;
  const most =
    node.maximum !== undefined && node.maximum < Number.MAX_SAFE_INTEGER ? node.maximum : undefined;
  const word = node.type === 'integer' ? 'whole number' : 'number';
  if (low !== undefined && low > Number.MIN_SAFE_INTEGER && most !== undefined)
    return `${word}, ${node.exclusiveMinimum === undefined ? '' : 'above '}${low} to ${most}`;
  return word;
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
