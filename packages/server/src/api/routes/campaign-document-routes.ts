/** Campaigns as documents: made, changed, compared, exported. One that does not validate is never saved. */
import { DEFAULT_DISPOSITIONS, DIAL_MODES, isoInstant } from '@outdial/core';
import {
  addCampaignVersion,
  listCampaignDocuments,
  listCampaignVersions,
  readCampaignVersion,
  type CampaignVersionInfo,
} from '@outdial/store';
import {
  PURPOSES,
  type CampaignFile,
  identifierField,
  titleOfRule,
  type CampaignExamination,
  type LoadedCampaign,
  type ScheduleSection,
} from 'outdial';
import { z } from 'zod';
import { MANAGERS, STEERERS } from '../../accounts/roles.js';
import { changeSettings, differenceOf, settingsIn } from '../../campaigns/campaign-text.js';
import { draftCampaign } from '../../campaigns/draft.js';
import { pathProblems } from '../../campaigns/server-paths.js';
import * as shapes from '../campaign-document-schemas.js';
import { done, refused, type Outcome, type Problem, type Refusal } from '../outcome.js';
import { route, storeOf, type Route } from '../route.js';
import type { ServerParts } from '../server-parts.js';

/** Campaign files are some kilobytes. */
const TEXT_MOST = 48_000;

const campaignId = identifierField('Names the campaign.');
const documentParams = z.object({ campaignId: z.string().min(1).max(96) });
const text = z.string().min(1).max(TEXT_MOST);
const versionNumber = z.coerce.number().int().min(1);

type Examined = z.input<typeof shapes.examination>;
type Saved = z.input<typeof shapes.savedVersion>;

const NO_DOCUMENT = refused(404, 'campaign-unknown', 'There is no such campaign, or no such version of it.');

const list = route({
  name: 'campaign-documents.list',
  method: 'GET',
  path: '/campaign-documents',
  summary: 'Every campaign as a document, and where it stands.',
  roles: STEERERS,
  schemas: { answer: z.array(shapes.campaignDocument) },
  work: async ({ parts }) => {
    const ids = await listCampaignDocuments(parts.floor.store);
    const found = await Promise.all(ids.map((id) => describeDocument(id, parts)));
    return done(found.flatMap((each) => (each ? [each] : [])));
  },
});

async function describeDocument(
  id: string,
  { floor, served }: ServerParts,
): Promise<z.input<typeof shapes.campaignDocument> | null> {
  const newest = await readCampaignVersion(floor.store, id);
  if (!newest) return null;
  const present = served.get(id);
  return {
    campaignId: id,
    name: nameIn(newest.document) ?? id,
    newest: describeInfo(newest),
    inForce: present?.version ?? null,
    state: present?.dialer.state ?? null,
    fault: served.faultOf(id),
  };
}

function nameIn(document: string): string | null {
  const settings = settingsIn(document);
  const named =
    typeof settings === 'object' && settings !== null && 'name' in settings ? settings.name : null;
  return typeof named === 'string' ? named : null;
}

function describeInfo({
  version,
  author,
  at,
  source,
}: CampaignVersionInfo): z.input<typeof shapes.versionInfo> {
  return { version, author, at: isoInstant(at), source };
}

const read = route({
  name: 'campaign-documents.read',
  method: 'GET',
  path: '/campaign-documents/{campaignId}',
  summary: 'A version of a campaign, the newest where none is named, examined as of now.',
  roles: MANAGERS,
  schemas: {
    params: documentParams,
    query: z.strictObject({ version: versionNumber.exactOptional() }),
    answer: shapes.campaignVersion,
  },
  work: async ({ parts, params, query }) => {
    const found = await readCampaignVersion(parts.floor.store, params.campaignId, query.version);
    if (!found) return NO_DOCUMENT;
    const examination = await examine(parts, params.campaignId, found.document);
    return done({ campaignId: found.campaignId, info: describeInfo(found), examination });
  },
});

const versions = route({
  name: 'campaign-documents.versions',
  method: 'GET',
  path: '/campaign-documents/{campaignId}/versions',
  summary: 'The versions of a campaign, the newest first.',
  roles: MANAGERS,
  schemas: { params: documentParams, answer: z.array(shapes.versionInfo) },
  work: async ({ parts, params }) => {
    const found = await listCampaignVersions(parts.floor.store, params.campaignId);
    return found.length === 0 ? NO_DOCUMENT : done(found.map(describeInfo));
  },
});

