/** Sends telephone keys to the customer's side. */
import { Button, Modal, SimpleGrid, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS } from '../texts.js';
import { useKeys } from './keys.js';

const { digits: SAY } = TEXTS.desk;
const KEYS = [...'123456789*0#'];

/** The keypad. What is pressed goes out at once, on the screen or on the keyboard. */
export function Digits({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const [sent, setSent] = useState('');
  useEffect(() => setSent(''), [isOpen]);
  const press = async (key: string): Promise<void> => {
    if (await give(api.POST('/api/v1/desk/digits', { body: { digits: key } })))
      setSent((before) => `${before}${key}`);
  };
  useKeys(isOpen, ({ key }) => {
    if (KEYS.includes(key)) void press(key);
  });
  return (
    <Modal opened={isOpen} onClose={close} title={SAY.title} size="xs" centered>
      <Stack>
        <Text size="sm" c="dimmed">
          {SAY.about}
        </Text>
        <Text aria-live="polite" ff="monospace" data-testid="digits-sent">
          {SAY.sent}: {sent === '' ? SAY.none : sent}
        </Text>
        <SimpleGrid cols={3} spacing="xs" verticalSpacing="xs">
          {KEYS.map((key) => (
            <Button key={key} variant="default" size="lg" onClick={() => void press(key)}>
              {key}
            </Button>
          ))}
        </SimpleGrid>
      </Stack>
    </Modal>
  );
}
