/** Uploading a list: the file, what its columns hold, what an import would do, and the import. */
import type { ListTaking } from '@outdial/client';
import { Autocomplete, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { TEXTS, fill } from '../texts.js';
import { idOf } from '../widgets/id-of.js';
import { ChooseFile } from './choose-file.js';
import { PreviewList } from './preview-list.js';
import { useLists } from './queries.js';

const { lists } = TEXTS;
/** 'march.csv.gz' is a file of the list 'march'. */
const FILE_ENDING = /(\.[a-z0-9]{1,4})+$/i;
const LIST_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;

/** How a file is taken, as the person says it. */
export type Taking = Required<
  Pick<ListTaking, 'listId' | 'defaultCountry' | 'numbers' | 'duplicates' | 'header'>
> & {
  readonly columns: Readonly<Record<string, string>>;
};

/** An import that is done. */
interface Imported {
  readonly listId: string;
  readonly leads: number;
}

const BEGINNING: Taking = {
  listId: '',
  defaultCountry: 'US',
  numbers: 'careful',
  duplicates: 'skip',
  header: true,
  columns: {},
};

/** The upload of a list, step by step. */
export function UploadList() {
  const known = useLists();
  const [taking, setTaking] = useState(BEGINNING);
  const [uploadId, setUploadId] = useState<string | null>(null);
  const [imported, setImported] = useState<Imported | null>(null);
  const begin = (): void => {
    setTaking(BEGINNING);
    setUploadId(null);
    setImported(null);
  };
  const chooseList = (listId: string): void => {
    const country = known.data?.find((list) => list.listId === listId)?.defaultCountry;
    setTaking({ ...taking, listId, ...(country == null ? {} : { defaultCountry: country }) });
  };
  if (imported) return <Done imported={imported} begin={begin} />;
  if (uploadId !== null)
    return (
      <PreviewList
        uploadId={uploadId}
        taking={taking}
        setTaking={setTaking}
        imported={(leads) => setImported({ listId: taking.listId, leads })}
        back={begin}
      />
    );
  return (
    <Paper withBorder p="md" radius="lg">
      <Title order={2} size="h4" mb="md">
        {lists.file.title}
      </Title>
      <ChooseFile
        about={lists.file.drop}
        next={lists.file.next}
        country={taking.defaultCountry}
        setCountry={(defaultCountry) => setTaking({ ...taking, defaultCountry })}
        chosen={(name) => taking.listId === '' && chooseList(idOf(name.replace(FILE_ENDING, '')))}
        isReady={LIST_ID.test(taking.listId)}
        sent={setUploadId}
      >
        <Autocomplete
          label={lists.file.list}
          description={lists.file.listHint}
          data={known.data?.map(({ listId }) => listId) ?? []}
          value={taking.listId}
          maxLength={32}
          onChange={chooseList}
        />
      </ChooseFile>
    </Paper>
  );
}

function Done({ imported, begin }: { readonly imported: Imported; readonly begin: () => void }) {
  const known = useLists();
  const { listId, leads } = imported;
  const campaigns = known.data?.find((list) => list.listId === listId)?.campaigns ?? [];
  const names = campaigns.map(({ name }) => name).join(', ');
  return (
    <Paper withBorder p="md" radius="lg" data-testid="imported">
      <Stack>
        <Title order={2} size="h4">
          {fill(lists.done.title, { count: leads.toLocaleString(), list: listId })}
        </Title>
        <Text>{names === '' ? lists.done.undialed : fill(lists.done.dialed, { campaigns: names })}</Text>
        <Group>
          {names === '' && (
            <Button component={Link} href={`/campaigns/new?list=${listId}`}>
              {lists.done.campaign}
            </Button>
          )}
          <Button component={Link} href="/lists" variant={names === '' ? 'default' : 'filled'}>
            {lists.file.back}
          </Button>
          <Button variant="default" onClick={begin}>
            {lists.done.another}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
