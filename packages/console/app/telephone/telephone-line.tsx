/** How the telephone in the browser stands, in one line; what to do where it does not work. */
import { Alert, Button, Group, Text } from '@mantine/core';
import { IconHeadset, IconHeadsetOff } from '../widgets/icons.js';
import { TEXTS } from '../texts.js';
import { telephone, useTelephone, type TelephoneState } from './telephone.js';

const { telephone: SAY } = TEXTS.desk;

/** What a click does in each state that needs one. */
const ACTIONS: Partial<Record<TelephoneState, { readonly text: string; readonly act: () => void }>> = {
  denied: { text: TEXTS.retry, act: () => telephone.again() },
  missing: { text: TEXTS.retry, act: () => telephone.again() },
  unavailable: { text: TEXTS.retry, act: () => telephone.again() },
  elsewhere: { text: SAY.useHere, act: () => telephone.again() },
  muffled: { text: SAY.listen, act: () => telephone.listen() },
};

/** States in which the telephone works. */
const WORKS: readonly TelephoneState[] = ['starting', 'ready', 'call'];

/** The line; nothing where the telephone is not in the browser. */
export function TelephoneLine() {
  const { state, detail } = useTelephone();
  if (state === 'off') return null;
  const text = detail ?? SAY.states[state];
  if (WORKS.includes(state))
    return (
      <Group gap={6} wrap="nowrap" data-testid="telephone" data-state={state} aria-live="polite">
        <IconHeadset size={18} aria-hidden />
        <Text size="sm">{text}</Text>
      </Group>
    );
  const action = ACTIONS[state];
  return (
    <Alert
      color={state === 'lost' ? 'orange' : 'red'}
      variant="light"
      icon={<IconHeadsetOff />}
      role="alert"
      py="xs"
      data-testid="telephone"
      data-state={state}
    >
      <Text size="sm">{text}</Text>
      {action && (
        <Button size="xs" mt="xs" variant="default" onClick={action.act}>
          {action.text}
        </Button>
      )}
    </Alert>
  );
}
