/** The settings allowed at a place of the campaign file, read from the JSON schema: messages name them. */

/** The parts of a JSON schema that hold names of settings. */
export interface SchemaNode {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly anyOf?: readonly SchemaNode[];
  readonly oneOf?: readonly SchemaNode[];
}

/** The names allowed at `path`, in every alternative of the schema. */
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
