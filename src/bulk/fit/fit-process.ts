import { answerOf } from './fit.ts';
import type { FitRequest } from './fit-request.ts';

// Messages are fitted in a process of its own, where that keeps nobody from renewing a lock.
process.on('message', (request: FitRequest) => {
  void answerOf(request).then(answer => process.send?.(answer));
});
process.on('disconnect', () => process.exit());
