/** Stops all dialing of the server. */
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconHandStop } from '../widgets/icons.js';
import { useState } from 'react';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS } from '../texts.js';
import { say } from '../widgets/say.js';

const { board } = TEXTS;

/** The switch, with a reason for the record. */
export function KillSwitch({ isOn }: { readonly isOn: boolean }) {
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const close = (): void => setAsking(false);
  const turn = async (on: boolean, why: string): Promise<void> => {
    if (!(await give(api.PUT('/api/v1/kill-switch', { body: { on, reason: why } })))) return;
    close();
    setReason('');
    if (!on) say({ message: board.killSwitchOffAbout });
  };
  if (isOn)
    return (
      <Button size="xs" variant="default" onClick={() => void turn(false, board.killSwitchOff)}>
        {board.killSwitchOff}
      </Button>
    );
  return (
    <>
      <Button
        size="xs"
        color="red"
        variant="light"
        leftSection={<IconHandStop size={16} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        {board.killSwitch}
      </Button>
      <Modal opened={isAsking} onClose={close} title={board.killSwitch} centered>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void turn(true, reason);
          }}
        >
          <Stack>
            <Text>{board.killSwitchAsk}</Text>
            <TextInput
              label={board.killSwitchReason}
              required
              withAsterisk={false}
              maxLength={200}
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {TEXTS.cancel}
              </Button>
              <Button type="submit" color="red">
                {board.killSwitchOn}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
