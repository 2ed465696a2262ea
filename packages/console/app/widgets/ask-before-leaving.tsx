/** Asks before a screen with unsaved changes is left: by a link, going back, closing the tab, logging out. */
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { Router } from 'wouter';
import { navigate } from 'wouter/use-browser-location';
import { hasUnsaved } from '../data/unsaved.js';
import { TEXTS } from '../texts.js';
import { useAsk, type Question } from './ask.js';

const { unsaved: SAY } = TEXTS;

type Leave = (go: () => void) => void;

const LeaveContext = createContext<Leave>((go) => go());

/** What goes where one is: at once where nothing is lost, else after a yes. */
export const useLeave = (): Leave => useContext(LeaveContext);

/** The console within; every way out of its screens passes here. */
export function AskBeforeLeaving({ children }: { readonly children: ReactNode }) {
  const { ask, question } = useAsk();
  const leave: Leave = (go) => {
    if (hasUnsaved()) ask(questionOf(go));
    else go();
  };
  useEffect(() => {
    const stopAskingTab = askTab();
    askWhenBack = (go) => ask(questionOf(go));
    return () => {
      stopAskingTab();
      askWhenBack = null;
    };
  }, []);
  return (
    <Router aroundNav={(go, to, options) => leave(() => go(to, options))}>
      <LeaveContext.Provider value={leave}>{children}</LeaveContext.Provider>
      {question}
    </Router>
  );
}

const questionOf = (go: () => void): Question => ({ text: SAY.ask, yes: SAY.leave, no: SAY.stay, then: go });

/** Closing the tab or loading another page: the browser asks in words of its own. */
function askTab(): () => void {
  const onUnload = (event: BeforeUnloadEvent): void => {
    if (hasUnsaved()) event.preventDefault();
  };
  window.addEventListener('beforeunload', onUnload);
  return () => window.removeEventListener('beforeunload', onUnload);
}

/** Asks who has gone back or forward; null: nobody is there to ask. */
let askWhenBack: Leave | null = null;

/**
 * Back and forward have happened when one hears of them: the address is put back before any screen has seen
 * the other one. A window calls its listeners in the order in which they came: this one comes before the
 * router's.
 */
function watchHistory(): void {
  let here = window.location.href;
  const note = (): void => {
    here = window.location.href;
  };
  window.addEventListener('popstate', (event) => {
    const there = window.location.href;
    if (there === here) return;
    if (askWhenBack === null || !hasUnsaved()) {
      note();
      return;
    }
    event.stopImmediatePropagation();
    window.history.pushState(null, '', here);
    const { pathname, search } = new URL(there);
    askWhenBack(() => navigate(`${pathname}${search}`));
  });
  window.addEventListener('pushState', note);
  window.addEventListener('replaceState', note);
}
watchHistory();
