/** The heap of booked events under the virtual clock. */
/** Something that will happen. */
export interface QueuedEvent {
  readonly at: number;
  /** Smaller runs first among events of one instant. */
  readonly priority: number;
  /** Order of queueing: decides among the rest, so that a run is reproducible. */
  readonly sequence: number;
  readonly action: () => void;
  cancelled: boolean;
}

/** A binary heap of events by (time, priority, sequence). */
export class EventHeap {
  readonly #items: QueuedEvent[] = [];

  get size(): number {
    return this.#items.length;
  }

  peek(): QueuedEvent | undefined {
    return this.#items[0];
  }

  push(event: QueuedEvent): void {
    const items = this.#items;
    let index = items.length;
    items.push(event);
    while (index > 0) {
      const parent = (index - 1) >> 1;
      const above = items[parent];
      if (!above || !runsBefore(event, above)) break;
      items[index] = above;
      index = parent;
    }
    items[index] = event;
  }

  pop(): QueuedEvent | undefined {
    const items = this.#items;
    const first = items[0];
    const last = items.pop();
    if (last && items.length > 0) this.#sink(last);
    return first;
  }

  /** Puts `event` at the top and lets it sink to its place. */
  #sink(event: QueuedEvent): void {
    const items = this.#items;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      let below = items[child];
      if (!below) break;
      const right = items[child + 1];
      if (right && runsBefore(right, below)) {
        child += 1;
        below = right;
      }
      if (!runsBefore(below, event)) break;
      items[index] = below;
      index = child;
    }
    items[index] = event;
  }
}

function runsBefore(one: QueuedEvent, other: QueuedEvent): boolean {
  if (one.at !== other.at) return one.at < other.at;
  if (one.priority !== other.priority) return one.priority < other.priority;
  return one.sequence < other.sequence;
}
