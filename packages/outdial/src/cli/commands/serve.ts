/** `outdial serve`: a floor with its console, until it is interrupted. */
import { resolve } from 'node:path';
import { defined } from '@outdial/core';
import { clockOffset } from '../clock.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import { loadServer } from '../server-package.js';
import type { ServeGiven } from '../syntax/run-commands.js';

/** `outdial serve`. */
export async function serve(io: CommandIo, given: ServeGiven): Promise<ExitCode> {
  const { folder, host, port } = given;
  const say = (line: string): void => void io.err.write(`${line}\n`);
  const server = await (
    await loadServer()
  ).serve({
    folder: resolve(io.cwd, folder ?? '.'),
    env: io.env,
    clockOffset: clockOffset(io),
    say,
    ...defined({ host, port }),
  });
  io.out.write(`${server.firstLink ?? server.url}\n`);
  if (server.firstLink !== null)
    say('Open this address: its link works once, and sets the password of the administrator.');

  let interrupts = 0;
  let leave: () => void = () => undefined;
  const left = new Promise<'left'>((done) => (leave = () => done('left')));
  const interrupted = new Promise<void>((drain) => {
    const steps = [
      () => {
        say(
          'draining: no new calls, live ones end in their own time. ' +
            'Interrupt again to hang up what is not answered',
        );
        drain();
      },
      () => {
        say('ending: what is not answered is hung up. Interrupt again to leave conversations as they are');
        server.halt();
      },
      () => leave(),
    ];
    io.onInterrupt(() => {
      steps[interrupts]?.();
      interrupts += 1;
    });
  });
  await Promise.race([interrupted, server.drainOrdered]);
  const how = await Promise.race([server.drain(), left]);
  if (how === 'left') io.leave?.(EXIT.interrupted);
  const isWritten = how === 'left' || how.isWritten;
  const exitCode = interrupts > 1 ? EXIT.interrupted : isWritten ? EXIT.done : EXIT.unavailable;
  // Work that waits for the store would keep the process alive.
  if (!isWritten) io.leave?.(exitCode);
  return exitCode;
}
