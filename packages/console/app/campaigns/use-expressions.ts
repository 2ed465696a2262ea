/** Asks the server about expressions as one types: after a pause, and one question at a time. */
import type { CheckedExpressions } from '@outdial/client';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../data/api.js';

/** ms without a key after which the server is asked. */
const PAUSE_MS = 350;

/** What is asked. An empty text: none. */
export interface Expressions {
  readonly lists: readonly string[];
  readonly filter: string;
  readonly score: string;
  /** Codes of the campaign. */
  readonly dispositions: readonly string[];
}

/** What the server says of expressions. */
export interface ExpressionsChecked {
  /** The expressions that `data` is about. */
  readonly of: Expressions;
  readonly data: CheckedExpressions | undefined;
  readonly error: Error | null;
  /** Newer ones are being read. */
  readonly isBehind: boolean;
}

interface Answered {
  readonly of: Expressions;
  readonly data: CheckedExpressions;
}

/** The newest answer about expressions that change while one types. */
export function useExpressions({ lists, filter, score, dispositions }: Expressions): ExpressionsChecked {
  // One text a question, so that the same question is known again.
  const typed = JSON.stringify({ lists, filter: filter.trim(), score: score.trim(), dispositions });
  const [settled] = useDebouncedValue(typed, PAUSE_MS);
  const [asked, setAsked] = useState(typed);
  const query = useQuery({
    queryKey: ['lead-expressions', asked],
    queryFn: () => ask(JSON.parse(asked) as Expressions),
    placeholderData: keepPreviousData,
  });
  // A long list takes seconds to count: the next question waits for the answer to the last one.
  useEffect(() => {
    if (!query.isFetching) setAsked(settled);
  }, [settled, query.isFetching]);
  return {
    of: query.data?.of ?? { lists, filter, score, dispositions },
    data: query.data?.data,
    error: query.error,
    isBehind: query.isFetching || asked !== typed,
  };
}

async function ask(of: Expressions): Promise<Answered> {
  const body = {
    lists: [...of.lists],
    filter: of.filter || null,
    score: of.score || null,
    dispositions: [...of.dispositions],
  };
  return { of, data: await answerOf(api.POST('/api/v1/lead-expressions/check', { body })) };
}
