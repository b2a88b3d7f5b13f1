import { MmsError } from '../../../errors.ts';
import type { Issue } from '../../../issues/index.ts';
import type { GatewayMessage } from '../../form/message.ts';
import type { Answer, Outgoing } from '../../outgoing.ts';
import { REDACTED, Secrets } from '../../secrets.ts';
import { serverUrl } from '../../transport/server-url.ts';
import type { Verdict } from '../../verdict/outcome.ts';
import { campaignOf } from '../campaign.ts';
import { httpRequest } from '../http-request.ts';
import { checkWayOptions } from '../shapes.ts';
import { segmentsTo } from '../sms-segments.ts';
import { checkCarried, numbersOf, type Way } from '../way.ts';
import { judgeSendsms } from './answer.ts';
import { formatQuery, type QueryPair, segmentQuery } from './query.ts';

/** A Kannel, and the user of its sendsms. */
export interface KannelOptions {
  /** Addresses of smsbox, such as `http://127.0.0.1:13013`; the path is `/cgi-bin/sendsms` unless one is given. */
  readonly servers: readonly string[];
  readonly username: string;
  /** Stands in the address of each request, as sendsms wants it: use https, or a box of your own network. */
  readonly password: string;
  /** Allows `http:` to other machines. */
  readonly allowInsecureHttp?: boolean | undefined;
  /** `smsc-id` that is to carry the message. */
  readonly smsc?: string | undefined;
}

const DEFAULT_PATH = '/cgi-bin/sendsms';

function withQuery(server: URL, pairs: readonly QueryPair[]): URL {
  const target = new URL(server);
  target.search = formatQuery(pairs);
  return target;
}

class SendsmsRequest implements Outgoing {
  readonly method = 'GET';
  readonly recipients: readonly string[];
  readonly warnings: readonly Issue[] = [];
  readonly parameterNames: readonly string[];
  readonly #pairs: readonly QueryPair[];

  constructor(recipient: string, pairs: readonly QueryPair[]) {
    this.recipients = [recipient];
    this.parameterNames = pairs.map(([name]) => name);
    this.#pairs = pairs;
  }

  readonly target = (server: URL): URL => withQuery(server, this.#pairs);

  readonly shownTarget = (server: URL): URL =>
    withQuery(
      server,
      this.#pairs.map(pair => (pair[0] === 'password' ? ['password', REDACTED] : pair)),
    );

  headers(): Readonly<Record<string, string>> {
    return {};
  }

  bodyChunks(): readonly Uint8Array[] {
    return [];
  }

  judge(answer: Answer): Verdict {
    return judgeSendsms(answer, this.recipients);
  }
}

/**
 * The way out by Kannel's sendsms: one request an SMS and a number, since Kannel drops a bad number among several
 * without a word. It takes our own parts, whose octets it sends as they are.
 * @throws MmsError `submit/credentials`, `submit/server-url`
 */
export function kannel(options: KannelOptions): Way {
  checkWayOptions('kannel', options);
  const { username, password, smsc, allowInsecureHttp = false } = options;
  if (username === '' || password === '') {
    throw new MmsError('submit/credentials', 'expected a user name and a password of sendsms');
  }
  const servers = options.servers.map(server =>
    serverUrl(server, { allowInsecureHttp, defaultPath: DEFAULT_PATH }),
  );
  const peer = { servers, secrets: new Secrets([password]) };
  const account: readonly QueryPair[] = [
    ['username', username],
    ['password', password],
  ];
  return {
    name: 'kannel',
    async plan(message: GatewayMessage) {
      checkCarried(message, 'Kannel');
      const { replyTo } = message;
      const around: readonly QueryPair[] = [
        ...(replyTo === undefined ? [] : [['from', replyTo] as const]),
        ...(smsc === undefined ? [] : [['smsc', smsc] as const]),
      ];
      const deliveries = await Promise.all(
        numbersOf(message).map(async number => ({
          recipients: [number],
          requests: (await segmentsTo(message, number)).map(segment =>
            httpRequest(
              new SendsmsRequest(number, [...account, ...segmentQuery(segment, number), ...around]),
              peer,
            ),
          ),
        })),
      );
      return { campaign: campaignOf('kannel', message), deliveries };
    },
  };
}
