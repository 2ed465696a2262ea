/** Which screen is shown: by who is logged in, and by the address. */
import type { Session } from '@outdial/client';
import { Center, Loader, Stack, Text } from '@mantine/core';
import { Suspense, lazy, useEffect, useState, type ComponentType } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { live } from './data/live.js';
import { useSession, useSetSession } from './data/session.js';
import { FirstPassword } from './log-in/first-password.js';
import { LogInAgain } from './log-in/log-in-again.js';
import { LogIn } from './log-in/log-in.js';
import { Frame } from './shell/frame.js';
import { screensOf, type Screen } from './shell/screens.js';
import { useTelephoneOf } from './telephone/use-telephone-of.js';
import { TEXTS } from './texts.js';
import { Crashed } from './widgets/crashed.js';

const Callbacks = lazy(() => import('./callbacks/callbacks.js'));
const Campaigns = lazy(() => import('./campaigns/campaigns.js'));
const Board = lazy(() => import('./board/board.js'));
const Desk = lazy(() => import('./desk/desk.js'));
const Lists = lazy(() => import('./lists/lists.js'));
const Compliance = lazy(() => import('./compliance/compliance.js'));
const Reports = lazy(() => import('./reports/reports.js'));
const Users = lazy(() => import('./users/users.js'));

const VIEWS: Readonly<Record<Screen, ComponentType<{ readonly session: Session }>>> = {
  desk: Desk,
  board: Board,
  callbacks: Callbacks,
  campaigns: Campaigns,
  lists: Lists,
  reports: Reports,
  compliance: Compliance,
  users: Users,
};

/** The console. */
export function App() {
  const [path] = useLocation();
  const { session, last, isAway } = useSession();
  if (path === '/link') return <FirstPassword />;
  if (session === undefined) return <Waiting text={isAway ? TEXTS.away : TEXTS.loading} />;
  const shown = session ?? last;
  if (!shown) return <LogIn />;
  return (
    <>
      <LoggedIn key={shown.accountId} session={shown} isOver={session === null} />
      {session === null && <LogInAgain />}
    </>
  );
}

/** The screens of a person. `isOver`: their session has ended, and what they wrote waits for the next one. */
function LoggedIn({ session, isOver }: { readonly session: Session; readonly isOver: boolean }) {
  const { askAgain } = useSetSession();
  const { accountId } = session;
  useEffect(() => live.follow(askAgain), [accountId]);
  // What the stream said last stays until it goes on, with the forms that hang on it.
  useEffect(() => (isOver ? () => live.again() : undefined), [isOver]);
  useTelephoneOf(session);
  const screens = screensOf(session.role);
  return (
    <Frame session={session}>
      <Suspense fallback={<Waiting text={TEXTS.loading} />}>
        <Switch>
          {screens.map((name) => {
            const View = VIEWS[name];
            return (
              <Route key={name} path={`/${name}/*?`}>
                <Crashed>
                  <View session={session} />
                </Crashed>
              </Route>
            );
          })}
          <Route>
            <Redirect to={`/${screens[0] ?? 'desk'}`} replace />
          </Route>
        </Switch>
      </Suspense>
    </Frame>
  );
}

/** Says why after this long, ms. */
const SLOW_AFTER_MS = 5_000;

function Waiting({ text }: { readonly text: string }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Center mih="60vh" role="status">
      <Stack align="center" gap="xs">
        <Loader type="dots" />
        <Text c="dimmed" ta="center" maw={420}>
          {isSlow && text === TEXTS.loading ? TEXTS.slow : text}
        </Text>
      </Stack>
    </Center>
  );
}
