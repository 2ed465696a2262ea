/**
 * The state of the floor as documents by key, numbered in the order of their changes. Readers get what
 * changed after a number, so that a client that was away catches up, and a slow one skips what is outdated.
 */
import type { Role } from '../accounts/roles.js';

/** Who may see a document. */
export interface Audience {
  readonly roles: readonly Role[];
  /** The agent whom it is about, whatever their role. */
  readonly agentId?: string;
}

/** Somebody who reads the stream. */
export interface Viewer {
  readonly accountId: string;
  readonly role: Role;
}

/** A document as a reader gets it; `text` is its JSON, 'null' once it is gone. */
export interface Change {
  readonly key: string;
  readonly seq: number;
  readonly text: string;
}

interface Document {
  readonly seq: number;
  readonly text: string;
  readonly audience: Audience;
}

/** Documents that are gone are remembered this many changes long; who was away longer begins anew. */
const GONE_KEPT = 5_000;

/** All documents of a server. */
export class Hub {
  /** Names this run of the server: sequence numbers of another run mean nothing here. */
  readonly epoch: string;
  readonly #documents = new Map<string, Document>();
  readonly #gone = new Map<string, Document>();
  readonly #listeners = new Set<(change: Change, audience: Audience) => void>();
  #seq = 0;
  /** Changes before this number may be missing from `#gone`. */
  #completeAfter = 0;

  constructor(epoch: string) {
    this.epoch = epoch;
  }

  /** Number of the last change. */
  get seq(): number {
    return this.#seq;
  }

  /** Sets a document; nothing happens where it is as it was. */
  set(key: string, value: unknown, audience: Audience): void {
    const text = JSON.stringify(value);
    if (this.#documents.get(key)?.text === text) return;
    this.#gone.delete(key);
    const document = { seq: (this.#seq += 1), text, audience };
    this.#documents.set(key, document);
    this.#tell(key, document);
  }

  /** Removes a document. */
  remove(key: string): void {
    const known = this.#documents.get(key);
    if (known === undefined) return;
    this.#documents.delete(key);
    const gone = { seq: (this.#seq += 1), text: 'null', audience: known.audience };
    this.#gone.set(key, gone);
    const [oldest] = this.#gone;
    if (this.#gone.size > GONE_KEPT && oldest !== undefined) {
      this.#gone.delete(oldest[0]);
      this.#completeAfter = Math.max(this.#completeAfter, oldest[1].seq);
    }
    this.#tell(key, gone);
  }

  /** Every document that a viewer may see. */
  snapshot(viewer: Viewer): readonly Change[] {
    return changesOf(this.#documents, viewer, 0);
  }

  /** What changed after a number; null: too much time has passed, begin with a snapshot. */
  since(viewer: Viewer, seq: number): readonly Change[] | null {
    if (seq < this.#completeAfter || seq > this.#seq) return null;
    return [...changesOf(this.#documents, viewer, seq), ...changesOf(this.#gone, viewer, seq)].sort(
      (a, b) => a.seq - b.seq,
    );
  }

  /** The newest state of a document, gone ones too. */
  newest(key: string): Change | undefined {
    const document = this.#documents.get(key) ?? this.#gone.get(key);
    return document && { key, seq: document.seq, text: document.text };
  }

  /** Tells of every change that a viewer may see; returns how to stop. */
  listen(viewer: Viewer, listener: (change: Change) => void): () => void {
    const heard = (change: Change, audience: Audience): void => {
      if (maySee(viewer, audience)) listener(change);
    };
    this.#listeners.add(heard);
    return () => this.#listeners.delete(heard);
  }

  #tell(key: string, { seq, text, audience }: Document): void {
    for (const listener of this.#listeners) listener({ key, seq, text }, audience);
  }
}

function changesOf(documents: ReadonlyMap<string, Document>, viewer: Viewer, after: number): Change[] {
  const changes: Change[] = [];
  for (const [key, { seq, text, audience }] of documents)
    if (seq > after && maySee(viewer, audience)) changes.push({ key, seq, text });
  return changes.sort((a, b) => a.seq - b.seq);
}

function maySee({ accountId, role }: Viewer, audience: Audience): boolean {
  return audience.agentId === accountId || audience.roles.includes(role);
}
