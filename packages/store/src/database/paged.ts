/** Reads rows page by page, so that memory stays flat and the event loop goes on. */
import { breathe } from './breathe.js';

/** Rows of a page. */
export const PAGE_ROWS = 1_000;

/**
 * Pages in the order of a key. `next` reads at most {@link PAGE_ROWS} rows behind the last row of the page
 * before; undefined: from the first on.
 */
export async function* pages<Row>(
  next: (after: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[]> {
  let last: Row | undefined;
  for (;;) {
    const page: readonly Row[] = await next(last);
    yield page;
    last = page.at(-1);
    if (page.length < PAGE_ROWS) return;
    await breathe();
  }
}

/** The rows of {@link pages}, one by one. */
export async function* paged<Row>(
  next: (after: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for await (const page of pages(next)) yield* page;
}
