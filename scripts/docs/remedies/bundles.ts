import type { Remedies } from './remedy.ts';

/** What to do about archives, folders, manifests and files. */
export const BUNDLE_REMEDIES = {
  'zip/not-a-zip': 'Pass a whole ZIP archive; this one was cut on its way, or is of another kind.',
  'zip/empty': 'Put the files of the message into the archive.',
  'zip/several-smil': 'Keep one SMIL document, or name it with `--smil-name`.',
  'zip/unsafe-path':
    'Pack the archive anew from within the folder, so that no name begins with `/` or has `..`.',
  'zip/encrypted': 'Pack the archive without a password.',
  'zip/unsupported': 'Pack the archive anew with the plain methods: stored or deflate, one file, no zip64.',
  'zip/too-large': 'Leave files out: 128 files, 5 MiB each and 20 MiB in all are unpacked.',
  'zip/duplicate': 'Keep one file of each name, also where case is not looked at.',
  'zip/corrupt': 'Pack the archive anew; this one was changed or damaged.',
  'zip/no-smil': 'Nothing, if the order of the files is that of the slides; else add a SMIL document.',
  'zip/junk-ignored': 'Nothing: what an operating system leaves in archives is no part of the message.',
  'folder/empty': 'Put the files of the message into the folder.',
  'folder/too-large': 'Leave files out: a message has 128 files at most.',
  'folder/unsafe-name':
    'Choose a plain file name, without folders and with no special meaning on any system.',
  'folder/duplicate': 'Give the files names that differ, also where case is not looked at.',
  'folder/junk-ignored': 'Nothing: hidden files are no part of the message. Rename one that is meant to be.',
  'folder/symlink': 'Put the file itself into the folder, or name the folder that the link points to.',
  'manifest/syntax': 'Correct the YAML or JSON at the line and column that are named.',
  'manifest/unknown-key': 'Correct the spelling of the key; the hint names the nearest one.',
  'manifest/type': 'Give the key a value of the kind that the message names.',
  'manifest/value': 'Choose a value that the message allows.',
  'manifest/missing': 'Add the key that the message names.',
  'manifest/conflict': 'Keep one of the keys, or make two slides.',
  'manifest/too-deep': 'Nest at most 32 levels: a real manifest has far fewer.',
  'manifest/too-large': 'Put texts and tunes into files of their own, and name these.',
  'manifest/unknown-variable': 'Give the variable a value under `vars`, or correct its spelling.',
  'manifest/several': 'Keep one of the manifests, or name the one that you mean.',
  'manifest/several-targets': 'Choose one of the targets with `--target`.',
  'presentation/empty': 'Add a slide or an attachment.',
  'presentation/unsupported-pdu':
    'Pass a message that has content: m-send-req or m-retrieve-conf. `mms decode` shows the others.',
  'file/not-found': 'Correct the path; names in a manifest are relative to its folder.',
  'file/unreadable': 'Name a file, not a folder, and one that you may read.',
  'file/outside-root': 'Put the file below the root, or name a root that holds it with `--root`.',
  'file/output-is-input': 'Name another file for the output.',
  'file/unwritable': 'Make the folder first, and check that you may write there and that the disk has room.',
  'file/too-large': 'Name a smaller file: `limits` says how many octets are read.',
  'file/syntax': 'Correct the JSON where the message says; commas and quotes go missing most often.',
  'file/sorted':
    'Nothing, if the natural order is meant; else write a manifest, which has an order of its own.',
  'file/unknown-format': 'Name the right file, or give this one the extension of what it holds.',
} satisfies Remedies;
