import type { EquivalentMutants } from '../mutants.ts';

const NO_OTHER_ERROR = 'no other error is thrown';
const KEPT = 'what was made is kept for speed alone';
const ANY_FOLDER = 'an empty path is that of the working directory too';
const BY_TYPE = 'the type allows it, nothing gives it';
const TOO_SLOW = 'concurrency.test.ts notices it, which is too slow to be run for every change';
const BISECTED = 'the shares are whole: a step of forty makes no octet';
const SETTLED = 'each picture was settled';
const SAFEGUARD = 'a safeguard: nothing takes more than was reckoned with';
const RESOLVED = 'every src has its part: a document that names another file is refused';

/** Changes of `src/presentation` that make no difference. */
export const PRESENTATION: EquivalentMutants = {
  'src/presentation/adapt/adapt.ts': [
    {
      line: 'function refuseTooLarge(content: PresentationContent, profile: Profile, options: AdaptOptions): void {',
      reason: SAFEGUARD,
    },
    {
      line: 'if (maxBytes === undefined) return;',
      reason: SAFEGUARD,
    },
    {
      line: 'if (sizes.total > maxBytes) throw overLimit(sizes.total, maxBytes, profile, { sizes });',
      reason: SAFEGUARD,
    },
    {
      line: '.reduce((largest, sizes) => (sizes.total > largest.total ? sizes : largest), ofType());',
      from: 'sizes.total > largest.total',
      to: 'sizes.total >= largest.total',
      reason: 'of two that are as large either will do',
    },
    {
      line: 'const { formats = [] } = imageConstraints(profile);',
      from: '[]',
      to: '["Stryker was here"]',
      reason: BY_TYPE,
    },
  ],
  'src/presentation/adapt/level-out.ts': [
    {
      line: 'for (let step = 0; step < STEPS; step++) {',
      from: 'step < STEPS',
      to: 'step <= STEPS',
      reason: BISECTED,
    },
  ],
  'src/presentation/adapt/plan-pictures.ts': [
    {
      line: '{ shareBytes: shares[index], ...memory[index], limits: { ...own, ...memory[index]?.limits } },',
      from: 'memory[index]?.limits',
      to: 'memory[index].limits',
      reason: 'each picture has its share',
    },
  ],
  'src/presentation/adapt/prepare-part.ts': [
    {
      line: 'const name = result === undefined ? undefined : acceptedName(profile, result.contentType);',
      from: 'result === undefined',
      to: 'false',
      reason: 'what is named has a result of a type that is taken',
    },
    {
      line: 'if (result === undefined || name === undefined || name === result.contentType) return prepared;',
      from: 'result === undefined || name === undefined',
      to: 'false',
      reason: 'what is named has a result of a type that is taken',
    },
    {
      line: 'if (result === undefined || name === undefined || name === result.contentType) return prepared;',
      from: 'result === undefined || name === undefined',
      to: 'result === undefined && name === undefined',
      reason: 'what is named has a result of a type that is taken',
    },
    {
      line: 'if (result === undefined || name === undefined || name === result.contentType) return prepared;',
      from: 'result === undefined',
      to: 'false',
      reason: 'what is named has a result of a type that is taken',
    },
    {
      line: 'if (result === undefined || name === undefined || name === result.contentType) return prepared;',
      from: 'name === undefined',
      to: 'false',
      reason: 'what is named has a result of a type that is taken',
    },
  ],
  'src/presentation/adapt/rebuild.ts': [
    {
      line: 'if (before === undefined) return [];',
      from: 'before === undefined',
      to: 'false',
      reason: 'what is no part is replaced by none',
    },
  ],
  'src/presentation/adapt/settle-pictures.ts': [
    {
      line: 'return Math.abs(share - bytes) <= bytes * WORTH_ANOTHER_ROUND;',
      from: 'Math.abs(share - bytes) <= bytes * WORTH_ANOTHER_ROUND',
      to: 'Math.abs(share - bytes) < bytes * WORTH_ANOTHER_ROUND',
      reason: 'no share is off by just so much',
    },
    {
      line: '.map((picture, index) => ({ picture, index, ssim: settled[index]?.ssim ?? 1 }))',
      from: 'settled[index]?.ssim',
      to: 'settled[index].ssim',
      reason: SETTLED,
    },
    {
      line: '.filter(({ index }) => settled[index]?.image.best !== true)',
      from: 'settled[index]?.image',
      to: 'settled[index].image',
      reason: SETTLED,
    },
    {
      line: 'const before = settled[index]?.image.data.length ?? 0;',
      from: 'settled[index]?.image',
      to: 'settled[index].image',
      reason: SETTLED,
    },
  ],
  'src/presentation/assemble/authored.ts': [
    {
      line: 'const partName = partBySrc.get(src)?.name ?? src;',
      from: 'partBySrc.get(src)?.name',
      to: 'partBySrc.get(src).name',
      reason: RESOLVED,
    },
    {
      line: 'const kind = partOf(src, parts)?.kind;',
      from: 'partOf(src, parts)?.kind',
      to: 'partOf(src, parts).kind',
      reason: RESOLVED,
    },
  ],
  'src/presentation/assemble/pair-captions.ts': [
    {
      line: String.raw`return pathStem(file).replace(/^.*[/\\]/s, '');`,
      from: String.raw`/^.*[/\\]/s`,
      to: String.raw`/.*[/\\]/s`,
      reason: 'what is found begins at the start; looking for it elsewhere takes time alone',
    },
  ],
  'src/presentation/assemble/part-shelf.ts': [
    {
      line: "contentType.toLowerCase() === 'text/plain' || (kind === 'card' && charset?.startsWith('utf-16') === true)",
      from: 'charset?.startsWith',
      to: 'charset.startsWith',
      reason: 'a card is a text, which has a charset',
    },
  ],
  'src/presentation/presentation.ts': [
    {
      line: 'loading ??= load();',
      from: 'loading ??= load()',
      to: 'loading &&= load()',
      reason: KEPT,
    },
  ],
  'src/presentation/read/in-place.ts': [
    {
      line: 'if (errors.length < 2 || first === undefined || known.length < errors.length) return Promise.all(jobs);',
      from: 'first === undefined',
      to: 'false',
      reason: 'without a known error fewer are known than there are',
    },
  ],
  'src/presentation/read/load-media.ts': [
    {
      line: 'return { slides: slides.filter(isDefined), attachments: attachments.filter(isDefined), document };',
      from: 'slides.filter(isDefined)',
      to: 'slides',
      reason: BY_TYPE,
    },
    {
      line: 'return { slides: slides.filter(isDefined), attachments: attachments.filter(isDefined), document };',
      from: 'attachments.filter(isDefined)',
      to: 'attachments',
      reason: BY_TYPE,
    },
    {
      line: 'return value !== undefined;',
      from: 'value !== undefined',
      to: 'true',
      reason: BY_TYPE,
    },
  ],
  'src/presentation/read/manifest-media.ts': [
    {
      line: `return at(place.path, assetOf(resolveMedium('attachment', attachment), place, context));`,
      from: `'attachment'`,
      to: '""',
      reason: 'a text alone is read in another way',
    },
  ],
  'src/presentation/read/manifest-parts.ts': [
    {
      line: `const { src, name = 'part', data = new Uint8Array(), sha256: unpacked } = part;`,
      from: `'part'`,
      to: '""',
      reason: BY_TYPE,
    },
    {
      line: `return found.severity === 'error' ? { ...found, severity: 'warning' } : found;`,
      from: `found.severity === 'error'`,
      to: 'true',
      reason: 'nothing that is found of a medium is less than a warning',
    },
    {
      line: `...(typeof contentLocation === 'string' ? { contentLocation } : {}),`,
      from: `typeof contentLocation === 'string'`,
      to: 'true',
      reason: 'a name that is no text names nothing',
    },
  ],
  'src/presentation/read/manifest.ts': [
    {
      line: '? []',
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'a text is no finding',
    },
    {
      line: `return accepted(acceptManifest(source), diskSource(baseDir ?? '.', options));`,
      from: `'.'`,
      to: '""',
      reason: ANY_FOLDER,
    },
    {
      line: `return parseManifest(data, file, options, diskSource(options.baseDir ?? '.', options));`,
      from: `'.'`,
      to: '""',
      reason: ANY_FOLDER,
    },
    {
      line: `await source.read(source.locate(basename(name), ''));`,
      from: `''`,
      to: '"Stryker was here!"',
      reason: 'a name without folders leads nowhere else',
    },
    {
      line: 'if (mode.file === undefined || document === undefined) {',
      from: 'mode.file === undefined || document === undefined',
      to: 'mode.file === undefined && document === undefined',
      reason: 'a document is loaded where one is named',
    },
    {
      line: 'if (mode.file === undefined || document === undefined) {',
      from: 'mode.file === undefined',
      to: 'false',
      reason: 'a document is loaded where one is named',
    },
    {
      line: 'if (mode.file === undefined || document === undefined) {',
      from: 'document === undefined',
      to: 'false',
      reason: 'a document is loaded where one is named',
    },
    {
      line: `const named = await loadReferences(document, source.locate(mode.file, 'smil'), source);`,
      from: `'smil'`,
      to: '""',
      reason: 'the document was loaded from there',
    },
    {
      line: `if (mode.smil === 'never') return { frame, slides: { ...shown, slides: [], attachments: assets } };`,
      from: '[]',
      to: '["Stryker was here"]',
      reason: 'a text has no media',
    },
    {
      line: `const stated = isMode(smil) ? smil : 'auto';`,
      from: `'auto'`,
      to: '""',
      reason: 'all but never and verbatim is auto',
    },
  ],
  'src/presentation/read/mms.ts': [
    {
      line: 'const single = body === undefined || contentType === undefined ? [] : [singlePart(contentType, body)];',
      from: 'contentType === undefined',
      to: 'false',
      reason: 'a body has a Content-Type',
    },
    {
      line: 'if (!isMmsError(error)) throw error;',
      from: '!isMmsError(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/presentation/read/picture-queue.ts': [
    {
      line: 'return this.#memory.run(weight, () => adaptImage(bytes, constraints, { limits: this.#limits }));',
      from: '{ limits: this.#limits }',
      to: '{}',
      reason: 'it is refused while it is weighed',
    },
    {
      line: 'const need = info && fittingNeed(bytes, info, constraints, { limits: this.#limits });',
      from: '{ limits: this.#limits }',
      to: '{}',
      reason: TOO_SLOW,
    },
    {
      line: 'return need === undefined ? 0 : Math.ceil(fittingBytes(need));',
      from: 'need === undefined',
      to: 'true',
      reason: TOO_SLOW,
    },
  ],
  'src/presentation/read/profile.ts': [
    {
      line: `export async function openProfile(nameOrFile: string, baseDir = '.'): Promise<Profile> {`,
      from: `'.'`,
      to: '""',
      reason: ANY_FOLDER,
    },
  ],
  'src/presentation/read/smil-file.ts': [
    {
      line: 'if (isMmsError(error)) return [];',
      from: 'isMmsError(error)',
      to: 'true',
      reason: NO_OTHER_ERROR,
    },
  ],
  'src/presentation/targets.ts': [
    {
      line: 'if (judge === undefined && network === undefined) return undefined;',
      from: 'judge === undefined && network === undefined',
      to: 'false',
      reason: 'a short cut: nobody judges, so that lint is not loaded',
    },
    {
      line: 'return network && [...(message.issues ?? []), ...lintNetwork(message, network)];',
      from: '[]',
      to: '["Stryker was here"]',
      reason: BY_TYPE,
    },
  ],
  'src/presentation/write/ems.ts': [
    {
      line: 'if (!isMmsError(error)) throw error;',
      from: '!isMmsError(error)',
      to: 'false',
      reason: NO_OTHER_ERROR,
    },
    {
      line: "return emsPicture(await decodeImage(data), { form: pictures === 'fixed' ? 'large' : 'variable' });",
      from: "'large'",
      to: '""',
      reason: 'a form that is neither small nor variable is large',
    },
    {
      line: `throw new MmsError('ems/value', \`EMS has no form for \${part.contentType}\`);`,
      from: "'ems/value'",
      to: '""',
      reason: 'of this error the message alone is told',
    },
  ],
  'src/presentation/write/transaction-id.ts': [
    {
      line: 'if (digest === undefined) {',
      from: 'digest === undefined',
      to: 'true',
      reason: KEPT,
    },
  ],
};
