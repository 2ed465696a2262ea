/** Connection facts of a running lab. */
export interface LabFacts {
  /** What `asterisk -V` prints. */
  readonly asteriskVersion: string;
  readonly ari: { readonly url: string; readonly user: string; readonly password: string };
  readonly sip: { readonly host: string; readonly port: number };
  /** The carrier: its address, its calls log, and the PJSIP endpoints that lead to it. */
  readonly carrier: {
    readonly address: string;
    readonly log: string;
    readonly trunk: string;
    readonly secondTrunk: string;
  };
  /** Dial string by which the Asterisk of another lab calls this one. */
  readonly reach: string;
  /** Agents' endpoints; `endpoints` answer by themselves, the named four misbehave. */
  readonly agents: {
    readonly address: string;
    readonly log: string;
    readonly endpoints: readonly string[];
    readonly busy: string;
    readonly neverAnswers: string;
    readonly hangsUp: string;
    readonly mute: string;
  };
  readonly mariadb: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  readonly paths: {
    readonly script: string;
    readonly asteriskPidFile: string;
    readonly asteriskLog: string;
    readonly recordings: string;
    readonly sipp: string;
  };
}
/** One call as the far end saw it; instants in epoch ms. */
export interface FarEndCall {
  readonly callId: string;
  readonly called: string;
  readonly caller: string;
  readonly from: string;
  readonly invitedAt: number;
  readonly ringingAt?: number;
  readonly answeredAt?: number;
  readonly endedAt?: number;
  /** `caller`: our side hung up, `called`: the far end did. */
  readonly end?: 'cancelled' | 'refused' | 'caller' | 'called';
  /** The refusing response, e.g. `486 Busy Here`. */
  readonly status?: string;
}
export interface LabServers {
  readonly asterisk?: boolean;
  readonly carrier?: boolean;
  readonly agents?: boolean;
  readonly mariadb?: boolean;
}
export function ensureLab(want?: LabServers, options?: { readonly instance?: number }): Promise<LabFacts>;
export function labFacts(options?: { readonly instance?: number }): Promise<LabFacts>;
/** The lab beside this worker's, for tests that need two servers. */
export function secondLabInstance(): number;
export function labRequired(): Promise<boolean>;
export type Block = (name: string, body: () => void | Promise<void>, timeout?: number) => void;
export function whereTheLabRuns(run: Block & { readonly skip: Block }): Promise<Block>;
/** The lab of one test worker (from 1; default: this process's), 0 to 9. */
export function labInstance(worker?: number | string): number;
export function lab(
  args: readonly string[],
  options?: { readonly timeoutMs?: number; readonly instance?: number },
): Promise<string>;
export function readCalls(file: string): Promise<readonly FarEndCall[]>;
