import { MmsError } from '../../errors.ts';
import { TEXT_ISSUES } from '../../issues/index.ts';
import { sourceText } from '../../text/index.ts';
import { Warnings } from '../../warnings.ts';

/** A file that may be a manifest. */
interface NamedFile {
  readonly name: string;
  readonly data: Uint8Array;
}

const MANIFEST_NAME = /\.(?:ya?ml|json)$/i;
const USUAL_NAME = /(?:^|\/)message\.(?:ya?ml|json)$/i;

/** Keys that say what a message is made of: one of them stands in every manifest. */
const YAML_KEY = /^(?:slides|attachments|parts)\s*:|^smil\s*:.*\.smil?\b/m;
const JSON_KEY = /"(?:slides|attachments|parts|smil)"\s*:/;

/** True when a text looks like a manifest in YAML or JSON. */
export function isManifestText(data: Uint8Array): boolean {
  const { text } = sourceText(data, new Warnings(TEXT_ISSUES));
  return /^\s*\{/.test(text) ? JSON_KEY.test(text) : YAML_KEY.test(text);
}

/**
 * The manifest among the files of a folder or an archive: `message.json` or `message.yaml`, else a file that looks like
 * one, in the outermost folder that has any.
 * @throws MmsError `manifest/several`
 */
export function findManifest<File extends NamedFile>(files: readonly File[]): File | undefined {
  const candidates = files.filter(
    ({ name, data }) => MANIFEST_NAME.test(name) && (USUAL_NAME.test(name) || isManifestText(data)),
  );
  const depth = Math.min(...candidates.map(({ name }) => depthOf(name)));
  const outer = candidates.filter(({ name }) => depthOf(name) === depth);
  const usual = outer.filter(({ name }) => USUAL_NAME.test(name));
  const chosen = usual.length > 0 ? usual : outer;
  if (chosen.length < 2) return chosen[0];
  const names = chosen.map(({ name }) => name).join(', ');
  throw new MmsError('manifest/several', `more than one manifest: ${names}`, {
    hint: 'keep only one of them',
  });
}

function depthOf(name: string): number {
  return name.split('/').length;
}
