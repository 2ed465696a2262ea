/** The names of the agents, which the stream does not carry: it has the ids by which they log in. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from './api.js';

/** An agent by id and name. */
export interface NamedAgent {
  readonly agentId: string;
  readonly name: string;
}

/** Who takes calls; undefined until it is known, and for those who may not ask. */
export function useNamedAgents(mayAsk: boolean): readonly NamedAgent[] | undefined {
  const { data } = useQuery({
    queryKey: ['callbacks', 'agents'],
    queryFn: () => answerOf(api.GET('/api/v1/callbacks/agents')),
    enabled: mayAsk,
    // A new colleague is on the board before anybody opens it again.
    refetchInterval: 60_000,
  });
  return data;
}
