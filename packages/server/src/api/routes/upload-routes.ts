/** Files that a person uploads in parts: understood, tried, imported, or put on the do-not-call list. */
import { LIMITS, isOutdialError, isoInstant } from '@outdial/core';
import { COLUMN_TARGETS, openTable } from 'outdial';
import { z } from 'zod';
import { LIST_READERS, MANAGERS } from '../../accounts/roles.js';
import { defaultCountry, listReading, listTaking, tableOptionsOf } from '../../lists/list-reading.js';
import { stopWork, takeDoNotCall, takeList, type BegunWork, type WorkParts } from '../../lists/list-work.js';
import type { Upload } from '../../lists/uploads.js';
import { instantOrNull } from '../../stream/instants.js';
import * as shapes from '../list-schemas.js';
import { FOLLOWED, done, refused, unusable, type Outcome } from '../outcome.js';
import { route, type Route } from '../route.js';
import * as schemas from '../schemas.js';
import type { ServerParts } from '../server-parts.js';
import { rejectedRows } from './list-routes.js';

type UploadAnswer = z.input<typeof shapes.upload>;

const uploadParams = z.object({ uploadId: z.string().min(1).max(96) });
const GONE = refused(404, 'upload-unknown', 'This upload is no longer there: upload the file again.');
const RUNNING = refused(409, 'upload-busy', 'Work on this file still runs: wait for its end, or cancel it.');
const WRITING = refused(409, 'upload-busy', 'The part before this one is being written: send it again.');
const NOT_WHOLE = refused(409, 'upload-not-whole', 'The file has not come whole: upload it again.');

const begin = route({
  name: 'uploads.begin',
  method: 'POST',
  path: '/uploads',
  summary: 'Begins the upload of a file; its parts follow.',
  roles: LIST_READERS,
  schemas: {
    body: z.strictObject({
      name: z.string().min(1).max(255),
      size: z
        .int()
        .min(1, 'the file is empty')
        .max(4 * 1_073_741_824, 'must be at most 4 GB'),
    }),
    answer: shapes.upload,
  },
  work: async ({ parts, person, body }) => {
    const upload = await parts.uploads.begin({ ...body, by: person?.accountId ?? '' });
    if (upload) return done(await describeUpload(upload, parts));
    return refused(429, 'uploads-limit', 'Too many uploads are open: end one of them first.');
  },
});

const addPart = route({
  name: 'uploads.part',
  method: 'PUT',
  path: '/uploads/{uploadId}/part',
  summary: `Adds the next part of the file, at most ${LIMITS.uploadPart.max} bytes.`,
  roles: LIST_READERS,
  takes: 'application/octet-stream',
  schemas: {
    params: uploadParams,
    query: z.strictObject({
      offset: z.coerce.number().int().min(0).meta({ description: 'Bytes that came before.' }),
    }),
    body: z
      .instanceof(Uint8Array, { error: 'must be bytes: application/octet-stream' })
      .meta({ override: { type: 'string', format: 'binary' } }),
    answer: shapes.upload,
  },
  work: async ({ parts, params, query, body }) => {
    const upload = parts.uploads.get(params.uploadId);
    if (!upload) return GONE;
    if (upload.isWriting) return WRITING;
    if (query.offset !== upload.received)
      return refused(409, 'upload-offset', `The next part begins at ${upload.received}.`);
    if (upload.received + body.length > upload.size)
      return unusable('body', `is more than the ${upload.size} bytes that were announced`);
    await parts.uploads.add(upload, body);
    return done(await describeUpload(upload, parts));
  },
});

const read = route({
  name: 'uploads.read',
  method: 'GET',
  path: '/uploads/{uploadId}',
  summary: 'An upload and how the work on it stands.',
  roles: LIST_READERS,
  schemas: { params: uploadParams, answer: shapes.upload },
  work: async ({ parts, params }) => {
    const upload = parts.uploads.get(params.uploadId);
    return upload ? done(await describeUpload(upload, parts)) : GONE;
  },
});

const preview = route({
  name: 'uploads.preview',
  method: 'POST',
  path: '/uploads/{uploadId}/preview',
  summary: 'How the file is understood: columns with samples, warnings. Writes nothing.',
  roles: MANAGERS,
  schemas: { params: uploadParams, body: listReading, answer: shapes.listPreview },
  work: async ({ parts, params, body }) => {
    const upload = parts.uploads.get(params.uploadId);
    if (!upload) return GONE;
    if (upload.received < upload.size) return NOT_WHOLE;
    const source = parts.uploads.folder.read(upload.uploadId);
    try {
      const table = await openTable(source, tableOptionsOf(body));
      return done({
        format: table.format,
        encoding: table.encoding.encoding,
        delimiter: table.delimiter,
        columns: table.columns.map(({ header, target, index }) => ({
          position: index + 1,
          header,
          target,
          samples: [...(table.samples[index] ?? [])],
        })),
        warnings: [...table.warnings()],
        targets: Object.entries(COLUMN_TARGETS).map(([target, about]) => ({ target, about })),
      });
    } catch (error) {
      if (!isOutdialError(error)) throw error;
      return refused(409, error.code, error.message);
    } finally {
      source.destroy();
    }
  },
});

