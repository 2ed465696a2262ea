/** What went wrong with a request. */
import { Alert } from '@mantine/core';
import { textOf } from '../data/api.js';

/** The error of a request as a text; nothing while there is none. */
export function Fault({ error, title }: { readonly error: unknown; readonly title?: string }) {
  if (error === null || error === undefined) return null;
  return (
    <Alert color="red" role="alert" title={title}>
      {textOf(error)}
    </Alert>
  );
}
