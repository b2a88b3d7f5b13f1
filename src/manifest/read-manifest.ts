import { isMmsError, type MmsError } from '../errors.ts';
import { type Issue, issue } from '../issues/index.ts';
import { type Limits, resolveLimits } from '../limits.ts';
import { toIssue } from './finding-issue.ts';
import { readYaml } from './read-yaml.ts';
import {
  type CheckedManifest,
  type ManifestCheckOptions,
  type ManifestPlace,
  resolveManifest,
} from './resolve-manifest.ts';
import { textPlaces } from './text-place.ts';

/** How a manifest is read. */
export interface ReadManifestOptions extends ManifestCheckOptions {
  /** Name of the file, for the issues. */
  readonly file?: string | undefined;
  /** Bounds other than the defaults of `LIMITS`. */
  readonly limits?: Partial<Limits> | undefined;
}

/**
 * Reads a manifest in YAML 1.2 or JSON, checks it, and puts its variables in. All problems come back as issues with line
 * and column, those of syntax (`manifest/syntax`, `manifest/too-large`, `manifest/too-deep`) among them; nothing is
 * thrown for what stands in the text.
 * @example
 * const { manifest, issues } = await readManifest('slides: [{ text: Hello }]', { file: 'message.yaml' });
 */
export async function readManifest(
  text: string,
  options: ReadManifestOptions = {},
): Promise<CheckedManifest> {
  const limits = resolveLimits(options.limits);
  const source = text.startsWith('\ufeff') ? text.slice(1) : text;
  const placeAt = textPlaces(source);
  const inFile = options.file === undefined ? {} : { file: options.file };
  const placed = (found: Issue, offset: number): Issue => ({ ...found, ...inFile, ...placeAt(offset) });
  try {
    const yaml = await readYaml(source, limits);
    const { findings, ...accepted } = resolveManifest(yaml.root, options);
    const issues = findings.map(found =>
      placed(toIssue(found), yaml.offsetOf(found.path, found.isKey === true)),
    );
    const placeOf = (path: string): ManifestPlace | undefined => {
      const offset = yaml.offsetAt(path);
      return offset === undefined ? undefined : { ...inFile, ...placeAt(offset) };
    };
    return { ...accepted, issues, placeOf };
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return { issues: issuesOf(error).map(({ offset = 0, ...found }) => placed(found, offset)) };
  }
}

function issuesOf({ code, message, offset, hint, details }: MmsError): readonly Issue[] {
  return (
    details?.issues ?? [
      issue(code, message, {
        ...(offset === undefined ? {} : { offset }),
        ...(hint === undefined ? {} : { hint }),
      }),
    ]
  );
}
