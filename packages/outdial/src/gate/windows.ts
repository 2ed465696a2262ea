/** Calling windows by place: a hint for the order of dialing, asked from the law. */
import type { CampaignFacts, Compliance, Decision } from '@outdial/compliance';
import type { CallingWindow, Place, WindowOf } from '@outdial/store';
import { getExampleNumber, type CountryCode } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';

/** What the calling windows are asked with. */
export interface WindowSettings {
  readonly compliance: Pick<Compliance, 'evaluate'>;
  readonly campaign: CampaignFacts;
  /** ms before the close from which the place counts as closed. */
  readonly closingMarginMs: number;
}

const MINUTE = 60_000;
const STEP_MS = 15 * MINUTE;
const HORIZON_MS = 24 * 60 * MINUTE;

/**
 * Calling windows by place, found by asking the law about an invented person there: a refusal that
 * ends by waiting is one of the hour. No consent is assumed, so where consent lifts the hours, people who
 * gave it are not called outside them either. An answer holds until it changes, so each place is asked a few
 * times a day.
 */
export function createWindows(settings: WindowSettings): WindowOf {
  const known = new Map<
    string,
    { readonly window: CallingWindow; readonly from: number; readonly until: number }
  >();
  return (place, at) => {
    const key = `${place.country} ${place.region ?? ''} ${place.timeZone ?? ''} ${place.areaCode ?? ''}`;
    const before = known.get(key);
    if (before && at >= before.from && at < before.until) return before.window;
    const window = askWindow(settings, place, at);
    known.set(key, { window, from: at, until: window.changesAt ?? at + HORIZON_MS });
    return window;
  };
}

function askWindow(settings: WindowSettings, place: Place, at: number): CallingWindow {
  const opensAt = opening(settings, place, at);
  if (opensAt === at) return { open: true, changesAt: closing(settings, place, at) };
  return { open: false, changesAt: opensAt };
}

/** The first instant at which the hour no longer refuses; null when it never will. */
function opening(settings: WindowSettings, place: Place, at: number): number | null {
  const hours = [at, at + settings.closingMarginMs].flatMap((instant) =>
    hourRefusals(settings, place, instant),
  );
  return hours.length === 0 ? at : Math.max(...hours);
}

/** Instants at which the refusals that end by waiting have ended. */
function hourRefusals(settings: WindowSettings, place: Place, at: number): number[] {
  const { refusals } = askLaw(settings, place, at);
  return refusals.flatMap(({ nextAllowedAt }) => (nextAllowedAt === null ? [] : [nextAllowedAt]));
}

/** The law's answer for an invented person at the place. */
function askLaw(settings: WindowSettings, place: Place, at: number): Decision {
  const lead = {
    phone: exampleNumber(place),
    country: place.country,
    region: place.region,
    timeZone: place.timeZone,
    lineType: 'landline' as const,
  };
  return settings.compliance.evaluate({ at, lead, campaign: settings.campaign, history: [] });
}

/** The zones of a place, as the law sees a number there. IANA names; none where the place is not known. */
export function zonesOfPlace(settings: WindowSettings, place: Place, at: number): readonly string[] {
  return askLaw(settings, place, at).timeZones;
}

/** When an open place closes, to the minute; null when it does not within a day. */
function closing(settings: WindowSettings, place: Place, at: number): number | null {
  const isOpen = (instant: number): boolean => opening(settings, place, instant) === instant;
  for (let later = at + STEP_MS; later <= at + HORIZON_MS; later += STEP_MS) {
    if (isOpen(later)) continue;
    let [open, closed] = [later - STEP_MS, later];
    while (closed - open > MINUTE) {
      const middle = Math.floor((open + closed) / 2);
      if (isOpen(middle)) open = middle;
      else closed = middle;
    }
    return closed;
  }
  return null;
}

/** A number at that place: of its area code, else one without geography, so that only the place decides. */
function exampleNumber(place: Place): string {
  if (place.areaCode !== undefined) return `+1${place.areaCode}5550100`;
  if (place.country === 'US' || place.country === 'CA') return '+18005550100';
  return getExampleNumber(place.country as CountryCode, examples)?.number ?? '+18005550100';
}
