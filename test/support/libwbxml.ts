import { spawnSync } from 'node:child_process';
import { DEBIAN_PYTHON } from './oracle.ts';

/** The library behind xml2wbxml and wbxml2xml, called for many documents in one process. */
const CONVERT = `
import base64, ctypes, json, sys
lib = ctypes.CDLL('libwbxml2.so.1')
def convert(name, setup, document):
    converter, out, size = ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_uint()
    getattr(lib, name + '_create')(ctypes.byref(converter))
    setup(converter)
    error = getattr(lib, name + '_run')(converter, document, len(document), ctypes.byref(out), ctypes.byref(size))
    getattr(lib, name + '_destroy')(converter)
    if error: return None
    return ctypes.string_at(out, size.value)
def to_wbxml(version, has_table):
    def setup(converter):
        lib.wbxml_conv_xml2wbxml_set_version(converter, version)
        if not has_table: lib.wbxml_conv_xml2wbxml_disable_string_table(converter)
    return lambda document: convert('wbxml_conv_xml2wbxml', setup, document)
to_xml = lambda document: convert('wbxml_conv_wbxml2xml', lambda converter: None, document)
job = json.load(sys.stdin)
work = to_xml if job['to'] == 'xml' else to_wbxml(job['version'], job['hasTable'])
made = [work(base64.b64decode(document)) for document in job['documents']]
json.dump([None if octets is None else base64.b64encode(octets).decode() for octets in made], sys.stdout)
`;

type Job =
  | { readonly to: 'xml' }
  | { readonly to: 'wbxml'; readonly version: 2 | 3; readonly hasTable: boolean };

function run(job: Job, documents: readonly Uint8Array[]): Buffer[] {
  const input = { ...job, documents: documents.map(octets => Buffer.from(octets).toString('base64')) };
  const { stdout, stderr } = spawnSync(DEBIAN_PYTHON, ['-c', CONVERT], {
    input: JSON.stringify(input),
    maxBuffer: 2 ** 27,
  });
  if (stderr.length > 0) throw new Error(stderr.toString());
  const made: (string | null)[] = JSON.parse(stdout.toString());
  return made.map((text, index) => {
    if (text === null) throw new Error(`libwbxml refuses document ${index}`);
    return Buffer.from(text, 'base64');
  });
}

/**
 * Documents as libwbxml writes them.
 * @param version of WBXML, `1.2` or `1.3`
 */
export function xmlToWbxml(
  documents: readonly string[],
  { version, hasTable = false }: { readonly version: '1.2' | '1.3'; readonly hasTable?: boolean },
): Buffer[] {
  const octets = documents.map(document => new TextEncoder().encode(document));
  return run({ to: 'wbxml', version: version === '1.2' ? 2 : 3, hasTable }, octets);
}

/** Documents as libwbxml reads them. */
export function wbxmlToXml(documents: readonly Uint8Array[]): string[] {
  return run({ to: 'xml' }, documents).map(octets => octets.toString('utf8'));
}