/** A route that begins work on the whole file. */
function workRoute<Body extends z.ZodObject>(making: {
  readonly name: string;
  readonly summary: string;
  readonly roles: Route['roles'];
  readonly body: Body;
  readonly begin: (parts: WorkParts, body: z.output<Body>) => BegunWork;
}): Route {
  const { name, body: schema, begin: beginWork, ...facts } = making;
  return route({
    ...facts,
    name: `uploads.${name}`,
    method: 'POST',
    path: `/uploads/{uploadId}/${name}`,
    schemas: { params: uploadParams, body: schema, answer: shapes.upload },
    work: async ({ parts, params, body }): Promise<Outcome<UploadAnswer>> => {
      const upload = parts.uploads.get(params.uploadId);
      if (!upload) return GONE;
      if (upload.received < upload.size) return NOT_WHOLE;
      if (upload.begun?.work.state === 'running') return RUNNING;
      if (upload.begun?.work.kind === 'import' && upload.begun.work.state === 'done')
        return refused(409, 'upload-imported', 'This file is imported already.');
      parts.uploads.work(upload, (given) => beginWork(given, body as z.output<Body>));
      return done(await describeUpload(upload, parts));
    },
  });
}

const dryRun = workRoute({
  name: 'dry-run',
  summary: 'Reads the whole file and counts what an import would do. Writes no lead.',
  roles: MANAGERS,
  body: listTaking,
  begin: (parts, taking) => takeList(parts, 'dry-run', taking),
});

const take = workRoute({
  name: 'import',
  summary: 'Imports the file into a list.',
  roles: MANAGERS,
  body: listTaking,
  begin: (parts, taking) => takeList(parts, 'import', taking),
});

const doNotCall = workRoute({
  name: 'do-not-call',
  summary: "Puts the numbers of the file on the company's do-not-call list: whole, or not at all.",
  roles: LIST_READERS,
  body: z.strictObject({
    defaultCountry,
    isPartial: z
      .boolean()
      .default(false)
      .meta({ description: 'True: what can be read is taken, although lines cannot.' }),
  }),
  begin: (parts, { defaultCountry: country, isPartial }) =>
    takeDoNotCall(parts, { country, isPartial, source: 'uploaded list' }),
});

const cancel = route({
  name: 'uploads.cancel',
  method: 'POST',
  path: '/uploads/{uploadId}/cancel',
  summary: 'Cancels the work on a file; what a cancelled import has added is removed again.',
  roles: LIST_READERS,
  schemas: { params: uploadParams, answer: shapes.upload },
  work: async ({ parts, params }) => {
    const upload = parts.uploads.get(params.uploadId);
    if (!upload) return GONE;
    const { begun } = upload;
    if (begun?.work.state !== 'running') return refused(409, 'upload-idle', 'Nothing runs on this file.');
    if (begun.work.kind === 'do-not-call')
      return refused(409, 'upload-not-cancelled', 'A do-not-call list is taken whole; it ends in a moment.');
    stopWork(begun);
    await begun.ended;
    return done(await describeUpload(upload, parts));
  },
});

const remove = route({
  name: 'uploads.remove',
  method: 'DELETE',
  path: '/uploads/{uploadId}',
  summary: 'Removes an uploaded file; leads that were imported from it stay.',
  roles: LIST_READERS,
  schemas: { params: uploadParams, answer: schemas.followed },
  work: async ({ parts, params }) => {
    const upload = parts.uploads.get(params.uploadId);
    if (!upload) return GONE;
    if (upload.begun?.work.state === 'running') return RUNNING;
    await parts.uploads.remove(upload);
    return done(FOLLOWED);
  },
});

const rejects = route({
  name: 'uploads.rejects',
  method: 'GET',
  path: '/uploads/{uploadId}/rejects',
  summary: 'The rows that the last work did not take as they are, with problems and remedies, as CSV.',
  roles: LIST_READERS,
  gives: 'text/csv',
  schemas: { params: uploadParams, answer: z.string() },
  work: async (request) => {
    const upload = request.parts.uploads.get(request.params.uploadId);
    return upload ? rejectedRows(request, upload.uploadId, upload.name) : GONE;
  },
});

async function describeUpload(upload: Upload, { uploads }: ServerParts): Promise<UploadAnswer> {
  const { uploadId, name, size, received, begun } = upload;
  if (begun === null) return { uploadId, name, size, received, work: null };
  const { kind, state, startedAt, endedAt, rows, share, report, doNotCall: numbers, note } = begun.work;
  const rejected = state === 'running' ? null : await uploads.folder.readRejected(uploadId);
  rejected?.destroy();
  return {
    uploadId,
    name,
    size,
    received,
    work: {
      kind,
      state,
      startedAt: isoInstant(startedAt),
      endedAt: instantOrNull(endedAt),
      rows,
      share,
      totals: report && shapes.totalsOf(report),
      warnings: [...(report?.warnings ?? [])],
      numbers: numbers && {
        lines: numbers.report.lines,
        numbers: numbers.report.numbers,
        added: numbers.added,
        rejected: numbers.report.rejected,
      },
      note,
      hasRejects: rejected !== null,
    },
  };
}

/** The routes of uploads. */
export const UPLOAD_ROUTES: readonly Route[] = [
  begin,
  addPart,
  read,
  preview,
  dryRun,
  take,
  doNotCall,
  cancel,
  remove,
  rejects,
];
