export const LISTED_NUMBER: string;
export function messyLines(rows: number): Generator<string>;
export function truthOf(rows: number): {
  readonly rows: number;
  readonly good: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly listed: number;
};
