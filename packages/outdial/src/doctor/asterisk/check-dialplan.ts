/** Checks that the dialplan has the contexts of outdial, and that calls that come in reach them. */
import type { Finding } from '../finding.js';
import type { InsideAsterisk } from './inside-asterisk.js';

/** Contexts of dialplan/outdial.conf, each with an extension that it has. */
const CONTEXTS: Readonly<Record<string, string>> = {
  'outdial-originate': 's',
  'outdial-amd': 's',
  'outdial-beep': 's',
  'outdial-abandoned': 's',
  'outdial-hangup': 's',
  'outdial-agent': 's',
  'outdial-marks': 's',
  'outdial-inbound': '+12025550100',
};

/** What calls that come in need. */
export interface InboundWay {
  /** Numbers whose calls are taken, E.164; empty: none. */
  readonly numbers: readonly string[];
  /** PJSIP endpoints of the trunks by which they come. */
  readonly endpoints: readonly string[];
  readonly application: string;
}

/** The contexts, and the way from each trunk for each number. */
export async function checkDialplan(
  inside: InsideAsterisk,
  inbound: InboundWay,
): Promise<readonly Finding[]> {
  const check = 'dialplan';
  const has = async (context: string, extension: string): Promise<string | null> =>
    inside.read(`DIALPLAN_EXISTS(${context},${extension},1)`);
  const missing: string[] = [];
  for (const [context, extension] of Object.entries(CONTEXTS)) {
    const found = await has(context, extension);
    // Without func_dialplan nothing can be said; the modules' check names it.
    if (found === null) return [];
    if (found === '0') missing.push(context);
  }
  if (missing.length > 0)
    return [
      {
        check,
        verdict: 'failed',
        detail: `without ${missing.join(', ')}`,
        remedy:
          'Copy dialplan/outdial.conf of @outdial/asterisk-adapter beside extensions.conf, ' +
          'write #include "outdial.conf" into extensions.conf, and run: asterisk -rx "dialplan reload"',
      },
    ];
  return [
    { check, verdict: 'ok', detail: `${Object.keys(CONTEXTS).length} contexts of outdial.conf` },
    ...(await checkWays(inside, inbound)),
  ];
}

/** Calls to our numbers must find an extension in the context of the trunk by which they come. */
async function checkWays(
  inside: InsideAsterisk,
  { application, endpoints, numbers }: InboundWay,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const endpoint of numbers.length === 0 ? [] : endpoints) {
    const context = await inside.read(`PJSIP_ENDPOINT(${endpoint},context)`);
    if (context === null || context === '') continue;
    const lost: string[] = [];
    for (const number of numbers) {
      const [plain, plus] = [number.replace('+', ''), number];
      const found = await Promise.all(
        [plain, plus].map((extension) => inside.read(`DIALPLAN_EXISTS(${context},${extension},1)`)),
      );
      if (found.every((each) => each === '0')) lost.push(number);
    }
    if (lost.length > 0)
      findings.push({
        check: `calls that come in by ${endpoint}`,
        verdict: 'failed',
        detail: `context ${context} has no extension for ${lost.join(', ')}`,
        remedy:
          `Write into [${context}] of extensions.conf: exten => _[+0-9].,1,Set(OUTDIAL_APP=${application}) ` +
          `and same => n,Goto(outdial-inbound,\${EXTEN},1)`,
      });
  }
  return findings;
}
