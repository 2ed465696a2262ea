/** The words that say how old figures are. */
import { TEXTS, fill } from '../texts.js';
import { age } from './format.js';

/** 'Read 1 min ago'; null: nothing was read. `readAt`: epoch ms, 0: never. */
export function ageText(readAt: number, now: number): string | null {
  return readAt === 0 ? null : fill(TEXTS.age.read, { age: age(now - readAt) });
}
