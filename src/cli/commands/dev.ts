import { once } from 'node:events';
import { startDevServer } from '../../dev/index.ts';
import { type CliArguments, type CliContext, type Command, UsageError } from '../command.ts';
import { numberOf } from '../input/option-values.ts';
import { ROOT_OPTION, ROOT_ROW, rootOf } from '../input/root-option.ts';
import { untilInterrupted } from '../interrupt.ts';

/** `mms dev`: a preview that follows the files, until Ctrl-C. */
export const dev: Command = {
  name: 'dev',
  usage: '<manifest | folder | media files…> [options]',
  help: [{ rows: [['--port N', 'where to listen on 127.0.0.1; default: any free port'], ROOT_ROW] }],
  options: { port: { type: 'string' }, ...ROOT_OPTION },
  run(args, context) {
    return untilInterrupted(signal => serve(args, context, signal));
  },
};

async function serve(args: CliArguments, context: CliContext, signal: AbortSignal): Promise<number> {
  const { values, positionals } = args;
  if (positionals.length === 0) throw new UsageError('expected a manifest, a folder or media files');
  const running = await startDevServer(positionals, {
    port: numberOf(values, 'port'),
    root: rootOf(args),
  });
  context.stderr.write(`preview ${running.url}\n`);
  if (!signal.aborted) await once(signal, 'abort');
  await running.close();
  return 0;
}