const difference = route({
  name: 'campaign-documents.difference',
  method: 'GET',
  path: '/campaign-documents/{campaignId}/difference',
  summary: 'The settings that differ between two versions of a campaign.',
  roles: MANAGERS,
  schemas: {
    params: documentParams,
    query: z.strictObject({ from: versionNumber, to: versionNumber }),
    answer: z.array(shapes.settingDifference),
  },
  work: async ({ parts, params, query }) => {
    const { store } = parts.floor;
    const [from, to] = await Promise.all([
      readCampaignVersion(store, params.campaignId, query.from),
      readCampaignVersion(store, params.campaignId, query.to),
    ]);
    return from && to ? done([...differenceOf(from.document, to.document)]) : NO_DOCUMENT;
  },
});

const exportFile = route({
  name: 'campaign-documents.export',
  method: 'GET',
  path: '/campaign-documents/{campaignId}/file',
  summary: 'A version of a campaign as a campaign file.',
  roles: MANAGERS,
  gives: 'application/yaml',
  schemas: {
    params: documentParams,
    query: z.strictObject({ version: versionNumber.exactOptional() }),
    answer: z.string(),
  },
  work: async ({ parts, params, query }): Promise<Outcome<string>> => {
    const found = await readCampaignVersion(parts.floor.store, params.campaignId, query.version);
    if (!found) return NO_DOCUMENT;
    const type = 'application/yaml; charset=utf-8';
    return { kind: 'file', name: `${found.campaignId}.yaml`, type, content: found.document };
  },
});

const draft = route({
  name: 'campaign-documents.draft',
  method: 'POST',
  path: '/campaign-documents/draft',
  summary: 'The text with which a new campaign begins, by its purpose. Saves nothing.',
  roles: MANAGERS,
  schemas: {
    body: z.strictObject({
      campaignId,
      name: z.string().trim().min(1).max(80),
      purpose: z.enum(PURPOSES),
      mode: z.enum(DIAL_MODES),
      listId: identifierField('List that it dials.'),
    }),
    answer: shapes.examination,
  },
  work: async ({ parts, body }) => {
    const beginning = draftCampaign({ ...body, timeZone: parts.timeZone() });
    return done(await examine(parts, body.campaignId, beginning));
  },
});

const check = route({
  name: 'campaign-documents.check',
  method: 'POST',
  path: '/campaign-documents/check',
  summary: "Examines a text, with settings changed in it: problems, and the law's review. Saves nothing.",
  roles: MANAGERS,
  schemas: {
    body: z.strictObject({ campaignId, text, changes: z.array(shapes.settingChange).max(50).default([]) }),
    answer: shapes.examination,
  },
  work: async ({ parts, body }) =>
    done(await examine(parts, body.campaignId, changeSettings(body.text, body.changes))),
});

const save = route({
  name: 'campaign-documents.save',
  method: 'POST',
  path: '/campaign-documents/{campaignId}/versions',
  summary:
    'Saves a new version of a campaign, or makes the campaign. One that cannot be used, or that the law ' +
    'forbids to start, is not saved.',
  roles: MANAGERS,
  schemas: {
    params: z.object({ campaignId }),
    body: z.strictObject({
      base: z.int().min(0).meta({ description: 'The version that was changed; 0: the campaign is new.' }),
      text,
    }),
    answer: shapes.savedVersion,
  },
  work: async (request): Promise<Outcome<Saved>> => {
    const { parts, params, body, person } = request;
    const examined = await parts.served.examine(params.campaignId, body.text);
    const wrong = problemsOf(examined, params.campaignId, body.text);
    if (wrong.length > 0) return { kind: 'unreadable', problems: wrong };
    const added = await addCampaignVersion(storeOf(request), {
      ...{ campaignId: params.campaignId, base: body.base, document: body.text },
      ...{ author: person?.accountId ?? '', source: null },
    });
    if (!added.added) return movedOn(added.newest, body.base);
    return done({
      campaignId: params.campaignId,
      version: added.version,
      ...(await putOnFloor(parts, params.campaignId, person?.accountId ?? '')),
    });
  },
});

function movedOn(newest: number, base: number): Refusal {
  if (base === 0)
    return refused(
      409,
      'campaign-exists',
      'There is a campaign with this id: choose another id, or edit it.',
    );
  return refused(
    409,
    'campaign-changed',
    `Somebody else has saved version ${newest} meanwhile: look at it, and make your change there.`,
  );
}

/** Puts the newest version on the floor; a campaign that runs takes what may change meanwhile. */
async function putOnFloor(
  { served }: ServerParts,
  id: string,
  by: string,
): Promise<Pick<Saved, 'inForce' | 'applied' | 'later'>> {
  const state = served.get(id)?.dialer.state;
  const isRunning = state !== undefined && state !== 'created' && state !== 'stopped' && state !== 'halted';
  const adoption = isRunning ? await served.adopt(id, by) : null;
  if (adoption) {
    const { applied, later } = adoption;
    return { inForce: later.length === 0, applied: [...applied], later: [...later] };
  }
  await served.put(id);
  return { inForce: true, applied: [], later: [] };
}

