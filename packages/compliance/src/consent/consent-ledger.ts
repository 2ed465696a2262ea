/** Consent as an append-only list of grants and revocations, and the consent in force at an instant. Pure. */
import type { Consent, Purpose } from '../contract.js';
import { defined } from '../defined.js';
import { ComplianceInputError } from '../errors.js';

interface LedgerEventBase {
  /** E.164. */
  readonly phone: string;
  /** Epoch ms at which it happened. */
  readonly at: number;
  /** Where the proof is kept: recording, form, message. */
  readonly evidence: string;
}

/** Consent given. */
export interface ConsentGrant extends LedgerEventBase {
  readonly kind: 'grant';
  readonly type: 'written' | 'express';
  readonly scope?: readonly Purpose[] | undefined;
  readonly sellers?: readonly string[] | undefined;
}

/** A revocation of consent, by any means. */
export interface ConsentRevocation extends LedgerEventBase {
  readonly kind: 'revocation';
  readonly means: 'key-press' | 'agent' | 'voicemail' | 'e-mail' | 'web' | 'text' | 'letter' | 'other';
  /** Purposes it reaches; absent: all. */
  readonly scope?: readonly Purpose[] | undefined;
}

/** An event of the ledger. */
export type ConsentEvent = ConsentGrant | ConsentRevocation;

/** Consent events by number. Opt-outs take effect at their instant. */
export class ConsentLedger {
  readonly #byPhone = new Map<string, ConsentEvent[]>();

  constructor(events: Iterable<ConsentEvent> = []) {
    for (const event of events) this.append(event);
  }

  /**
   * Records an event; order of arrival does not matter. @throws ComplianceInputError for an event without
   * evidence or instant, of an unknown kind, or without a number
   */
  append(event: ConsentEvent): void {
    if (!Number.isFinite(event.at)) throw new ComplianceInputError('event.at', 'must be epoch milliseconds');
    // An event of an unknown kind would be overlooked, and with it a revocation.
    if (event.kind !== 'grant' && event.kind !== 'revocation')
      throw new ComplianceInputError('event.kind', 'must be grant or revocation');
    if (event.kind === 'grant' && event.type !== 'written' && event.type !== 'express')
      throw new ComplianceInputError('event.type', 'must be written or express');
    if (typeof event.phone !== 'string' || !event.phone.startsWith('+'))
      throw new ComplianceInputError('event.phone', 'must be an E.164 text such as +12025550100');
    if (typeof event.evidence !== 'string' || event.evidence === '')
      throw new ComplianceInputError('event.evidence', 'must say where the proof lies');
    const events = this.#byPhone.get(event.phone) ?? [];
    // Of the same instant revocations come last, in whatever order they arrive: they take effect.
    const isAfter = ({ at, kind }: ConsentEvent): boolean =>
      at > event.at || (at === event.at && kind === 'revocation' && event.kind === 'grant');
    let index = events.length;
    while (index > 0 && isAfter(events[index - 1] as ConsentEvent)) index -= 1;
    events.splice(index, 0, event);
    this.#byPhone.set(event.phone, events);
  }

  /** Every event of a number in order of time. */
  eventsOf(phone: string): readonly ConsentEvent[] {
    return this.#byPhone.get(phone) ?? [];
  }

  /**
   * The consent for a request: of the grants at or before the instant, the one that covers purpose and seller
   * best, with the revocation that followed it. A grant after a revocation counts again. Undefined where no
   * consent was given.
   */
  consentAt(
    phone: string,
    at: number,
    call: { readonly purpose: Purpose; readonly seller?: string | undefined },
  ): Consent | undefined {
    const events = this.eventsOf(phone).filter((event) => event.at <= at);
    const grants = events.flatMap((event, index) => (event.kind === 'grant' ? [{ event, index }] : []));
    const candidates = grants.map(({ event, index }) =>
      toConsent(event, events.slice(index + 1), call.purpose),
    );
    const rank = (consent: Consent): number =>
      (isInForce(consent, call.purpose) ? 8 : 0) +
      (covers(consent, call) ? 4 : 0) +
      (consent.type === 'written' ? 2 : 0);
    let best: Consent | undefined;
    for (const consent of candidates) if (!best || rank(consent) >= rank(best)) best = consent;
    return best;
  }

  /** True where consent covers the call at the instant. */
  isCovered(
    phone: string,
    at: number,
    call: {
      readonly purpose: Purpose;
      readonly seller?: string | undefined;
      readonly level: 'express' | 'written';
    },
  ): boolean {
    const consent = this.consentAt(phone, at, call);
    if (!consent || !isInForce(consent, call.purpose) || !covers(consent, call)) return false;
    return call.level === 'express' || consent.type === 'written';
  }
}

function toConsent(grant: ConsentGrant, later: readonly ConsentEvent[], purpose: Purpose): Consent {
  const revocations = later.filter((event) => event.kind === 'revocation');
  const reaching =
    revocations.find((event) => event.scope === undefined || event.scope.includes(purpose)) ?? revocations[0];
  return defined({
    type: grant.type,
    at: grant.at,
    scope: grant.scope,
    sellers: grant.sellers,
    revokedAt: reaching?.at,
    scopeRevoked: reaching?.scope,
  });
}

function isInForce(consent: Consent, purpose: Purpose): boolean {
  return (
    consent.revokedAt === undefined ||
    (consent.scopeRevoked !== undefined && !consent.scopeRevoked.includes(purpose))
  );
}

function covers(
  consent: Consent,
  call: { readonly purpose: Purpose; readonly seller?: string | undefined },
): boolean {
  if (consent.scope !== undefined && !consent.scope.includes(call.purpose)) return false;
  return call.seller === undefined || consent.sellers === undefined || consent.sellers.includes(call.seller);
}
