/** The button below a list that comes in pages. */
import { Button, Group, Loader } from '@mantine/core';
import { TEXTS } from '../texts.js';

/** What is asked of a query of pages. */
interface Pages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => unknown;
}

/** Shows the next page; nothing where all is shown. */
export function ShowMore({ of: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { readonly of: Pages }) {
  if (!hasNextPage) return null;
  return (
    <Group mih={36}>
      {isFetchingNextPage ? (
        <Loader size="sm" />
      ) : (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {TEXTS.showMore}
        </Button>
      )}
    </Group>
  );
}
