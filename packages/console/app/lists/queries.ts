/** Lists and imports as the server has them. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';

/** Every list, asked anew while it is shown. */
export const useLists = () =>
  useQuery({
    queryKey: ['lists'],
    queryFn: () => answerOf(api.GET('/api/v1/lists')),
    refetchInterval: 10_000,
  });

/** The imports into a list. */
export const useImports = (listId: string) =>
  useQuery({
    queryKey: ['lists', listId, 'imports'],
    queryFn: () => answerOf(api.GET('/api/v1/lists/{listId}/imports', { params: { path: { listId } } })),
  });
