/** Whether the audit trail holds, checked on request. */
import { Alert, Button, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { answerOf, api } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { Fault } from '../widgets/fault.js';

const { trail: SAY } = TEXTS.compliance;

/** The check of the trail. */
export function Trail() {
  const verify = useMutation({ mutationFn: () => answerOf(api.POST('/api/v1/audit/verify')) });
  const { data } = verify;
  return (
    <Paper withBorder p="md" radius="lg" component="section">
      <Stack gap="sm" align="flex-start">
        <Title order={2} size="h5">
          {SAY.title}
        </Title>
        <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
          {SAY.verify}
        </Button>
        <Fault error={verify.error} />
        {data && (
          <Alert color={data.holds ? 'green' : 'red'} data-testid="trail" w="100%">
            {data.holds
              ? fill(SAY.holds, { entries: data.entries, decisions: data.decisions, records: data.records })
              : SAY.broken}
            {[...data.breaks, ...data.notChecked].map((line) => (
              <Text key={line} size="xs">
                {line}
              </Text>
            ))}
          </Alert>
        )}
      </Stack>
    </Paper>
  );
}
