import { isMmsError, MmsError, reasonOf } from '../../errors.ts';
import { openReceiver } from '../../presentation/index.ts';
import { presentationOf } from '../../submit/index.ts';
import type { FitAnswer, FitRequest } from './fit-request.ts';

async function fitted({ file, to }: FitRequest): Promise<Uint8Array> {
  const { target } = await openReceiver(to);
  const presentation = await presentationOf({ kind: 'mms', file });
  if (target === undefined) return presentation.toMms();
  const { presentation: small } = await presentation.adapt(target, { unsupported: to.unsupported });
  return small.toMms();
}

/** Fits one message, or says why it cannot be done. */
export async function answerOf(request: FitRequest): Promise<FitAnswer> {
  try {
    return { key: request.key, octets: await fitted(request) };
  } catch (error) {
    const known = isMmsError(error) ? error : new MmsError('bulk/fit', reasonOf(error));
    const { code, message, path, hint } = known;
    return { key: request.key, problem: { code, message, path, hint } };
  }
}
