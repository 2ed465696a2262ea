/**
 * The file of a do-not-call set, little-endian:
 *
 *     0  'ODNC'                     magic
 *     4  u16 version, u16 flags     version 1; flag 1: a delta (additions, then removals)
 *     8  i32 date                   day number (days since 1970-01-01) of the list
 *    12  u32 slabs                  exchanges in the index
 *    16  f64 count                  numbers in the set
 *    24  u32 removalSlabs           exchanges of removals, behind the others (deltas only)
 *    28  u16 nameLength, name       UTF-8 source, padded to 8 bytes with the header
 *        index                      f64 prefix[slabs], u32 offset[slabs], u16 count[slabs], padded to 8 bytes
 *        slabs                      see below
 *   end  u32 checksum               XXH32 of everything before
 *
 * A slab holds the last four digits of one exchange (the number without them is the prefix): as a bitset of
 * 10,000 bits (1,250 bytes), or, where that is shorter, as ascending u16 values.
 */

/** Numbers in an exchange. */
export const EXCHANGE_SIZE = 10_000;
/** Bytes of a bitset slab. */
export const BITSET_BYTES = 1250;
/** Magic, 'ODNC' read as little-endian. */
export const MAGIC = 0x434e444f;
/** Format version written and read. */
export const FORMAT_VERSION = 1;
/** Flag of a delta. */
export const FLAG_DELTA = 1;
/** Bytes before the name. */
export const HEADER_BYTES = 30;

/** A count above this is stored as bitset. */
export const SPARSE_LIMIT: number = BITSET_BYTES / 2;

/** Bytes a slab of so many numbers takes; even, so that lists stay aligned. */
export function slabBytes(count: number): number {
  return count > SPARSE_LIMIT ? BITSET_BYTES : count * 2;
}

/** Marks a line (the last four digits) in a bitset. */
export function setBit(bitset: Uint8Array, line: number): void {
  bitset[line >> 3] = (bitset[line >> 3] as number) | (1 << (line & 7));
}

/** Marks every line from `first` to `last` in a bitset. */
export function setBits(bitset: Uint8Array, first: number, last: number): void {
  const [wholeFrom, wholeTo] = [(first + 7) >> 3, (last + 1) >> 3];
  if (wholeFrom >= wholeTo) {
    for (let line = first; line <= last; line += 1) setBit(bitset, line);
    return;
  }
  for (let line = first; line < wholeFrom << 3; line += 1) setBit(bitset, line);
  bitset.fill(0xff, wholeFrom, wholeTo);
  for (let line = wholeTo << 3; line <= last; line += 1) setBit(bitset, line);
}

/** Rounds up to a multiple of eight. */
export function pad8(length: number): number {
  return Math.ceil(length / 8) * 8;
}

/** Integer key of an E.164 number, its digits read as a number; NaN where it is none. */
export function phoneKey(phone: string): number {
  const length = phone.length;
  if (length < 7 || length > 16 || phone.charCodeAt(0) !== 43) return Number.NaN;
  let key = 0;
  for (let index = 1; index < length; index += 1) {
    const digit = phone.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    key = key * 10 + digit;
  }
  return key;
}
