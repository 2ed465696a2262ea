/** How long something lasts, counting. */
import { Text, type TextProps } from '@mantine/core';
import { useNow } from '../data/live.js';
import { duration } from './format.js';

/** Time since an instant. */
export function Since({ from, ...text }: { readonly from: string } & TextProps) {
  const now = useNow();
  return (
    <Text component="span" ff="monospace" style={{ fontVariantNumeric: 'tabular-nums' }} {...text}>
      {duration(now - Date.parse(from))}
    </Text>
  );
}
