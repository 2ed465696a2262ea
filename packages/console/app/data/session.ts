/** Who is logged in. */
import type { Session } from '@outdial/client';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { setAgencyZone } from '../widgets/zone.js';
import { RequestRefused, answerOf, api } from './api.js';

const KEY = ['session'];

/** The session: undefined while it is asked for, null when nobody is logged in. */
export function useSession(): { readonly session: Session | null | undefined; readonly isAway: boolean } {
  const { data, isError } = useQuery({
    queryKey: KEY,
    queryFn: async () => {
      try {
        return withZone(await answerOf(api.GET('/api/v1/session')));
      } catch (error) {
        if (error instanceof RequestRefused && error.refusal.code === 'not-logged-in') return null;
        throw error;
      }
    },
    retry: true,
    retryDelay: 1_000,
    staleTime: Infinity,
  });
  return { session: data, isAway: isError };
}

/** The session; times are told in its zone from now on. */
function withZone(session: Session): Session {
  setAgencyZone(session.timeZone);
  return session;
}

/** Sets who is logged in, or asks the server again. */
export function useSetSession(): {
  readonly set: (session: Session | null) => void;
  readonly askAgain: () => void;
} {
  const queries = useQueryClient();
  return {
    set: (session) => {
      if (session === null) queries.clear();
      queries.setQueryData(KEY, session && withZone(session));
    },
    askAgain: () => void queries.invalidateQueries({ queryKey: KEY }),
  };
}
