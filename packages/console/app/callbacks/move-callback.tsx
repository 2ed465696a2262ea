/** Moves a callback, or gives it to somebody else. */
import type { CallbackDocument as Callback } from '@outdial/client';
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api, problemOf } from '../data/api.js';
import { live } from '../data/live.js';
import { TEXTS, fill } from '../texts.js';
import { Foreseen } from '../widgets/foreseen.js';
import { RequestForm } from '../widgets/request-form.js';
import { instantOf, localText, quarterFrom, zoneName, zoneOfAgency } from '../widgets/zone.js';

const { callbacks: SAY } = TEXTS;
/** Stands for nobody in particular: no account can have this name. */
const ANYBODY = '*';

const askOf = (leadId: string) => (at: string) =>
  answerOf(api.POST('/api/v1/callbacks/{leadId}/foresee', { params: { path: { leadId } }, body: { at } }));

/** The dialog of one callback. */
export function MoveCallback({
  callback: { leadId, at, agentId },
  agents,
  close,
}: {
  readonly callback: Callback;
  readonly agents: readonly { readonly agentId: string; readonly name: string }[];
  readonly close: () => void;
}) {
  const queries = useQueryClient();
  const zone = zoneOfAgency();
  const soonest = quarterFrom(live.now());
  const [when, setWhen] = useState(() => localText(Math.max(Date.parse(at), soonest), zone));
  const [whom, setWhom] = useState(agentId ?? ANYBODY);
  const move = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/v1/callbacks/{leadId}/move', {
          params: { path: { leadId } },
          body: { at: instantOf(when, zone), agentId: whom === ANYBODY ? null : whom },
        }),
      ),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['callbacks'] });
      close();
    },
  });
  const options = [
    { value: ANYBODY, label: SAY.anybody },
    ...agents.map(({ agentId: value, name }) => ({ value, label: name })),
  ];
  return (
    <Modal opened onClose={close} title={SAY.move} centered>
      <RequestForm request={move} fields={['at', 'agentId']}>
        <TextInput
          type="datetime-local"
          label={SAY.at}
          description={fill(SAY.zone, { zone: zoneName(zone) })}
          required
          withAsterisk={false}
          data-autofocus
          value={when}
          error={problemOf(move.error, 'at')}
          onChange={(event) => setWhen(event.currentTarget.value)}
        />
        {when !== '' && (
          <Foreseen
            at={instantOf(when, zone)}
            of={leadId}
            ask={askOf(leadId)}
            take={(allowed) => setWhen(localText(quarterFrom(Date.parse(allowed)), zone))}
          />
        )}
        <Select
          label={SAY.columns.agent}
          data={options}
          value={whom}
          allowDeselect={false}
          searchable
          error={problemOf(move.error, 'agentId')}
          onChange={(value) => setWhom(value ?? ANYBODY)}
        />
        <Button type="submit" loading={move.isPending} disabled={when === ''}>
          {SAY.save}
        </Button>
      </RequestForm>
    </Modal>
  );
}
