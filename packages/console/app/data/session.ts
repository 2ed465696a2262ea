/** Who is logged in. */
import type { Session } from '@outdial/client';
import { QueryClient, useQuery, useQueryClient, type QueryClientConfig } from '@tanstack/react-query';
import { setCodeWords } from '../widgets/format.js';
import { setAgencyZone } from '../widgets/zone.js';
import { api, hearNotLoggedIn, isNotLoggedIn, sessionAnswerOf } from './api.js';

const KEY = ['session'];
/** The session before this one, where it ended by itself. */
const LAST = ['session-before'];

/** Keeps the answers of the server. One that says that nobody is logged in has the session asked for. */
export function createQueries(options: QueryClientConfig): QueryClient {
  const queries = new QueryClient(options);
  hearNotLoggedIn(() => void queries.invalidateQueries({ queryKey: KEY }));
  return queries;
}

/**
 * The session: undefined while it is asked for, null when nobody is logged in. `last`: who was logged in
 * before the session ended by itself; undefined: nobody was, or they logged out.
 */
export function useSession(): {
  readonly session: Session | null | undefined;
  readonly last: Session | undefined;
  readonly isAway: boolean;
} {
  const queries = useQueryClient();
  const { data, isError } = useQuery({
    queryKey: KEY,
    queryFn: async () => {
      try {
        const session = withZone(await sessionAnswerOf(api.GET('/api/v1/session')));
        queries.setQueryData(LAST, session);
        return session;
      } catch (error) {
        if (isNotLoggedIn(error)) return null;
        throw error;
      }
    },
    retry: true,
    retryDelay: 1_000,
    staleTime: Infinity,
  });
  return { session: data, last: queries.getQueryData<Session>(LAST), isAway: isError };
}

/** The session; times are told in its zone, and codes in its words, from now on. */
function withZone(session: Session): Session {
  setAgencyZone(session.timeZone);
  setCodeWords(session.words);
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
      else queries.setQueryData(LAST, session);
      queries.setQueryData(KEY, session && withZone(session));
      // What was asked for while nobody was logged in was refused.
      const wasRefused = ({ state }: { readonly state: { readonly status: string } }) =>
        state.status === 'error';
      void queries.refetchQueries({ predicate: wasRefused });
    },
    askAgain: () => void queries.invalidateQueries({ queryKey: KEY }),
  };
}
