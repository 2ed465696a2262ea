/** Starts the console in the page. */
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './page.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { createQueries } from './data/session.js';
import { keepDialogsCovered } from './log-in/log-in-again.js';
import { theme } from './theme.js';
import { AskBeforeLeaving } from './widgets/ask-before-leaving.js';

/** A page from before an upgrade asks for parts that the server no longer has: it is opened anew. */
const RELOADED = 'outdial.reloaded-at';
const RELOAD_AGAIN_MS = 60_000;
window.addEventListener('vite:preloadError', (event) => {
  if (Date.now() - Number(sessionStorage.getItem(RELOADED) ?? 0) < RELOAD_AGAIN_MS) return;
  event.preventDefault();
  sessionStorage.setItem(RELOADED, String(Date.now()));
  window.location.reload();
});

keepDialogsCovered();

const queries = createQueries({ defaultOptions: { queries: { retry: 1, refetchOnWindowFocus: false } } });
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <Notifications position="top-center" limit={3} />
        <QueryClientProvider client={queries}>
          <AskBeforeLeaving>
            <App />
          </AskBeforeLeaving>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
