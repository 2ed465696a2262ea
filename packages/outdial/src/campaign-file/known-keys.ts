/** The settings that may stand at a place, read off a JSON schema: for messages that name the right word. */

/** As much of a JSON schema as it takes to find the names of settings. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/** The names that may stand at `path`, whichever alternative of the schema holds there. */
export function knownKeys(schema: SchemaNode, path: readonly PropertyKey[]): readonly string[] {
  let nodes: SchemaNode[] = [schema];
  for (const part of path) {
    nodes = nodes
      .flatMap(alternatives)
      .flatMap((node) => (typeof part === 'number' ? node.items : node.properties?.[String(part)]) ?? []);
  }
  return [...new Set(nodes.flatMap(alternatives).flatMap((node) => Object.keys(node.properties ?? {})))];
}

function alternatives(node: SchemaNode): SchemaNode[] {
  return [node, ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap(alternatives)];
}
