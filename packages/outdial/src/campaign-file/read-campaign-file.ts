/** Reads and checks campaign files, and campaigns given as data. */
import { readFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { errorCode, errorText } from '@outdial/core';
import { isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { CampaignFileError } from './campaign-file-error.js';
import { explainIssues } from './explain-issues.js';
import { knownKeys } from './known-keys.js';
import { campaignFileSchema, campaignJsonSchema } from './schema.js';
import type { CampaignFile } from './types.js';

/** A campaign file with the place it was read from: its relative paths count from there. */
export interface LoadedCampaign {
  readonly path: string;
  readonly folder: string;
  readonly file: CampaignFile;
}

/** Reads and checks a campaign file, JSON or YAML by its ending. Throws {@link CampaignFileError}. */
export async function readCampaignFile(path: string): Promise<LoadedCampaign> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CampaignFileError(
      path,
      [
        {
          path: '(file)',
          message:
            `cannot be read: ${reasonOf(cause)}. Write one with 'outdial init', ` +
            'or name another with --campaign',
        },
      ],
      cause,
    );
  });
  return { path: resolve(path), folder: dirname(resolve(path)), file: parseCampaignFile(text, path) };
}

function reasonOf(cause: unknown): string {
  const code = errorCode(cause);
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'this user may not read it';
  return errorText(cause);
}

/** Checks the text of a campaign file. Throws {@link CampaignFileError}, which lists every problem. */
export function parseCampaignFile(text: string, name: string): CampaignFile {
  return checkCampaign(parseText(text, name), name);
}

/** Checks a campaign given as plain data, as an embedder does. Throws {@link CampaignFileError}. */
export function checkCampaign(input: unknown, name: string = 'campaign'): CampaignFile {
  const result = campaignFileSchema.safeParse(input);
  if (result.success) return result.data;
  const schema = campaignJsonSchema();
  throw new CampaignFileError(
    name,
    explainIssues(result.error.issues, { input, knownKeys: (path) => knownKeys(schema, path) }),
  );
}

/** Parses JSON or YAML; YAML reads JSON too, and its errors carry line and column. */
export function parseText(text: string, name: string): unknown {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const faults = [
    ...document.errors.map(({ message, pos }) => ({ message, at: pos[0] })),
    ...twice(document),
  ];
  const problems = faults.map(({ message, at }) => {
    const { line, col } = lines.linePos(at);
    return {
      path: `line ${line}, column ${col}`,
      message:
        `is not valid ${extname(name) === '.json' ? 'JSON' : 'YAML'}: ` + `${message.split('\n')[0] ?? ''}`,
    };
  });
  if (problems.length > 0) throw new CampaignFileError(name, problems);
  try {
    return document.toJS() as unknown;
  } catch (cause) {
    // Aliases that multiply without end.
    throw new CampaignFileError(
      name,
      [{ path: '(file)', message: `cannot be read: ${errorText(cause)}` }],
      cause,
    );
  }
}

/** Keys that occur twice in one map. The parser's own check compares each key with all others. */
function twice(document: Document.Parsed): readonly { readonly message: string; readonly at: number }[] {
  const found: { readonly message: string; readonly at: number }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) found.push({ message: 'Map keys must be unique', at: key.range?.[0] ?? 0 });
        seen.add(key.value);
      }
    },
  });
  return found;
}
