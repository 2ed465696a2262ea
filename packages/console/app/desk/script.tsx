/** What the agent says: a page of the script, and where it goes on. */
import type { Desk } from '@outdial/client';
import { ActionIcon, Group, Mark, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft } from '../widgets/icons.js';
import { TEXTS } from '../texts.js';
import { phone } from '../widgets/format.js';
import { KeyButton } from './key-button.js';
import { SCRIPT_KEYS } from './keys.js';
import { fillScript } from './script-text.js';
import type { ScriptPlace } from './use-script.js';

/** The page on which the agent is. */
export function Script({
  place,
  lead,
}: {
  readonly place: ScriptPlace;
  readonly lead: NonNullable<Desk['lead']>;
}) {
  const { page, values, choose, back } = place;
  const pieces = fillScript(page.text.trim(), { ...values, phone: phone(lead.phone) }, lead.fields);
  return (
    <Paper component="section" aria-label={TEXTS.desk.script.title} p="md" radius="md" className="script">
      <Stack gap="sm">
        {(page.title !== null || back) && (
          <Group gap="xs" wrap="nowrap">
            {back && (
              <ActionIcon variant="subtle" aria-label={TEXTS.desk.script.back} onClick={back}>
                <IconArrowLeft size={18} />
              </ActionIcon>
            )}
            <Title order={3} size="h5">
              {page.title ?? TEXTS.desk.script.title}
            </Title>
          </Group>
        )}
        <Text size="lg" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }} aria-live="polite">
          {pieces.map(({ text, kind }, index) => {
            if (kind === 'plain') return text;
            const name = `${index}-${text}`;
            return kind === 'filled' ? <b key={name}>{text}</b> : <Mark key={name}>[{text}]</Mark>;
          })}
        </Text>
        {page.choices.length > 0 && (
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing={6} verticalSpacing={6}>
            {page.choices.map(({ label }, index) => (
              <KeyButton
                key={label}
                keyName={SCRIPT_KEYS[index] ?? ''}
                action={choose[index]}
                variant="light"
                size="sm"
              >
                {label}
              </KeyButton>
            ))}
          </SimpleGrid>
        )}
      </Stack>
    </Paper>
  );
}
