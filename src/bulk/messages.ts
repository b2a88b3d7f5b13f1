import { type GatewayMessage, messageFromJson } from '../submit/index.ts';
import type { CampaignDefinition, CampaignRow, FitTo } from './campaigns.ts';
import type { Fitter } from './fit/fitter.ts';
import type { Batch } from './list/batches.ts';
import { fill, variablesOf } from './list/fill.ts';
import type { Variables } from './list/recipient.ts';

/** A part of a job: those who get the same message. */
export interface Share {
  readonly message: GatewayMessage;
  readonly to: readonly string[];
}

/** Those of a job with the same variables, in the order of the first of each. */
function sharesOf({ to, variables }: Batch): readonly { to: readonly string[]; variables: Variables }[] {
  if (variables === undefined) return [{ to, variables: {} }];
  const shares = new Map<string, { to: string[]; variables: Variables }>();
  to.forEach((recipient, index) => {
    const own = variables[index] ?? {};
    const key = JSON.stringify(Object.entries(own));
    const share = shares.get(key) ?? { to: [], variables: own };
    share.to.push(recipient);
    shares.set(key, share);
  });
  return [...shares.values()];
}

/** The variables that a campaign asks for. */
export function variablesAsked({ message, fit = {} }: CampaignDefinition): readonly string[] {
  return variablesOf([message, fit]);
}

/** The messages of jobs: filled, fitted, and the same for all who get the same. */
export class Messages {
  readonly #fitter: Fitter;
  readonly #plain = new Map<number, GatewayMessage>();

  constructor(fitter: Fitter) {
    this.#fitter = fitter;
  }

  /** One after the other, so that a long job holds one message at a time. */
  async *of(campaign: CampaignRow, batch: Batch): AsyncGenerator<Share> {
    for (const { to, variables } of sharesOf(batch)) {
      yield { message: { ...(await this.#message(campaign, variables, to)), to }, to };
    }
  }

  async #message(
    campaign: CampaignRow,
    variables: Variables,
    to: readonly string[],
  ): Promise<GatewayMessage> {
    const { id, definition } = campaign;
    if (Object.keys(variables).length > 0) return this.#made(definition, variables, to);
    const known = this.#plain.get(id) ?? (await this.#made(definition, variables, to));
    this.#plain.set(id, known);
    return known;
  }

  async #made(
    { message, fit }: CampaignDefinition,
    variables: Variables,
    to: readonly string[],
  ): Promise<GatewayMessage> {
    const read = messageFromJson(fill({ ...message, to }, variables));
    return fit === undefined ? read : this.#fitter.fitted(read, filledFit(fit, variables));
  }
}

function filledFit({ profile, network, ...others }: FitTo, variables: Variables): FitTo {
  const filled = (text: string): string => String(fill(text, variables));
  return {
    ...others,
    ...(profile !== undefined && { profile: filled(profile) }),
    ...(network !== undefined && { network: filled(network) }),
  };
}
