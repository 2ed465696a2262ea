/** When the telephone runs: from the first look at the desk, or while the person is in a campaign. */
import type { Desk, Session } from '@outdial/client';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useDocument } from '../data/live.js';
import { telephone } from './telephone.js';

/** Runs the telephone of a person who has it in the browser; it ends with their session. */
export function useTelephoneOf({ accountId, telephone: isInBrowser }: Session): void {
  const [path] = useLocation();
  const isNeeded = useDocument<Desk>(`desk/${accountId}`) !== undefined || path.startsWith('/desk');
  useEffect(() => {
    telephone.isInBrowser = isInBrowser;
    if (isNeeded) telephone.start();
  }, [isInBrowser, isNeeded]);
  useEffect(() => () => telephone.stop(), [accountId]);
}
