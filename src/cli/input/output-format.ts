import { basename, extname } from 'node:path';
import { formatsOfName } from '../../media/index.ts';
import { UsageError } from '../command.ts';
import { STANDARD_STREAM } from './files.ts';

/** A format as far as the name of a file tells it. */
interface NamedFormat {
  readonly name: string;
  /** In lower case, without the dot. */
  readonly extensions: readonly string[];
}

/** Extensions that say nothing about what is in the file. */
const NEUTRAL: readonly string[] = ['', 'bin', 'dat', 'out', 'raw', 'tmp'];

/**
 * The format of an output: as the option says, else as the extension of its file does.
 * @param option the option that names a format, and the name that it gives
 * @returns `undefined` where neither says anything
 * @throws UsageError where the two contradict each other, or the extension is that of no format
 */
export function outputFormat(
  output: string | undefined,
  option: { readonly name: string; readonly value: string | undefined },
  formats: readonly NamedFormat[],
): string | undefined {
  const stated = option.value;
  if (output === undefined || output === STANDARD_STREAM) return stated;
  const extension = extname(basename(output)).slice(1).toLowerCase();
  const named = formats.filter(format => format.extensions.includes(extension)).map(({ name }) => name);
  if (stated !== undefined) {
    const others = named.length === 0 ? mediaNamed(output) : named;
    if (others.length === 0 || named.includes(stated)) return stated;
    throw new UsageError(
      `-o ${output} is the name of ${others.join(' or ')}, --${option.name} says ${stated}`,
    );
  }
  const [first] = named;
  if (first !== undefined || NEUTRAL.includes(extension)) return first;
  const names = formats.map(({ name }) => name).join(', ');
  throw new UsageError(
    `-o ${output}: .${extension} is none of its formats; name one with --${option.name}: ${names}`,
  );
}

/** Types of pictures, sounds and videos of which the extension of a file is one. */
function mediaNamed(output: string): readonly string[] {
  const types = formatsOfName(output).map(({ contentType }) => contentType);
  return types.filter(type => /^(?:image|audio|video)\//.test(type));
}
