/** What stands in place of a screen whose drawing failed: the others go on. */
import { Alert, Button, Stack, Text } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { TEXTS, fill } from '../texts.js';

interface Props {
  readonly children: ReactNode;
}

/** Draws its children; where that fails, says so, and draws them anew on request. */
export class Crashed extends Component<Props, { readonly text: string | null }> {
  static getDerivedStateFromError(error: unknown): { readonly text: string } {
    return { text: error instanceof Error ? error.message : String(error) };
  }

  override state: { readonly text: string | null } = { text: null };

  override render(): ReactNode {
    const { text } = this.state;
    if (text === null) return this.props.children;
    return (
      <Alert color="red" role="alert" title={TEXTS.crashed.title}>
        <Stack align="flex-start" gap="sm">
          <Text size="sm">{TEXTS.crashed.about}</Text>
          <Text size="sm">{fill(TEXTS.fault, { text })}</Text>
          <Button variant="default" size="sm" onClick={() => this.setState({ text: null })}>
            {TEXTS.retry}
          </Button>
        </Stack>
      </Alert>
    );
  }
}
