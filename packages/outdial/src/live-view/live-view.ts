/** Shows a running campaign on a terminal, or line by line elsewhere. */
import { visibleText, type CampaignStatistics } from '@outdial/core';
import { UTC } from '../local-time/instant-in-zone.js';
import { liveLines, plainLine } from './live-lines.js';

/** Shows a running campaign; {@link LiveView.update} as often as you like. */
export interface LiveView {
  /** `why`: why no call can be placed, in one sentence; null or absent while one can. */
  update(statistics: CampaignStatistics, why?: string | null): void;
  /** A line of its own, above the figures. */
  say(line: string): void;
  /** Leaves the last figures standing and gives the terminal back. */
  end(): void;
}

/** Where the view is drawn. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
  /** Writes control sequences. Absent: `write` does. */
  control?(text: string): unknown;
}

const REDRAW_EVERY_MS = 250;
const PLAIN_EVERY_MS = 10_000;
const HIDE_CURSOR = '\u001B[?25l';
const SHOW_CURSOR = '\u001B[?25h';
const CLEAR_TO_END = '\u001B[0J';

/**
 * A view that redraws itself on a terminal, and writes a plain line now and then elsewhere. `now`: the view's
 * own clock, ms.
 */
export function createLiveView(options: {
  readonly name: string;
  readonly screen: Screen;
  readonly now: () => number;
  /** IANA name of the zone that instants are shown in. @default UTC */
  readonly timeZone?: string;
}): LiveView {
  const given = { timeZone: UTC, ...options };
  return options.screen.isTTY === true ? terminalView(given) : plainView(given);
}

function terminalView({
  name,
  screen,
  now,
  timeZone,
}: {
  readonly name: string;
  readonly screen: Screen;
  readonly now: () => number;
  readonly timeZone: string;
}): LiveView {
  const control = (text: string): unknown => (screen.control ? screen.control(text) : screen.write(text));
  let drawn = 0;
  let last: CampaignStatistics | null = null;
  let lastWhy: string | null = null;
  let drawnAt = -Infinity;
  const erase = (): string => (drawn === 0 ? HIDE_CURSOR : `\u001B[${drawn}A\r${CLEAR_TO_END}`);
  const draw = (...above: readonly string[]): void => {
    const lines = last === null ? [] : liveLines(last, { name, timeZone, why: lastWhy });
    control(erase());
    screen.write([...above, ...lines].map((line) => `${visibleText(line)}\n`).join(''));
    drawn = lines.length;
    drawnAt = now();
  };
  return {
    update: (statistics, why = null) => {
      last = statistics;
      lastWhy = why;
      if (now() - drawnAt >= REDRAW_EVERY_MS) draw();
    },
    say: (line) => draw(line),
    end: () => {
      draw();
      control(SHOW_CURSOR);
    },
  };
}

function plainView({
  screen,
  now,
  timeZone,
}: {
  readonly screen: Screen;
  readonly now: () => number;
  readonly timeZone: string;
}): LiveView {
  let writtenAt = -Infinity;
  let last: CampaignStatistics | null = null;
  return {
    update: (statistics) => {
      last = statistics;
      if (now() - writtenAt < PLAIN_EVERY_MS) return;
      writtenAt = now();
      screen.write(`${plainLine(statistics, timeZone)}\n`);
    },
    say: (line) => void screen.write(`${visibleText(line)}\n`),
    end: () => {
      if (last !== null) screen.write(`${plainLine(last, timeZone)}\n`);
    },
  };
}
