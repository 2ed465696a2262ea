/** Where the parts of a workbook stand in its archive: programs name and place them as they like. */
import type { ZipArchive } from '../files/zip-archive.js';
import { readXml } from './read-xml.js';

/** Paths of the parts of a workbook; a part that it does not have is null. */
export interface WorkbookParts {
  readonly workbook: string;
  /** Texts that cells share; programs that write row by row have none. */
  readonly texts: string | null;
  readonly styles: string | null;
  /** Path of a part by the id that the workbook gives it. */
  readonly byId: ReadonlyMap<string, string>;
}

interface Relation {
  readonly id: string;
  /** Last word of its type: 'officeDocument', 'worksheet', 'styles', 'sharedStrings'. */
  readonly kind: string;
  readonly path: string;
}

const USUAL = 'xl/workbook.xml';

/** Path of the workbook itself; null where the archive is not a workbook that can be read. */
export async function workbookPath(archive: ZipArchive): Promise<string | null> {
  const roots = await relationsOf(archive, '');
  const path = roots.find(({ kind }) => kind === 'officeDocument')?.path ?? USUAL;
  return archive.has(path) && /\.xml$/i.test(path) && !/^(?:word|ppt)\//i.test(path) ? path : null;
}

/** The parts of a workbook. */
export async function workbookParts(archive: ZipArchive, workbook: string): Promise<WorkbookParts> {
  const relations = await relationsOf(archive, workbook);
  const of = (kind: string): string | null =>
    relations.find((relation) => relation.kind === kind && archive.has(relation.path))?.path ?? null;
  const byId = new Map(relations.map(({ id, path }) => [id, path]));
  return { workbook, texts: of('sharedStrings'), styles: of('styles'), byId };
}

/** What a part says of others; '' is the archive itself. */
async function relationsOf(archive: ZipArchive, part: string): Promise<Relation[]> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations: Relation[] = [];
  const path = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!archive.has(path)) return relations;
  await readXml(archive.read(path), {
    open: (name, { Id: id = '', Type: type = '', Target: target }) => {
      if (name !== 'Relationship' || target === undefined) return;
      relations.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), path: resolved(folder, target) });
    },
  });
  return relations;
}

/** A target within its folder, or from the root: 'worksheets/sheet1.xml', '/xl/styles.xml', '../a.xml'. */
function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split(/[\\/]/)) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
