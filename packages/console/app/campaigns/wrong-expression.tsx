/** An expression with a mark where it is wrong, and what may stand there. */
import type { CheckedExpressions } from '@outdial/client';
import { Alert, Badge, Code, Group, Mark, Text } from '@mantine/core';
import { TEXTS, fill } from '../texts.js';

const { choice: SAY } = TEXTS.campaigns;

/** What is wrong, at its place. */
export function WrongExpression({
  text,
  problem,
  isDoubt = false,
}: {
  readonly text: string;
  readonly problem: NonNullable<CheckedExpressions['filter']>;
  /** The expression can be used all the same. */
  readonly isDoubt?: boolean;
}) {
  const { position, length, what, allowed } = problem;
  const [from, to] = [position - 1, position - 1 + length];
  return (
    <Alert color={isDoubt ? 'yellow' : 'red'} p="xs" data-testid="wrong-expression">
      <Text size="sm">{fill(SAY.wrong, { position, what })}</Text>
      <Code block style={{ whiteSpace: 'pre-wrap' }}>
        {text.slice(0, from)}
        <Mark color={isDoubt ? 'yellow' : 'red'}>{text.slice(from, to) || '␣'}</Mark>
        {text.slice(to)}
      </Code>
      {allowed.length > 0 && (
        <Group gap={6} mt="xs">
          <Text size="sm">{SAY.allowed}</Text>
          {allowed.map((word) => (
            <Badge key={word} variant="default" radius="sm">
              {word}
            </Badge>
          ))}
        </Group>
      )}
    </Alert>
  );
}
