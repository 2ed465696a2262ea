/** Warns of open leads whose consents have ended or end soon. */
import { countOf } from '@outdial/core';
import { countConsentEnds, type ConsentEnds, type Store } from '@outdial/store';
import type { CampaignFile } from '../campaign-file/types.js';
import { instantText } from '../local-time/instant-in-zone.js';
import type { Finding } from './finding.js';

/** Days before an end from which new consents are asked for. */
const NOTICE_DAYS = 60;
const DAY_MS = 86_400_000;

/** The open leads of a campaign by the end of their consents, up to 60 days after `at`, epoch ms. */
export async function readConsentEnds(
  store: Store,
  { lists }: Pick<CampaignFile, 'lists'>,
  at: number,
): Promise<ConsentEnds> {
  return countConsentEnds(store, { lists: lists.map(({ id }) => id), at, until: at + NOTICE_DAYS * DAY_MS });
}

const REMEDY = "Record new ones with 'outdial consents import'; calls that need consent are refused without.";

/** A finding for leads whose consents have ended, and one for those whose consents end within 60 days. */
export async function checkConsents(
  store: Store,
  file: Pick<CampaignFile, 'lists' | 'timeZone'>,
  at: number,
): Promise<readonly Finding[]> {
  const { ended, ending, nextEnd } = await readConsentEnds(store, file, at);
  const found: Finding[] = [];
  if (ended > 0)
    found.push({
      check: 'consents',
      verdict: 'warning',
      detail: `of ${countOf(ended, 'open lead')} no consent counts any more: all have ended`,
      remedy: REMEDY,
    });
  if (nextEnd !== null)
    found.push({
      check: 'consents',
      verdict: 'warning',
      detail:
        `the last consent of ${countOf(ending, 'open lead')} ends within ${NOTICE_DAYS} days, ` +
        `the first on ${instantText(nextEnd, file.timeZone)}`,
      remedy: REMEDY,
    });
  return found;
}
