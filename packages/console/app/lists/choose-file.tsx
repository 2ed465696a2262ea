/** Which file, and how its numbers are to be read. */
import { Button, FileButton, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { TEXTS, fill } from '../texts.js';
import { percent } from '../widgets/format.js';
import { Fault } from '../widgets/fault.js';
import { sendFile } from './send-file.js';

const { file: SAY } = TEXTS.lists;
const COUNTRY = /^[A-Z]{2}$/;

/** A file, the country of its numbers, what else `children` asks; `sent` gets the id of the upload. */
export function ChooseFile({
  about,
  next,
  country,
  setCountry,
  isReady = true,
  sent,
  children,
}: {
  readonly about: string;
  readonly next: string;
  readonly country: string;
  readonly setCountry: (country: string) => void;
  readonly isReady?: boolean;
  readonly sent: (uploadId: string) => void;
  readonly children?: ReactNode;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const send = useMutation({
    mutationFn: (chosen: File) => sendFile(chosen, setShare),
    onSuccess: sent,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file) send.mutate(file);
      }}
    >
      <Stack maw={560}>
        <Text size="sm">{about}</Text>
        <Group>
          <FileChoice isChosen={file !== null} choose={setFile} />
          {file && <Text fw={600}>{file.name}</Text>}
        </Group>
        {children}
        <TextInput
          label={SAY.country}
          description={SAY.countryHint}
          value={country}
          maxLength={2}
          w={220}
          onChange={(event) => setCountry(event.currentTarget.value.toUpperCase())}
        />
        <Fault error={send.error} />
        {send.isPending && file && (
          <Stack gap={4} role="status">
            <Text size="sm">{fill(SAY.sending, { name: file.name, share: percent(share, 0) })}</Text>
            <Progress value={share * 100} aria-label={SAY.next} />
          </Stack>
        )}
        <Group>
          <Button
            type="submit"
            disabled={file === null || !isReady || !COUNTRY.test(country)}
            loading={send.isPending}
          >
            {next}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function FileChoice({
  isChosen,
  choose,
}: {
  readonly isChosen: boolean;
  readonly choose: (file: File | null) => void;
}) {
  return (
    <FileButton onChange={choose} inputProps={{ 'aria-label': SAY.choose }}>
      {(props) => (
        <Button
          {...props}
          variant={isChosen ? 'default' : 'filled'}
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
        >
          {isChosen ? SAY.other : SAY.choose}
        </Button>
      )}
    </FileButton>
  );
}
