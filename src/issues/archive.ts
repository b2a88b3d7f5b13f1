import type { IssueCodeRow } from './row.ts';

/** Codes about ZIP bundles and folders. */
export const ARCHIVE_ISSUES = {
  'zip/not-a-zip': { severity: 'error', title: 'not a ZIP archive', clause: 'APPNOTE 4.3' },
  'zip/empty': { severity: 'error', title: 'an archive without files', rule: {} },
  'zip/several-smil': { severity: 'error', title: 'more than one SMIL document', rule: {} },
  'zip/unsafe-path': { severity: 'error', title: 'an entry name that is not a safe path', rule: {} },
  'zip/encrypted': { severity: 'error', title: 'an encrypted entry', rule: {} },
  'zip/unsupported': {
    severity: 'error',
    title: 'a ZIP feature that is not read (zip64, several disks, other methods)',
  },
  'zip/too-large': { severity: 'error', title: 'an archive beyond the limits', rule: {} },
  'zip/duplicate': { severity: 'error', title: 'two entries of one name' },
  'zip/corrupt': { severity: 'error', title: 'an archive that contradicts itself' },
  'zip/no-smil': {
    severity: 'info',
    title: 'no SMIL document: slides are made in archive order',
    rule: { fix: 'compose makes slides in archive order' },
  },
  'zip/junk-ignored': { severity: 'info', title: 'files of an operating system were ignored', rule: {} },
  'folder/empty': { severity: 'error', title: 'a folder without files' },
  'folder/too-large': { severity: 'error', title: 'a folder beyond the limits' },
  'folder/unsafe-name': { severity: 'error', title: 'a name that no file should have' },
  'folder/duplicate': { severity: 'error', title: 'two files of one name' },
  'folder/junk-ignored': { severity: 'info', title: 'hidden files of a folder were ignored' },
  'folder/symlink': { severity: 'error', title: 'a symbolic link in a folder' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
