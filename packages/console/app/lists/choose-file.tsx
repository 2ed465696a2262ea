/** Which file, and how its numbers are to be read. */
import { Button, FileButton, Group, Progress, Stack, Text, TextInput } from '@mantine/core';
import { IconFileSpreadsheet } from '../widgets/icons.js';
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
  chosen = () => undefined,
  sent,
  children,
}: {
  readonly about: string;
  readonly next: string;
  readonly country: string;
  readonly setCountry: (country: string) => void;
  readonly isReady?: boolean;
  /** A file was chosen, of this name. */
  readonly chosen?: (name: string) => void;
  readonly sent: (uploadId: string) => void;
  readonly children?: ReactNode;
}) {
  const [file, setFile] = useState<File | null>(null);
  const [share, setShare] = useState(0);
  const choose = (one: File | null): void => {
    setFile(one);
    if (one) chosen(one.name);
  };
  const send = useMutation({
    mutationFn: (given: File) => sendFile(given, setShare),
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
          <FileChoice isChosen={file !== null} choose={choose} />
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
        {send.isPending && file && <Sending name={file.name} share={share} />}
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

/** How much of the file has gone up. */
function Sending({ name, share }: { readonly name: string; readonly share: number }) {
  return (
    <Stack gap={4} role="status">
      <Text size="sm">{fill(SAY.sending, { name, share: percent(share, 0) })}</Text>
      <Progress value={share * 100} aria-label={SAY.next} />
    </Stack>
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
