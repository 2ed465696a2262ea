/** The agent's desk: state, person, history and dispositions on one screen, for the keyboard alone. */
import type { Desk as DeskDocument, Session } from '@outdial/client';
import { Grid, Stack, useMatches } from '@mantine/core';
import { useState } from 'react';
import { api } from '../data/api.js';
import { useDocument } from '../data/live.js';
import { give } from '../data/orders.js';
import { Callback } from './callback.js';
import { ChooseColleague } from './choose-colleague.js';
import { conversationActions } from './conversation-actions.js';
import { ConversationPanel } from './conversation-panel.js';
import { Digits } from './digits.js';
import { Dispositions } from './dispositions.js';
import { Join } from './join.js';
import { KeysHelp } from './keys-help.js';
import { actionOf, useDeskKeys, type DeskActions } from './keys.js';
import { NoteField, noted, useNote, writeNote } from './note.js';
import { Pause } from './pause.js';
import { Person } from './person.js';
import { Script } from './script.js';
import { StatePanel } from './state-panel.js';
import { useScript } from './use-script.js';

/** The desk of the person who is logged in. */
export default function Desk({ session }: { readonly session: Session }) {
  const desk = useDocument<DeskDocument>(`desk/${session.accountId}`);
  return desk === undefined ? <Join /> : <JoinedDesk desk={desk} />;
}

type Dialog = 'pause' | 'callback' | 'colleague' | 'digits' | 'help' | null;

function JoinedDesk({ desk }: { readonly desk: DeskDocument }) {
  const [dialog, setDialog] = useState<Dialog>(null);
  const [callbackCode, setCallbackCode] = useState('');
  const callBack = (code: string): void => {
    setCallbackCode(code);
    setDialog('callback');
  };
  const note = useNote(desk.call?.attemptId);
  const place = useScript(desk);
  const orders = actionsOf(desk, setDialog, { callBack, note: note.text });
  const actions = { ...orders, script: place?.choose ?? [] };
  useDeskKeys(desk, actions, dialog !== null);
  const close = (): void => setDialog(null);
  // On a narrow screen the person comes before the orders about them.
  const isNarrow = useMatches({ base: true, md: false });
  const conversation = <ConversationPanel desk={desk} actions={actions.conversation} />;
  return (
    <>
      <Grid gap="md">
        <Grid.Col span={{ base: 12, md: 3 }}>
          <Stack>
            <StatePanel desk={desk} actions={actions} />
            {!isNarrow && conversation}
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Person desk={desk}>{place && desk.lead && <Script place={place} lead={desk.lead} />}</Person>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 3 }}>
          <Stack>
            {isNarrow && conversation}
            <NoteField note={note} isShown={actions.note !== undefined} />
            <Dispositions desk={desk} dispose={actions.dispose} again={() => callBack(callbackCode)} />
          </Stack>
        </Grid.Col>
      </Grid>
      <Pause isOpen={dialog === 'pause'} close={close} />
      <Callback
        code={callbackCode}
        callNote={note.text}
        agentId={desk.agentId}
        refused={desk.callbackRefused}
        isOpen={dialog === 'callback'}
        close={close}
      />
      <ChooseColleague isOpen={dialog === 'colleague'} close={close} />
      <Digits isOpen={dialog === 'digits'} close={close} />
      <KeysHelp
        isOpen={dialog === 'help'}
        does={(key) => actionOf(key, desk, actions) !== undefined}
        close={close}
      />
    </>
  );
}

function actionsOf(
  desk: DeskDocument,
  open: (dialog: Dialog) => void,
  { callBack, note }: { readonly callBack: (code: string) => void; readonly note: string },
): Omit<DeskActions, 'script'> {
  const { state, next, call, preview } = desk;
  const isResting = state === 'paused' || state === 'pausing';
  const isTalking = state === 'talking';
  const isOwner = desk.conversation?.part !== 'third';
  const mayDispose = (isTalking && isOwner) || state === 'wrap-up';
  const order = (path: '/api/v1/desk/ready' | '/api/v1/desk/hang-up' | '/api/v1/desk/accept') => () =>
    void give(api.POST(path));
  return {
    ready: isResting || next !== 'ready' ? order('/api/v1/desk/ready') : undefined,
    pause: !isResting && next === 'ready' ? () => open('pause') : undefined,
    hangUp: isTalking && call ? order('/api/v1/desk/hang-up') : undefined,
    accept: preview ? order('/api/v1/desk/accept') : undefined,
    skip: preview ? () => void give(api.POST('/api/v1/desk/skip', { body: {} })) : undefined,
    conversation: conversationActions(desk, open),
    note: mayDispose ? writeNote : undefined,
    dispose: mayDispose
      ? ({ code, callsBack }) => {
          if (callsBack) callBack(code);
          else void give(api.POST('/api/v1/desk/dispose', { body: { code, ...noted(note) } }));
        }
      : undefined,
    help: () => open('help'),
  };
}
