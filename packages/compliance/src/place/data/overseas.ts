/** Parts of a country that have an ISO code of their own. */

/** Countries given by their own ISO code that belong to a country with rules here: country and region. */
export const OVERSEAS: Readonly<Record<string, readonly [country: string, region: string]>> = {
  PR: ['US', 'PR'],
  VI: ['US', 'VI'],
  GU: ['US', 'GU'],
  MP: ['US', 'MP'],
  AS: ['US', 'AS'],
  GP: ['FR', 'GP'],
  MQ: ['FR', 'MQ'],
  GF: ['FR', 'GF'],
  RE: ['FR', 'RE'],
  YT: ['FR', 'YT'],
  PM: ['FR', 'PM'],
  UK: ['GB', ''],
};
