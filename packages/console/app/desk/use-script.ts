/** The script of the campaign, and the page on which the agent is with the person. */
import type { Desk, Script } from '@outdial/client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';

type Page = Script['pages'][number];

/** Where the agent is in the script. */
export interface ScriptPlace {
  readonly page: Page;
  readonly values: Script['values'];
  /** Goes on, for each choice of the page. */
  readonly choose: readonly (() => void)[];
  /** Goes to the page before; undefined: this is the first one. */
  readonly back: (() => void) | undefined;
}

/** It may be changed while the campaign runs. */
const READ_EVERY_MS = 60_000;

/** The pages that the agent has gone through with one person. */
interface Way {
  readonly leadId: string;
  readonly pages: readonly string[];
}

/** The place in the script; null without a person or a script. It begins anew with the next person. */
export function useScript({ campaignId, lead }: Desk): ScriptPlace | null {
  const { data: script } = useQuery({
    queryKey: ['desk', 'script', campaignId],
    queryFn: () => answerOf(api.GET('/api/v1/desk/script')),
    refetchInterval: READ_EVERY_MS,
  });
  const [way, setWay] = useState<Way | null>(null);
  if (!script || !lead) return null;
  const gone = way?.leadId === lead.leadId ? way.pages : [];
  const go = (pages: readonly string[]): void => setWay({ leadId: lead.leadId, pages });
  const page = script.pages.find(({ id }) => id === gone.at(-1)) ?? script.pages[0];
  if (!page) return null;
  return {
    page,
    values: script.values,
    choose: page.choices.map((choice) => () => go([...gone, choice.page])),
    back: gone.length > 0 ? () => go(gone.slice(0, -1)) : undefined,
  };
}
