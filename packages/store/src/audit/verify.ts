/**
 * Verifies the audit trail: every chain, every row that an entry states, every entry that states a row, and
 * heads that were noted elsewhere.
 */
import type { Selectable } from 'kysely';
import { archiveOf } from '../database/archive-db.js';
import type { Db } from '../database/engine.js';
import { paged, pages, PAGE_ROWS } from '../database/paged.js';
import { preparedQuery } from '../database/prepared.js';
import type { Given, RowOf } from '../database/prepared.js';
import type { AuditTable } from '../database/tables.js';
import type { Store } from '../open-store.js';
import type { StoreSecret } from '../store-secret.js';
import { BASELINE_WRITER, readBaselines } from './baseline.js';
import type { Baseline } from './baseline.js';
import { FIRST_HASH, hashOfEntry } from './chain.js';
import { checkAttempts } from './check-attempts.js';
import type { NamedAttempt } from './check-attempts.js';
import { checkDecisions, recordDigest } from './check-decisions.js';
import type { NamedDecision } from './check-decisions.js';
import { checkErasures } from './check-erasures.js';
import { checkLeads } from './check-leads.js';
import { Findings, entryPlace } from './findings.js';
import type { AuditBreak } from './findings.js';
import { headsIn } from './heads.js';
import type { ChainHead } from './heads.js';
import { KeptHeads } from './kept-heads.js';
import { KeyCheck } from './key-check.js';
import type { KeyVerdict } from './key-check.js';
import { RowTally } from './row-tally.js';
import type { TalliedPart } from './row-tally.js';
import { readStatedRows } from './row-pages.js';
import { CAME_IN, CLOSED, OPENED, statedIn } from './stated-in-entry.js';

/** What a check is given. */
export interface VerifyOptions {
  /** Heads that were noted elsewhere; each must still be in its chain. */
  readonly heads?: readonly ChainHead[];
}

/** A baseline, as a verdict names it. */
export interface BaselineNamed extends Pick<Baseline, 'n' | 'at' | 'reason' | 'by'> {
  /** Rows that stood in the tables then, and that no entry states one by one. */
  readonly rows: number;
}

/** What {@link verifyAuditChain} found. */
export interface AuditVerdict {
  readonly ok: boolean;
  /** Names the database; null where its first baseline is gone. */
  readonly storeId: string | null;
  readonly writers: number;
  readonly entries: number;
  readonly decisions: number;
  /** Rows that were compared with the trail. */
  readonly rows: number;
  /** The first breaks. */
  readonly breaks: readonly AuditBreak[];
  /** All breaks, the listed and the others. */
  readonly broken: number;
  readonly heads: readonly ChainHead[];
  /** Rows are compared one by one from the last of these on. */
  readonly baselines: readonly BaselineNamed[];
  readonly key: KeyVerdict;
}

type AuditRow = Selectable<AuditTable>;

/**
 * Checks the whole trail at one instant, while campaigns run: chains, keyed hashes where the store was opened
 * with the key, decisions and their records, and the rows of every table that law and reports count, in both
 * directions. The time is linear, memory stays flat. A trail that was rewritten as a whole, or cut at its end
 * together with the rows, is found only with heads that were kept elsewhere, or with the key.
 */
export async function verifyAuditChain(store: Store, options: VerifyOptions = {}): Promise<AuditVerdict> {
  return store.engine.snapshot(async (db) => {
    const heads = await headsIn(db);
    const baselines = await readBaselines(db);
    return new Verification(db, heads, baselines, store).verdict(options);
  });
}

const selectPage = preparedQuery((db: Db, { writer, after }: Given<{ writer: string; after: number }>) =>
  db
    .selectFrom('audit')
    .selectAll()
    .where('writer', '=', writer)
    .where('n', '>', after)
    .orderBy('n')
    .limit(PAGE_ROWS),
);

const selectRecords = preparedQuery((db: Db, { writer, after }: Given<{ writer: string; after: number }>) =>
  db
    .selectFrom('decision_records')
    .select(['writer', 'n', 'hash'])
    .where('writer', '=', writer)
    .where('n', '>', after)
    .orderBy('n')
    .limit(PAGE_ROWS),
);

