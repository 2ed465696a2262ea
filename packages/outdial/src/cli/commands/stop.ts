/** `outdial stop`: turns the kill switch of a store on and off. */
import { setKillSwitch } from '@outdial/store';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import type { StopGiven } from '../syntax/run-commands.js';
import { withStore } from '../with-store.js';

/** `outdial stop`: turns the kill switch of the campaign's store. */
export async function stop(io: CommandIo, options: StopGiven): Promise<ExitCode> {
  return withStore(io, options.campaign, async (store) => {
    const on = !options.release;
    await setKillSwitch(store, { on, reason: options.reason });
    io.out.write(
      on
        ? 'The kill switch is on: every campaign on this store halts within a second, and ' +
            "none starts until 'outdial stop --release'.\n"
        : "The kill switch is off. Start halted campaigns again with 'outdial run'.\n",
    );
    return EXIT.done;
  });
}
