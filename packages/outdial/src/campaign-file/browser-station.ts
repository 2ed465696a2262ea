/** What the station of an agent's browser is called. */

/** The name of an agent's account at Asterisk, of its endpoint, and of what belongs to it. */
export function browserName(agentId: string): string {
  return `browser-${agentId}`;
}

/** Where the leg of an agent's browser is called. */
export function browserStation(agentId: string): string {
  return `PJSIP/${browserName(agentId)}`;
}

/** What stations of browsers match, as a regular expression. */
export const BROWSER_STATIONS: string = browserStation('[\\w.-]+');
