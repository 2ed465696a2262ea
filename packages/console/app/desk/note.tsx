/** The agent's note of the call: kept in this browser until the disposition takes it along. */
import { Paper, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { TEXTS } from '../texts.js';

/** Longest note that the server takes, characters. */
const MOST = 2_000;
const KEY = 'outdial.note';

/** A note being written, and how to change it. */
export interface Note {
  readonly text: string;
  readonly write: (text: string) => void;
}

/** The note of a call. A reload keeps it, and a new call begins with none. */
export function useNote(attemptId: string | undefined): Note {
  const [text, setText] = useState('');
  useEffect(() => setText(attemptId === undefined ? '' : kept(attemptId)), [attemptId]);
  return {
    text,
    write: (written) => {
      setText(written);
      // This tab only, and gone with it.
      sessionStorage.setItem(KEY, JSON.stringify({ attemptId, text: written }));
    },
  };
}

function kept(attemptId: string): string {
  const known: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
  const isOurs = typeof known === 'object' && known !== null && 'attemptId' in known && 'text' in known;
  return isOurs && known.attemptId === attemptId && typeof known.text === 'string' ? known.text : '';
}

/** The note as the disposition takes it; an empty one is none. */
export function noted(text: string): { readonly notes?: string } {
  const notes = text.trim();
  return notes === '' ? {} : { notes };
}

/** The field of the note; Escape gives the keys of the desk back. */
export function NoteField({ note, isShown }: { readonly note: Note; readonly isShown: boolean }) {
  if (!isShown) return null;
  return (
    <Paper withBorder p="md" radius="lg">
      <Textarea
        id="desk-note"
        label={TEXTS.desk.note.title}
        description={TEXTS.desk.note.hint}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={MOST}
        value={note.text}
        onChange={(event) => note.write(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') event.currentTarget.blur();
        }}
      />
    </Paper>
  );
}

/** Puts the cursor into the note. */
export function writeNote(): void {
  document.querySelector<HTMLElement>('#desk-note')?.focus();
}
