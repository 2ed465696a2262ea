/** A form that sends one request. */
import { Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { problemOf } from '../data/api.js';
import { Fault } from './fault.js';

/**
 * A form that sends a request. `fields`: those that show by themselves what the server finds wrong with them
 * (`problemOf`); what is wrong otherwise stands above the form. `isReady` false: nothing is sent.
 */
export function RequestForm({
  request,
  fields,
  isReady = true,
  children,
}: {
  readonly request: { readonly mutate: () => void; readonly error: unknown };
  readonly fields: readonly string[];
  readonly isReady?: boolean;
  readonly children: ReactNode;
}) {
  const { error } = request;
  const isShown = fields.some((field) => problemOf(error, field) !== undefined);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) request.mutate();
      }}
    >
      <Stack>
        {!isShown && <Fault error={error} />}
        {children}
      </Stack>
    </form>
  );
}
