/** `outdial schema`: prints the JSON schema of the campaign file. */
import { campaignJsonSchema } from '../../campaign-file/schema.js';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { CommandIo } from '../io.js';

/** `outdial schema`. */
export function schema(io: CommandIo): Promise<ExitCode> {
  io.out.write(`${JSON.stringify(campaignJsonSchema(), null, 2)}\n`);
  return Promise.resolve(EXIT.done);
}
