/** Follows the stream of a server under test as a person, until the tests of the file are over. */
import { followStream, type StreamDocuments } from '@outdial/client';
import { WebSocket } from 'ws';
import type { Caller, ServerUnderTest } from './server-under-test.js';

/** What a person sees by now. */
export interface Watched {
  documents: StreamDocuments;
  readonly stop: () => void;
}

const following: Watched[] = [];

/** Follows the stream as a person. */
export function watch({ server: { url } }: ServerUnderTest, caller: Caller): Watched {
  const watched: Watched = {
    documents: new Map(),
    stop: followStream({
      url: `${url.replace('http', 'ws')}/api/v1/stream`,
      open: (address, { message, closed }) => {
        const socket = new WebSocket(address, { headers: { cookie: caller.cookie, origin: url } });
        socket.on('message', (data) => message(String(data)));
        socket.on('close', (code) => closed(code));
        socket.on('error', () => undefined);
        return socket;
      },
      onChange: (documents) => void (watched.documents = new Map(documents)),
      onConnection: () => undefined,
    }),
  };
  following.push(watched);
  return watched;
}

/** Ends it for everybody. */
export function stopWatching(): void {
  for (const each of following.splice(0)) each.stop();
}
