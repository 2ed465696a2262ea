/** Faults of a kill run: which part is killed when, drawn from a seed, and how it comes back. */
import { setTimeout as pause } from 'node:timers/promises';
import { ensureLab, lab } from '../../../../lab/index.mjs';
import type { NodeProcess } from './node-process.js';

/** What can break. */
export const FAULTS = [
  'node killed',
  'node and its machine lost',
  'node frozen',
  'node drained',
  'Asterisk killed',
  'database killed',
  'database stopped',
] as const;
export type FaultKind = (typeof FAULTS)[number];

/** How often each is drawn, in the order of {@link FAULTS}. */
const WEIGHTS: Readonly<Record<FaultKind, number>> = {
  'node killed': 4,
  'node and its machine lost': 3,
  'node frozen': 2,
  'node drained': 2,
  'Asterisk killed': 2,
  'database killed': 2,
  'database stopped': 1,
};

const SIGNALS: Readonly<Partial<Record<FaultKind, NodeJS.Signals>>> = {
  'node killed': 'SIGKILL',
  'node and its machine lost': 'SIGKILL',
  'node frozen': 'SIGSTOP',
  'node drained': 'SIGTERM',
};

/** A fault that happened. */
export interface Fault {
  readonly kind: FaultKind;
  /** Name of the node, instance of the lab, or ''. */
  readonly subject: string;
  /** Campaigns that the node ran. */
  readonly campaigns: readonly string[];
  /** Epoch ms. */
  at: number;
  /** Null: it is not healed yet. */
  healedAt: number | null;
}

/** What a kill run may break. */
export interface FaultParts {
  readonly nodes: readonly NodeProcess[];
  /** Instances of the lab with an Asterisk. */
  readonly instances: readonly number[];
  /** Makes the leases of a node look like those of a machine of which nothing is known here. */
  readonly hideMachineOf: (node: string) => Promise<void>;
  /** 0 to 1, seeded. */
  readonly random: () => number;
  /** Breaks what is drawn only from these. */
  readonly kinds: readonly FaultKind[];
}

/** Faults one after the other, which may overlap in their effects. */
export class Faults {
  readonly happened: Fault[] = [];
  readonly #parts: FaultParts;
  readonly #healing = new Set<Promise<void>>();
  /** What is broken now. */
  readonly #broken = new Set<string>();

  constructor(parts: FaultParts) {
    this.#parts = parts;
  }

  /** Breaks a part every 4 to 12 s for so long, and waits until everything is whole again. */
  async rage(lastsMs: number): Promise<void> {
    for (const end = Date.now() + lastsMs; Date.now() < end;) {
      await pause(this.#between(4_000, 12_000));
      await this.#breakOne();
    }
    await Promise.all(this.#healing);
    for (const node of this.#parts.nodes) await node.ready();
  }

  #between(least: number, most: number): number {
    return Math.round(least + this.#parts.random() * (most - least));
  }

  #pick<One>(from: readonly One[]): One | undefined {
    return from[Math.floor(this.#parts.random() * from.length)];
  }

  #drawKind(): FaultKind {
    const bag = this.#parts.kinds.flatMap((kind) => Array.from({ length: WEIGHTS[kind] }, () => kind));
    return this.#pick(bag) ?? 'node killed';
  }

  async #breakOne(): Promise<void> {
    const kind = this.#drawKind();
    const lastsMs = this.#between(1_000, 15_000);
    if (kind.startsWith('node')) return this.#breakNode(kind, lastsMs);
    const instances = kind === 'Asterisk killed' ? this.#parts.instances : this.#parts.instances.slice(0, 1);
    const instance = this.#pick(instances) ?? 0;
    const part = `${kind === 'Asterisk killed' ? 'asterisk' : 'mariadb'}`;
    const subject = `${part} ${instance}`;
    if (this.#broken.has(subject)) return;
    const order = kind.endsWith('stopped') ? ['down', part] : [`kill-${part}`];
    this.#note(kind, subject, [], async () => {
      await lab(order, { instance });
      await pause(lastsMs);
      await ensureLab({ [part]: true }, { instance });
    });
  }

  async #breakNode(kind: FaultKind, lastsMs: number): Promise<void> {
    const node = this.#pick(
      this.#parts.nodes.filter(({ name, url }) => url !== null && !this.#broken.has(name)),
    );
    if (!node) return;
    const campaigns = await node.running();
    this.#note(kind, node.name, campaigns, async (fault) => {
      if (kind === 'node and its machine lost') await this.#parts.hideMachineOf(node.name);
      fault.at = Date.now();
      node.signal(SIGNALS[kind] ?? 'SIGKILL');
      if (kind === 'node drained') await node.ended();
      await pause(lastsMs);
      if (kind === 'node frozen') node.signal('SIGCONT');
      else await node.ready();
    });
  }

  #note(
    kind: FaultKind,
    subject: string,
    campaigns: readonly string[],
    breakIt: (fault: Fault) => Promise<void>,
  ): void {
    const fault: Fault = { kind, subject, campaigns, at: Date.now(), healedAt: null };
    this.happened.push(fault);
    this.#broken.add(subject);
    const healing = breakIt(fault).finally(() => {
      fault.healedAt = Date.now();
      this.#broken.delete(subject);
      this.#healing.delete(healing);
    });
    this.#healing.add(healing);
    healing.catch(() => undefined);
  }
}
