/** The screen of lists: their figures, uploads, people, and the do-not-call list. */
import type { Session } from '@outdial/client';
import { Button, Tabs } from '@mantine/core';
import { IconUpload } from '../widgets/icons.js';
import { Link, Route, Switch, useLocation } from 'wouter';
import { TEXTS } from '../texts.js';
import { ScreenLayout } from '../widgets/screen-layout.js';
import { DoNotCall } from './do-not-call.js';
import { FindPerson } from './find-person.js';
import { LeadPage } from './lead-page.js';
import { ListsTable } from './lists-table.js';
import { UploadList } from './upload-list.js';

const { lists } = TEXTS;

/** Addresses of the tabs, and who sees them. */
const TABS = { lists: '/lists', find: '/lists/find', doNotCall: '/lists/do-not-call' } as const;
type Tab = keyof typeof TABS;

/** The screen of lists. */
export default function Lists({ session }: { readonly session: Session }) {
  const [path, go] = useLocation();
  const mayManage = session.role === 'manager' || session.role === 'admin';
  const tab: Tab = path.startsWith(TABS.doNotCall)
    ? 'doNotCall'
    : path.startsWith(TABS.find)
      ? 'find'
      : 'lists';
  return (
    <ScreenLayout
      title={lists.title}
      opposite={
        mayManage &&
        tab === 'lists' &&
        path !== '/lists/upload' && (
          <Button
            component={Link}
            href="/lists/upload"
            size="sm"
            leftSection={<IconUpload size={16} aria-hidden />}
          >
            {lists.upload}
          </Button>
        )
      }
    >
      <Tabs value={tab} onChange={(value) => go(TABS[(value ?? 'lists') as Tab])}>
        <Tabs.List>
          <Tabs.Tab value="lists">{lists.tabs.lists}</Tabs.Tab>
          <Tabs.Tab value="find">{lists.tabs.find}</Tabs.Tab>
          <Tabs.Tab value="doNotCall">{lists.tabs.doNotCall}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={tab} pt="md">
          <Switch>
            {mayManage && (
              <Route path="/lists/upload">
                <UploadList />
              </Route>
            )}
            <Route path="/lists/find">
              <FindPerson />
            </Route>
            <Route path="/lists/find/:leadId">{({ leadId }) => <LeadPage leadId={leadId} />}</Route>
            <Route path="/lists/do-not-call">
              <DoNotCall />
            </Route>
            <Route>
              <ListsTable mayManage={mayManage} />
            </Route>
          </Switch>
        </Tabs.Panel>
      </Tabs>
    </ScreenLayout>
  );
}
