/** Lists with the state of their leads, and the imports into them. */
import { isOutdialError, isoInstant } from '@outdial/core';
import { listOfImport, readImports, readLists, undoImport, type ListUpload } from '@outdial/store';
import { z } from 'zod';
import { LIST_READERS, MANAGERS } from '../../accounts/roles.js';
import { listFigures, listImport, totalsOf } from '../list-schemas.js';
import { done, refused, type Outcome } from '../outcome.js';
import { route, storeOf, type RawRequest, type Route } from '../route.js';
import type { ServerParts } from '../server-parts.js';

const listParams = z.object({ listId: z.string().min(1).max(96) });
const importParams = z.object({ importId: z.string().min(1).max(96) });

const list = route({
  name: 'lists.list',
  method: 'GET',
  path: '/lists',
  summary: 'Every list with the state of its leads.',
  roles: LIST_READERS,
  schemas: { answer: z.array(listFigures) },
  work: async ({ parts }) => {
    const { floor, served } = parts;
    const known = await readLists(floor.store, floor.now());
    return done(
      known.map(({ campaigns: dialedBy, createdAt, ...figures }) => ({
        ...figures,
        createdAt: isoInstant(createdAt),
        campaigns: [...new Set([...dialedBy, ...namedBy(figures.listId, served)])].map((campaignId) => ({
          campaignId,
          name: floor.campaign(campaignId)?.name ?? campaignId,
          isOnFloor: floor.campaign(campaignId) !== undefined,
        })),
        penetration: figures.leads === 0 ? null : figures.called / figures.leads,
        defaultCountry: countryOf(figures.listId, served),
      })),
    );
  },
});

/** The campaigns on the floor that name a list: one that was not started yet has not told the store. */
function namedBy(listId: string, served: ServerParts['served']): readonly string[] {
  const loaded = [...served.loaded].filter(([, { file }]) => file.lists.some(({ id }) => id === listId));
  return loaded.map(([campaignId]) => campaignId);
}

/** The country of numbers without a country code, as a campaign on the floor says it for the list. */
function countryOf(listId: string, served: ServerParts['served']): string | null {
  for (const { file } of served.loaded.values()) {
    const found = file.lists.find(({ id }) => id === listId);
    if (found) return found.defaultCountry ?? file.countries[0] ?? null;
  }
  return null;
}

const imports = route({
  name: 'lists.imports',
  method: 'GET',
  path: '/lists/{listId}/imports',
  summary: 'The imports into a list, the newest first.',
  roles: LIST_READERS,
  schemas: { params: listParams, answer: z.array(listImport) },
  work: async ({ parts, params }) => {
    const known = await readImports(parts.floor.store, params.listId);
    return done(await Promise.all(known.map((each) => describeImport(each, parts))));
  },
});

async function describeImport(
  { importId, listId, startedAt, isDone, totals, used }: ListUpload,
  { uploads }: ServerParts,
): Promise<z.input<typeof listImport>> {
  const rejects = await uploads.folder.readRejected(importId);
  rejects?.destroy();
  return {
    importId,
    listId,
    startedAt: isoInstant(startedAt),
    isDone,
    totals: totalsOf(totals),
    used,
    hasRejects: rejects !== null,
  };
}

/** Why an upload is not undone: the words of the store name commands, which nobody has here. */
const UNDO_REFUSED: Readonly<Record<string, string>> = {
  'import-unknown': 'There is no such upload any more: it was undone before.',
  'import-in-use':
    'Nothing was undone: leads of this upload were called, or a campaign holds them. Close its leads ' +
    'instead, or stop the campaign first.',
  'import-undone-in-part':
    'Some of its leads were called meanwhile, or a campaign holds them: they stay, and the upload with ' +
    'them. The others were removed. Close those that stay, or stop the campaign and undo it again.',
};

const undo = route({
  name: 'imports.undo',
  method: 'POST',
  path: '/imports/{importId}/undo',
  summary: 'Removes the leads that an import added, while none of them was called.',
  roles: MANAGERS,
  schemas: {
    params: importParams,
    answer: z.strictObject({
      removed: z.number(),
      kept: z.number().meta({ description: 'Leads that were there before: they stay as they are now.' }),
    }),
  },
  work: async (request): Promise<Outcome<{ removed: number; kept: number }>> => {
    const { importId } = request.params;
    if (request.parts.uploads.get(importId)?.begun?.work.state === 'running')
      return refused(409, 'import-running', 'The import still runs: cancel it, which removes its leads.');
    try {
      const { removed, kept } = await undoImport(storeOf(request), importId);
      return done({ removed, kept });
    } catch (error) {
      if (!isOutdialError(error)) throw error;
      const status = error.code === 'import-unknown' ? 404 : 409;
      return refused(status, error.code, UNDO_REFUSED[error.code] ?? error.message);
    }
  },
});

const rejects = route({
  name: 'imports.rejects',
  method: 'GET',
  path: '/imports/{importId}/rejects',
  summary: 'The rows of an import that were not taken as they are, with problems and remedies, as CSV.',
  roles: MANAGERS,
  gives: 'text/csv',
  schemas: { params: importParams, answer: z.string() },
  work: async (request) => {
    const { importId } = request.params;
    const listId = await listOfImport(storeOf(request), importId);
    return rejectedRows(request, importId, listId ?? importId);
  },
});

/** The rejected rows of an upload as a file of that name; the look stands in the audit trail. */
export async function rejectedRows(
  request: Pick<RawRequest, 'parts' | 'person'>,
  uploadId: string,
  name: string,
): Promise<Outcome<string>> {
  const { folder } = request.parts.uploads;
  const isId = /^[\w-]{1,64}$/.test(uploadId);
  const content = isId ? await folder.readRejected(uploadId) : null;
  if (content === null) return refused(404, 'rejects-unknown', 'There are no rejected rows, or no more.');
  const store = storeOf(request);
  const detail = { importId: uploadId };
  await store.audit.record({ at: store.clock(), campaignId: '', kind: 'import.rejects-read', detail });
  return {
    kind: 'file',
    name: `${name}.rejected.csv`,
    type: 'text/csv; charset=utf-8',
    content,
  };
}

/** The routes of lists and imports. */
export const LIST_ROUTES: readonly Route[] = [list, imports, undo, rejects];
