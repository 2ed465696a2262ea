/** The conversation: what the customer hears, and the agent's orders about it. */
import type { Desk } from '@outdial/client';
import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { TEXTS, fill } from '../texts.js';
import { Since } from '../widgets/since.js';
import { useColleagues } from './colleagues.js';
import type { ConversationActions } from './conversation-actions.js';
import { KeyButton } from './key-button.js';
import { Recording } from './recording.js';

const { conversation: SAY } = TEXTS.desk;

type Conversation = NonNullable<Desk['conversation']>;

/** The panel of the conversation; parked customers stand in it, too. */
export function ConversationPanel({
  desk,
  actions,
}: {
  readonly desk: Desk;
  readonly actions: ConversationActions;
}) {
  const { conversation, parked } = desk;
  if (conversation === null && parked.length === 0) return null;
  return (
    <Paper withBorder p="md" radius="lg" data-testid="conversation" data-stage={conversation?.stage}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {SAY.title}
        </Title>
        {conversation && <Hears conversation={conversation} />}
        {conversation?.trouble != null && (
          <Alert color="orange" role="alert" p="xs">
            <Text size="sm">{conversation.trouble}</Text>
          </Alert>
        )}
        {conversation && <Recording conversation={conversation} />}
        {conversation?.part === 'owner' && <OwnersButtons conversation={conversation} actions={actions} />}
        {conversation === null && (
          <>
            <Text size="sm">{fill(SAY.parked, { count: parked.length })}</Text>
            <KeyButton keyName="k" action={actions.park} variant="default">
              {SAY.unpark}
            </KeyButton>
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Hears({ conversation }: { readonly conversation: Conversation }) {
  const { stage, part, muted, musicSince, ownerId, thirdId, thirdNumber } = conversation;
  const otherId = part === 'owner' ? thirdId : ownerId;
  const colleagues = useColleagues(otherId !== null);
  const number = thirdNumber && (thirdNumber.name ?? TEXTS.desk.colleague.aNumber);
  const agent = colleagues?.find(({ agentId }) => agentId === otherId)?.name ?? otherId;
  const name = number ?? agent ?? '';
  return (
    <div aria-live="polite">
      <Text size="sm" fw={600} data-testid="hears">
        {musicSince === null
          ? fill(stage === 'conference' ? SAY.hearsBoth : SAY.hearsYou, { name })
          : SAY.hearsMusic}
        {musicSince !== null && (
          <>
            {' '}
            <Since from={musicSince} aria-live="off" size="sm" fw={600} />
          </>
        )}
      </Text>
      {part === 'third' && <Text size="sm">{fill(SAY.asked, { name })}</Text>}
      {part === 'owner' && stage === 'reaching' && <Text size="sm">{SAY.reaching}</Text>}
      {part === 'owner' && stage === 'consulting' && <Text size="sm">{fill(SAY.consulting, { name })}</Text>}
      {muted && (
        <Text size="sm" fw={600} c="orange">
          {part === 'owner' ? SAY.muted : fill(SAY.otherMuted, { name })}
        </Text>
      )}
    </div>
  );
}

function OwnersButtons({
  conversation: { stage, muted },
  actions,
}: {
  readonly conversation: Conversation;
  readonly actions: ConversationActions;
}) {
  const isAlone = stage === 'talking' || stage === 'held';
  return (
    <>
      {isAlone && (
        <KeyButton keyName="l" action={actions.hold} variant={stage === 'held' ? 'filled' : 'default'}>
          {stage === 'held' ? SAY.resume : SAY.hold}
        </KeyButton>
      )}
      <KeyButton keyName="m" action={actions.mute} variant={muted ? 'filled' : 'default'}>
        {muted ? SAY.unmute : SAY.mute}
      </KeyButton>
      {isAlone ? (
        <>
          <KeyButton keyName="x" action={actions.colleague} variant="default">
            {SAY.colleague}
          </KeyButton>
          <KeyButton keyName="k" action={actions.park} variant="default">
            {SAY.park}
          </KeyButton>
          <KeyButton keyName="d" action={actions.digits} variant="default">
            {TEXTS.desk.digits.open}
          </KeyButton>
        </>
      ) : (
        <>
          <KeyButton keyName="g" action={actions.handOver}>
            {stage === 'conference' ? SAY.leave : SAY.complete}
          </KeyButton>
          <KeyButton keyName="j" action={actions.together} variant="default">
            {SAY.together}
          </KeyButton>
          <KeyButton keyName="b" action={actions.back} variant="default">
            {SAY.back}
          </KeyButton>
        </>
      )}
    </>
  );
}
