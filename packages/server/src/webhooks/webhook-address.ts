/** Which addresses may be told of events. */
import { BlockList, isIP } from 'node:net';

const MOST_CHARACTERS = 2_000;

const OWN_NETWORKS = new BlockList();
OWN_NETWORKS.addSubnet('127.0.0.0', 8, 'ipv4');
OWN_NETWORKS.addSubnet('10.0.0.0', 8, 'ipv4');
OWN_NETWORKS.addSubnet('172.16.0.0', 12, 'ipv4');
OWN_NETWORKS.addSubnet('192.168.0.0', 16, 'ipv4');
OWN_NETWORKS.addAddress('::1', 'ipv6');
OWN_NETWORKS.addSubnet('fc00::', 7, 'ipv6');

/** What is wrong with an address, and what to write instead; null: it may be told. */
export function addressProblem(text: string): string | null {
  const url = URL.canParse(text) && text.length <= MOST_CHARACTERS ? new URL(text) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:'))
    return 'must be an address such as https://crm.example/outdial';
  if (url.username !== '' || url.password !== '')
    return 'must not hold a password: messages are signed, the receiver checks the signature';
  if (url.protocol === 'http:' && !isOwnNetwork(url.hostname))
    return 'must begin with https: http is for this machine and private networks';
  if (url.hash !== '') return 'must not have a part after #: no server sees it';
  return null;
}

/** Whether the host is this machine or an address of a private network. */
function isOwnNetwork(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (host === 'localhost' || host.endsWith('.localhost')) return true;
  const version = isIP(host);
  return version !== 0 && OWN_NETWORKS.check(host, version === 4 ? 'ipv4' : 'ipv6');
}
