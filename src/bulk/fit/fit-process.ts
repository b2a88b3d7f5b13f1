import { isMmsError, MmsError } from '../../errors.ts';
import { openReceiver } from '../../presentation/index.ts';
import { presentationOf } from '../../submit/index.ts';
import type { FitAnswer, FitRequest } from './fit-request.ts';

/** Fits one message: the work of a process of its own, where it keeps nobody from renewing a lock. */
async function fitted({ file, to }: FitRequest): Promise<Uint8Array> {
  const { target } = await openReceiver(to);
  const presentation = await presentationOf({ kind: 'mms', file });
  if (target === undefined) return presentation.toMms();
  const { presentation: small } = await presentation.adapt(target, { unsupported: to.unsupported });
  return small.toMms();
}

async function answerOf(request: FitRequest): Promise<FitAnswer> {
  try {
    return { key: request.key, octets: await fitted(request) };
  } catch (error) {
    const known = isMmsError(error) ? error : new MmsError('bulk/fit', String(error));
    const { code, message, path, hint } = known;
    return { key: request.key, problem: { code, message, path, hint } };
  }
}

process.on('message', (request: FitRequest) => {
  void answerOf(request).then(answer => process.send?.(answer));
});
process.on('disconnect', () => process.exit());
