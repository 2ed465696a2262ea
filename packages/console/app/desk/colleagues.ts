/** Reads which other agents work for the campaign. */
import type { Colleague } from '@outdial/client';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';

const AGAIN_AFTER_MS = 2_000;

/** The colleagues, asked anew while they are shown; undefined: not known yet. */
export function useColleagues(isShown: boolean): readonly Colleague[] | undefined {
  const { data } = useQuery({
    queryKey: ['desk', 'colleagues'],
    queryFn: () => answerOf(api.GET('/api/v1/desk/colleagues')),
    enabled: isShown,
    refetchInterval: AGAIN_AFTER_MS,
  });
  return data;
}