/** One check of a trail. */
class Verification {
  readonly #db: Db;
  readonly #secret: StoreSecret;
  readonly #heads: readonly ChainHead[];
  readonly #baselines: readonly Baseline[];
  readonly #findings = new Findings();
  readonly #kept = new KeptHeads(this.#findings);
  readonly #key: KeyCheck;
  readonly #tally: RowTally;
  /** Last entry of each writer that the baseline covers. */
  readonly #before: ReadonlyMap<string, number>;
  /** Attempts whose rows were found changed, so that each is named once. */
  readonly #named = new Set<string>();
  /** When entries say that persons were erased. */
  readonly #erasures = new Set<number>();
  #entries = 0;
  #decisions = 0;

  constructor(
    db: Db,
    heads: readonly ChainHead[],
    baselines: readonly Baseline[],
    { secret, auditKey }: Pick<Store, 'secret' | 'auditKey'>,
  ) {
    this.#db = db;
    this.#secret = secret;
    this.#heads = heads;
    this.#baselines = baselines;
    this.#key = new KeyCheck(auditKey, baselines, this.#findings);
    const last = baselines.at(-1);
    const expected = 2 * heads.reduce((sum, { n }) => sum + n, 0);
    this.#tally = new RowTally(this.#findings, last?.sums ?? {}, expected);
    this.#before = new Map(
      (last?.heads ?? []).filter(({ chain }) => chain === 'events').map(({ writer, n }) => [writer, n]),
    );
  }

  async verdict({ heads = [] }: VerifyOptions): Promise<AuditVerdict> {
    this.#kept.expect(heads, 'the list of heads');
    for (const { n, heads: stated } of this.#baselines) this.#kept.expect(stated, `baseline ${n}`);
    if (this.#baselines.length === 0)
      this.#findings.add(
        `entry ${BASELINE_WRITER} 1`,
        'the first entry of the trail, its baseline, is missing: the trail was emptied or cut',
      );
    await this.#walkEntries((page) => this.#checkPage(page));
    await this.#walkRecords();
    for await (const row of readStatedRows(this.#db, this.#secret)) this.#tally.find(row);
    await this.#compareRows();
    await checkLeads(this.#db, this.#findings);
    await checkErasures(this.#db, this.#erasures, this.#findings);
    this.#kept.end();
    this.#key.end();
    return this.#say();
  }

  #say(): AuditVerdict {
    return {
      ok: this.#findings.count === 0,
      storeId: this.#baselines[0]?.storeId ?? null,
      writers: this.#heads.filter(({ chain }) => chain === 'events').length,
      entries: this.#entries,
      decisions: this.#decisions,
      rows: this.#tally.rows,
      breaks: this.#findings.listed,
      broken: this.#findings.count,
      heads: this.#heads,
      baselines: this.#baselines.map(({ n, at, reason, by, sums }) => ({
        n,
        at,
        reason,
        by,
        rows: Object.values(sums).reduce((all, { count }) => all + count, 0),
      })),
      key: this.#key.verdict(),
    };
  }

  /** Every writer's chain, page by page. */
  async #walkEntries(work: (page: readonly AuditRow[]) => Promise<void>): Promise<void> {
    for (const { chain, writer } of this.#heads) {
      if (chain !== 'events') continue;
      // The archive has the beginning of the chain.
      for (const db of [archiveOf(this.#db), this.#db]) {
        const all = pages((after?: AuditRow) => selectPage.all(db, { writer, after: after?.n ?? 0 }));
        for await (const page of all) await work(page);
      }
    }
  }

  async #checkPage(page: readonly AuditRow[]): Promise<void> {
    this.#entries += page.length;
    this.#checkLinks(page);
    const decisions: NamedDecision[] = [];
    const attempts: NamedAttempt[] = [];
    for (const row of page) {
      if (row.kind === 'persons.erased') this.#erasures.add(row.at);
      const stated = statedIn(row);
      const { about, decision, opening, end, outcome, rows } = stated;
      const report = (problem: string): void => this.#findings.add(entryPlace(row), problem);
      if (about && decision) decisions.push({ attemptId: about.attemptId, ...decision, report });
      const isAfter = row.n > (this.#before.get(row.writer) ?? 0);
      if (isAfter) for (const one of rows) this.#tally.state(one.part, one.digest, one.times);
      if (!about || ![OPENED, CAME_IN, CLOSED].includes(row.kind)) continue;
      if (isAfter && !opening && !end)
        report('it states nothing of the row it is about: it was not written by this version');
      attempts.push({
        about,
        outcome,
        ...(isAfter ? { opening, end } : { opening: null, end: null }),
        report: (problem) => {
          this.#named.add(about.attemptId);
          report(problem);
        },
      });
    }
    this.#decisions += decisions.length;
    for (const digest of await checkDecisions(this.#db, decisions))
      this.#tally.state('decision_records', digest);
    await checkAttempts(this.#db, this.#secret, attempts);
  }

  #previous = { writer: '', n: 0, hash: FIRST_HASH };

  /** Each entry follows the one before it, and its hashes are those of its content. */
  #checkLinks(page: readonly AuditRow[]): void {
    for (const row of page) {
      if (row.writer !== this.#previous.writer)
        this.#previous = { writer: row.writer, n: 0, hash: FIRST_HASH };
      const problem = linkProblem(row, this.#previous);
      if (problem !== null) this.#findings.add(entryPlace(row), problem);
      this.#kept.meet('events', row);
      this.#key.check(row);
      this.#previous = row;
    }
  }

  async #walkRecords(): Promise<void> {
    for (const { chain, writer } of this.#heads) {
      if (chain !== 'decisions') continue;
      for (const db of [archiveOf(this.#db), this.#db]) {
        const rows = paged((after?: RowOf<typeof selectRecords>) =>
          selectRecords.all(db, { writer, after: after?.n ?? 0 }),
        );
        for await (const row of rows) {
          this.#kept.meet('decisions', row);
          const name = `record ${row.writer} ${row.n}`;
          this.#tally.find({ part: 'decision_records', digest: recordDigest(row), name });
        }
      }
    }
  }

  /** Names the rows that no entry states, then the entries whose rows are gone. */
  async #compareRows(): Promise<void> {
    const isKnown = (name: string): boolean =>
      [...this.#named].some((attemptId) => name.includes(`attempt ${attemptId}`));
    const differing = new Set<TalliedPart>(this.#tally.compare(isKnown));
    if (differing.size === 0) return;
    await this.#walkEntries(async (page) => this.#nameMissing(page, differing));
    if (this.#findings.count > 0) return;
    for (const part of differing) this.#findings.add(`rows ${part}`, this.#tally.difference(part));
  }

  #nameMissing(page: readonly AuditRow[], differing: ReadonlySet<TalliedPart>): void {
    for (const row of page) {
      if (row.n <= (this.#before.get(row.writer) ?? 0)) continue;
      for (const { part, digest, times } of statedIn(row).rows) {
        if (times !== 1 || !differing.has(part) || FOUND_BY_NAME.has(part)) continue;
        if (this.#tally.isMissing(digest))
          this.#findings.add(entryPlace(row), `a row it states was changed or removed (${part})`);
      }
    }
  }
}

/** Parts whose rows are looked up from their entries, which has named the missing ones. */
const FOUND_BY_NAME: ReadonlySet<TalliedPart> = new Set<TalliedPart>([
  'attempts',
  'attempt_ends',
  'decisions',
  'decision_records',
]);

function linkProblem(row: AuditRow, previous: { readonly n: number; readonly hash: string }): string | null {
  if (row.n !== previous.n + 1) return `entry ${previous.n + 1} is missing`;
  if (row.prev_hash !== previous.hash) return 'it does not follow the entry before it';
  const { writer, n, at, campaign_id: campaignId, kind, detail } = row;
  const expected = hashOfEntry(previous.hash, { writer, n, at, campaignId, kind, detail });
  return expected === row.hash ? null : 'its content was changed';
}
