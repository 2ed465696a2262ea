/** Reads which other agents work for the campaign, and which numbers may be called for a customer. */
import type { Colleague, DeskDirectory } from '@outdial/client';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';

const AGAIN_AFTER_MS = 2_000;

/** The telephone numbers that one may call for a customer; undefined: not known yet. */
export function useDirectory(isShown: boolean): DeskDirectory | undefined {
  const { data } = useQuery({
    queryKey: ['desk', 'directory'],
    queryFn: () => answerOf(api.GET('/api/v1/desk/directory')),
    enabled: isShown,
  });
  return data;
}

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
