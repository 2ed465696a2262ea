/** A file of numbers for the company's own do-not-call list. */
import { Button, Checkbox, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../data/api.js';
import { TEXTS, fill } from '../texts.js';
import { Fault } from '../widgets/fault.js';
import { ChooseFile } from './choose-file.js';
import { useSetUpload, useUpload } from './use-upload.js';
import { WorkPanel } from './work-panel.js';

const { doNotCall: SAY, done } = TEXTS.lists;

/** Uploads numbers that must not be called. */
export function DoNotCall() {
  const [country, setCountry] = useState('US');
  const [isPartial, setPartial] = useState(false);
  const [uploadId, setUploadId] = useState<string | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const set = useSetUpload();
  const sent = async (id: string): Promise<void> => {
    setUploadId(id);
    try {
      const params = { path: { uploadId: id } };
      const body = { defaultCountry: country, isPartial };
      set(await answerOf(api.POST('/api/v1/uploads/{uploadId}/do-not-call', { params, body })));
    } catch (error) {
      setFault(error);
    }
  };
  return (
    <Paper withBorder p="md" radius="lg">
      <Stack>
        <Title order={2} size="h4">
          {SAY.title}
        </Title>
        <Fault error={fault} />
        {uploadId === null ? (
          <ChooseFile
            about={SAY.about}
            next={SAY.next}
            country={country}
            setCountry={setCountry}
            sent={(id) => void sent(id)}
          >
            <Checkbox
              label={SAY.partial}
              checked={isPartial}
              onChange={(event) => setPartial(event.currentTarget.checked)}
            />
          </ChooseFile>
        ) : (
          <>
            <Taken uploadId={uploadId} />
            <Group>
              <Button variant="default" onClick={() => setUploadId(null)}>
                {done.another}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Taken({ uploadId }: { readonly uploadId: string }) {
  const upload = useUpload(uploadId);
  const numbers = upload?.work?.numbers;
  return (
    <Stack>
      {numbers && (
        <Text fw={600}>
          {fill(SAY.done, {
            added: numbers.added.toLocaleString(),
            numbers: numbers.numbers.toLocaleString(),
          })}
          {numbers.rejected > 0 && ` ${fill(SAY.rejected, { count: numbers.rejected.toLocaleString() })}`}
        </Text>
      )}
      {upload && <WorkPanel upload={upload} />}
    </Stack>
  );
}
