import type { ExitCode } from './exit-codes.js';

/** The option by which a command is told its campaign file. */
export const CAMPAIGN_OPTION = [
  '-c, --campaign <file>',
  'campaign file (default: campaign.yaml, campaign.yml or campaign.json here)',
] as const;

/** Takes the exit code of a command. */
export type End = (code: ExitCode) => void;
