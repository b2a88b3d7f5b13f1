import { expect, it } from 'vitest';
import {
  checkFiles,
  checkFolder,
  checkManifestSource,
  checkOctets,
  checkOptions,
  checkReceiverNames,
  checkTarget,
} from '../../src/presentation/shapes.ts';

it.each<[string, (value: unknown) => void, unknown, unknown]>([
  ['names.network', checkReceiverNames, { profile: 'nokia-6230' }, { network: 5 }],
  ['names', checkReceiverNames, { maxBytes: Number.POSITIVE_INFINITY }, 5],
  ['source', checkManifestSource, 'message.yaml', 5],
  ['options.concurrency', checkOptions, { concurrency: 1 }, { concurrency: 0 }],
  ['bytes', checkOctets, new Uint8Array(), 'octets'],
  ['files[0].data', checkFiles, [{ name: 'a', data: new Uint8Array() }], [{ name: 'a' }]],
  ['folder', checkFolder, 'show', 5],
  ['target.accept', checkTarget, { maxBytes: 5, maxImage: { width: 5, height: 5 } }, { accept: 'image/gif' }],
])('what is wrong is refused at %s', (path, check, right, wrong) => {
  expect(() => check(right)).not.toThrow();
  expect(() => check(wrong)).toThrow(expect.objectContaining({ code: 'bytes/value-type', path }));
});
