/** The way to another server of the store: when this page's own has gone, or does not run the campaign. */
import { findNode, type FloorDocument as Floor } from '@outdial/client';

const JOIN = '#join=';
/** Who finds no server with their campaign for so long, ms, goes to any that is ready. */
const ANY_AFTER_MS = 30_000;

/** Goes to another server: the same screen, and at the desk the same campaign. */
export function goTo(address: string, campaignId: string | null): void {
  const hash = campaignId === null ? '' : `${JOIN}${encodeURIComponent(campaignId)}`;
  window.location.assign(`${address}${window.location.pathname}${hash}`);
}

/** The campaign that this page was opened for, once. */
export function takeAskedCampaign(): string | null {
  const { hash, pathname } = window.location;
  if (!hash.startsWith(JOIN)) return null;
  window.history.replaceState(null, '', pathname);
  return decodeURIComponent(hash.slice(JOIN.length));
}

/** Goes to a server that runs the campaign, where there is one. `lostMs`: for so long nothing was heard. */
export async function goElsewhere(
  floor: Floor | undefined,
  { campaignId, lostMs }: { readonly campaignId: string | null; readonly lostMs: number },
): Promise<void> {
  // The first is the server that has gone.
  const nodes = (floor?.nodes ?? []).slice(1).filter(({ leaving }) => !leaving);
  const found = await findNode({ nodes, campaignId: lostMs > ANY_AFTER_MS ? null : campaignId });
  if (found !== null) goTo(found, campaignId);
}
