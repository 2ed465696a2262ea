/** The form of a callback: when, by whom, and a note. */
import type { Desk } from '@outdial/client';
import { Button, Modal, Select, Stack, TextInput, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { live } from '../data/live.js';
import { give } from '../data/orders.js';
import { TEXTS, fill } from '../texts.js';
import { Foreseen } from '../widgets/foreseen.js';
import { instantOf, localText, quarterFrom, zoneName, zoneOfAgency } from '../widgets/zone.js';
import { useColleagues } from './colleagues.js';
import { noted } from './note.js';

const HOUR_MS = 3_600_000;

interface CallbackProps {
  readonly code: string;
  /** What the agent notes of the call itself. */
  readonly callNote: string;
  /** The agent of this desk. */
  readonly agentId: string;
  readonly refused: Desk['callbackRefused'];
  readonly isOpen: boolean;
  readonly close: () => void;
}

/** The form of a callback; the law is asked about the time, and the desk shows what it says. */
export function Callback({ code, callNote, agentId, refused, isOpen, close }: CallbackProps) {
  const zone = zoneOfAgency();
  const [at, setAt] = useState('');
  const [owner, setOwner] = useState('');
  const [note, setNote] = useState('');
  useEffect(() => {
    if (!isOpen) return;
    setAt(localText(proposedTime(refused), zone));
  }, [isOpen]);
  const submit = async (): Promise<void> => {
    const callback = {
      at: instantOf(at, zone),
      ...(owner === '' ? {} : { agentId: owner }),
      ...(note.trim() === '' ? {} : { note: note.trim() }),
    };
    if (!(await give(api.POST('/api/v1/desk/dispose', { body: { code, callback, ...noted(callNote) } }))))
      return;
    setNote('');
    close();
  };
  return (
    <Modal opened={isOpen} onClose={close} title={TEXTS.desk.callback.title} centered>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <TextInput
            type="datetime-local"
            label={TEXTS.desk.callback.at}
            description={fill(TEXTS.desk.callback.zone, { zone: zoneName(zone) })}
            required
            withAsterisk={false}
            data-autofocus
            value={at}
            onChange={(event) => setAt(event.currentTarget.value)}
          />
          {at !== '' && isOpen && (
            <Foreseen
              at={instantOf(at, zone)}
              of="desk"
              ask={askDesk}
              take={(allowed) => setAt(localText(quarterFrom(Date.parse(allowed)), zone))}
            />
          )}
          <Owner agentId={agentId} isOpen={isOpen} owner={owner} choose={setOwner} />
          <Textarea
            label={TEXTS.desk.callback.note}
            autosize
            minRows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <Button type="submit" disabled={at === ''}>
            {TEXTS.desk.callback.submit}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

const askDesk = (at: string) => answerOf(api.POST('/api/v1/desk/foresee-callback', { body: { at } }));

/** The next quarter of an hour that the law allows, an hour from now where it has not refused; epoch ms. */
function proposedTime(refused: Desk['callbackRefused']): number {
  const next = refused?.nextAllowedAt;
  const proposed = next == null ? live.now() + HOUR_MS : Date.parse(next);
  return quarterFrom(proposed);
}

/** Who calls back: an agent, or nobody in particular. */
function Owner({
  agentId,
  isOpen,
  owner,
  choose,
}: {
  readonly agentId: string;
  readonly isOpen: boolean;
  readonly owner: string;
  readonly choose: (owner: string) => void;
}) {
  const colleagues = useColleagues(isOpen);
  return (
    <Select
      label={TEXTS.desk.callback.owner}
      value={owner}
      allowDeselect={false}
      data={[
        { value: '', label: TEXTS.desk.callback.anybody },
        { value: agentId, label: TEXTS.desk.callback.me },
        ...(colleagues ?? []).map((each) => ({ value: each.agentId, label: each.name })),
      ]}
      onChange={(chosen) => choose(chosen ?? '')}
    />
  );
}
