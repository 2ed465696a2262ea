/** The recording of the conversation: its state, and the agent's orders where the campaign allows them. */
import type { Desk } from '@outdial/client';
import { Badge, Group } from '@mantine/core';
import { api } from '../data/api.js';
import { give } from '../data/orders.js';
import { TEXTS } from '../texts.js';
import { KeyButton } from './key-button.js';

const { recording: SAY } = TEXTS.desk;

type Conversation = NonNullable<Desk['conversation']>;
type Ground = Conversation['recordingGrounds'][number];

const COLORS: Readonly<Record<Conversation['recording'], string>> = {
  on: 'red',
  asked: 'orange',
  paused: 'orange',
  off: 'gray',
};

/** Orders a state of the recording. */
export function record(state: 'on' | 'paused' | 'off', ground?: Ground): void {
  void give(api.POST('/api/v1/desk/record', { body: { state, ...(ground ? { ground } : {}) } }));
}

/** The badge and the buttons. */
export function Recording({ conversation }: { readonly conversation: Conversation }) {
  const { recording, mayRecord, recordingGrounds, part } = conversation;
  if (!mayRecord && recording === 'off') return null;
  const isOwner = part === 'owner' && mayRecord;
  return (
    <>
      <Badge color={COLORS[recording]} data-testid="recording">
        {SAY[recording]}
      </Badge>
      {isOwner && recording === 'off' && <Begin grounds={recordingGrounds} />}
      {isOwner && (recording === 'on' || recording === 'paused') && (
        <Group grow gap="xs">
          <KeyButton
            keyName="v"
            variant="default"
            action={() => record(recording === 'on' ? 'paused' : 'on')}
          >
            {recording === 'on' ? SAY.pause : SAY.resume}
          </KeyButton>
          <KeyButton keyName="" variant="default" action={() => record('off')}>
            {SAY.stop}
          </KeyButton>
        </Group>
      )}
    </>
  );
}

/** Where the law asks for a ground, the agent says which one they have. */
function Begin({ grounds }: { readonly grounds: readonly Ground[] }) {
  if (grounds.length === 0)
    return (
      <KeyButton keyName="v" variant="default" action={() => record('on')}>
        {SAY.start}
      </KeyButton>
    );
  return (
    <>
      {grounds.map((ground, index) => (
        <KeyButton
          key={ground}
          keyName={index === 0 ? 'v' : ''}
          variant="default"
          action={() => record('on', ground)}
        >
          {SAY.grounds[ground]}
        </KeyButton>
      ))}
    </>
  );
}
