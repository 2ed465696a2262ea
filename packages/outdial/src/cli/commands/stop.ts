/** `outdial stop`: turns the kill switch of a store on and off. */
import { setKillSwitch, type Store } from '@outdial/store';
import { clockOfStops } from '../clock.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';
import type { StopGiven } from '../syntax/run-commands.js';
import { withStore } from '../with-store.js';

/** `outdial stop`: turns the kill switch of the campaign's store. */
export async function stop(io: CommandIo, options: StopGiven): Promise<ExitCode> {
  const on = !options.release;
  const turn = async (store: Store): Promise<ExitCode> => {
    await setKillSwitch(store, { on, reason: options.why });
    io.out.write(
      on
        ? 'The kill switch is on: every campaign on this store halts within a second, and ' +
            "none starts until 'outdial stop --release'.\n"
        : "The kill switch is off. Start halted campaigns again with 'outdial run'.\n",
    );
    return EXIT.done;
  };
  return withStore(io, options.campaign, turn, undefined, on ? clockOfStops : undefined);
}
