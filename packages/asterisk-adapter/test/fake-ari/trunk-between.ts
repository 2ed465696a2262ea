/** The trunk between two fake servers: a leg that one places arrives at the other as a call that comes in. */
import type { FakeAri } from './fake-ari.js';

/** The calls between the servers, by the placing one's channel and the called one's. */
interface Pair {
  readonly near: string;
  readonly far: string;
}

let serial = 0;

/** Calls of `near` to `PJSIP/<number>@<name>` arrive at `far`. Both ends answer and end together. */
export function connectFakes(near: FakeAri, far: FakeAri, name: string): void {
  const pairs: Pair[] = [];
  const usual = near.scripts.get('channels.originate');
  near.scripts.set('channels.originate', (request) => {
    const number = new RegExp(`^PJSIP/(\\d+)@${name}$`).exec(String(request.parameters['endpoint']))?.[1];
    if (number === undefined) return usual?.(request);
    serial += 1;
    const pair = { near: String(request.parameters['channelId']), far: `1780000000.${String(serial)}` };
    pairs.push(pair);
    setTimeout(() => far.callIn(pair.far, { from: '', to: number }), 5);
    return undefined;
  });
  const answered = far.scripts.get('channels.answer');
  far.scripts.set('channels.answer', (request) => {
    const pair = pairs.find((each) => each.far === request.parameters['channelId']);
    if (pair) setTimeout(() => near.channels.has(pair.near) && near.answer(pair.near, ['agent']), 5);
    return answered?.(request);
  });
  follow(near, far, (id) => pairs.find((pair) => pair.near === id)?.far);
  follow(far, near, (id) => pairs.find((pair) => pair.far === id)?.near);
}

/** What ends on one server ends on the other. */
function follow(one: FakeAri, other: FakeAri, partnerOf: (id: string) => string | undefined): void {
  one.onEnd.push((id) => {
    const partner = partnerOf(id);
    if (partner === undefined) return;
    setTimeout(() => other.channels.has(partner) && other.end(partner, 16), 5);
  });
}
