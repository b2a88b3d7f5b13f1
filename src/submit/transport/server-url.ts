import { requireText } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import { printable } from '../../text/index.ts';

/** The manual's request lines say `sendmms`, its list of servers `sendsms`; the requests are taken to be right. */
const DEFAULT_PATH = '/webservices/http/sendmms';

/** The gateway's two public servers, in the order in which they are tried. */
export const GATEWAY_SERVERS = [
  `https://www.csoft.co.uk${DEFAULT_PATH}`,
  `https://www2.csoft.co.uk${DEFAULT_PATH}`,
] as const;

const LOOPBACK = /^(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])$/;

/** True for a host that is this machine. */
export function isLoopback(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** Which addresses are allowed. */
export interface ServerUrlOptions {
  /** Lets user name, PIN and message travel in the clear. */
  readonly allowInsecureHttp?: boolean;
  /** What an address without a path gets; default: the gateway's. */
  readonly defaultPath?: string;
  /** True where a query belongs to the address. */
  readonly allowQuery?: boolean;
}

function problemOf(
  written: string,
  { allowInsecureHttp = false, allowQuery = false }: ServerUrlOptions,
): string | undefined {
  if (!/^[\x21-\x7e]+$/.test(written)) return 'a blank, control character or character outside ASCII';
  if (!URL.canParse(written)) return 'not a URL';
  const url = new URL(written);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'neither https nor http';
  if (url.username !== '' || url.password !== '') return 'a user name or password';
  if (allowQuery ? written.includes('#') : /[?#]/.test(written)) return 'a query or fragment';
  if (url.protocol === 'http:' && !allowInsecureHttp && !isLoopback(url.hostname))
    return 'http without encryption';
  return undefined;
}

/**
 * A server address, checked. Without a path it gets the gateway's.
 * @throws MmsError `submit/server-url` for anything but https (or http on this machine), user names, queries, fragments
 */
export function serverUrl(written: string, options: ServerUrlOptions = {}): URL {
  requireText(written, 'the address of a server', 'servers');
  const problem = problemOf(written, options);
  if (problem !== undefined) {
    // What stands in front of an @ or behind a ? may be a secret.
    const address = written.replace(/[?#].*/s, '');
    const shown = printable(address.slice(address.lastIndexOf('@') + 1).slice(0, 200));
    throw new MmsError('submit/server-url', `${problem} in the server address ${shown}`, {
      hint: problem.startsWith('http ') ? 'use https, or set allowInsecureHttp' : undefined,
    });
  }
  const url = new URL(written);
  if (url.pathname === '/') url.pathname = options.defaultPath ?? DEFAULT_PATH;
  return url;
}