async function examine(parts: ServerParts, id: string, document: string): Promise<Examined> {
  const examined = await parts.served.examine(id, document);
  return {
    text: document,
    problems: problemsOf(examined, id, document, false),
    findings: examined.findings.map((each) => ({ ...each, title: titleOfRule(each.rule) ?? '' })),
    settings: examined.loaded && settingsOf(examined.loaded),
  };
}

/** What keeps a text from being saved. `withLaw`: what the law's review forbids, too. */
function problemsOf(
  { problems, findings, loaded }: CampaignExamination,
  id: string,
  document: string,
  withLaw = true,
): Problem[] {
  const wrongId = loaded !== null && loaded.file.id !== id;
  return [
    ...[...problems, ...pathProblems(settingsIn(document))].map(({ path, value, message }) =>
      value === undefined ? { field: path, remedy: message } : { field: path, value, remedy: message },
    ),
    ...(wrongId ? [{ field: 'id', remedy: `must be ${id}: the id of a campaign does not change` }] : []),
    ...findings
      .filter(({ blocks }) => withLaw && blocks)
      .map(({ message, remedy, rule }) => ({ field: 'law', value: rule, remedy: `${message} ${remedy}` })),
  ];
}

function settingsOf({ file }: LoadedCampaign): z.input<typeof shapes.commonSettings> {
  const { name, mode, callerNumber, countries, timeZone, live, lists, compliance, dialing, wrapUp } = file;
  return {
    ...{ name, mode, callerNumber, timeZone, live },
    countries: [...countries],
    lists: lists.map(({ id }) => id),
    weights: lists.map(({ id, share, priority }) => ({ id, share: share ?? null, priority: priority ?? 0 })),
    dispositions: (file.dispositions ?? DEFAULT_DISPOSITIONS).map(({ code, label }) => ({ code, label })),
    purpose: compliance.purpose,
    seller: compliance.seller ?? null,
    lines: dialing.lines,
    callsPerSecond: dialing.callsPerSecond,
    schedule: file.schedule && scheduleOf(file.schedule),
    filter: file.leads.filter ?? null,
    order: file.leads.order,
    score: file.leads.score ?? null,
    recycle: file.leads.recycle ? recycleOf(file.leads.recycle) : null,
    script: (file.script?.pages ?? []).map(({ id, title, text, choices }) => ({
      ...{ id, text, title: title ?? null },
      choices: choices.map(({ label, page }) => ({ label, page })),
    })),
    ringTimeoutSeconds: dialing.ringTimeoutSeconds,
    wrapUpSeconds: wrapUp.timeoutSeconds,
  };
}

function recycleOf({
  at,
  rules,
}: NonNullable<CampaignFile['leads']['recycle']>): z.input<typeof shapes.commonSettings>['recycle'] {
  return {
    at,
    rules: rules.map(({ endings, afterDays, rounds }) => ({ endings: [...endings], afterDays, rounds })),
  };
}

function scheduleOf(schedule: ScheduleSection): z.input<typeof shapes.commonSettings>['schedule'] {
  const { clock, weekdays, saturday, sunday, firstDay, lastDay, closedDays } = schedule;
  return {
    ...{ clock, weekdays, saturday, sunday },
    firstDay: firstDay ?? null,
    lastDay: lastDay ?? null,
    closedDays: [...closedDays],
  };
}

const nextChange = route({
  name: 'campaigns.next-change',
  method: 'GET',
  path: '/campaigns/{campaignId}/next-change',
  summary:
    'What happens at the next change of calling hours: leads that close, that open, that can be called.',
  roles: STEERERS,
  schemas: {
    params: documentParams,
    answer: z.strictObject({
      text: z.string().nullable().meta({ description: 'One sentence; null: nothing changes within a day.' }),
      at: z.string().nullable(),
      closing: z.number(),
      opening: z.number(),
      dialable: z.number().nullable(),
    }),
  },
  work: async ({ parts, params }) => {
    const dialer = parts.floor.campaign(params.campaignId);
    if (!dialer) return NO_DOCUMENT;
    const change = await dialer.nextWindowChange();
    if (change === null) return done({ text: null, at: null, closing: 0, opening: 0, dialable: null });
    const { at, ...rest } = change;
    return done({ ...rest, at: isoInstant(at) });
  },
});

/** The routes of campaigns as documents. */
export const CAMPAIGN_DOCUMENT_ROUTES: readonly Route[] = [
  list,
  draft,
  check,
  read,
  versions,
  save,
  difference,
  exportFile,
  nextChange,
];
