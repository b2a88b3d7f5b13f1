import type { IssueCodeRow } from './row.ts';

/** Codes about manifests and builders. */
export const MANIFEST_ISSUES = {
  'manifest/syntax': { severity: 'error', title: 'the manifest is not YAML or JSON' },
  'manifest/unknown-key': { severity: 'error', title: 'an unknown key' },
  'manifest/type': { severity: 'error', title: 'a value of the wrong kind' },
  'manifest/value': { severity: 'error', title: 'a value out of range' },
  'manifest/missing': { severity: 'error', title: 'a required key is missing' },
  'manifest/conflict': { severity: 'error', title: 'keys that exclude each other' },
  'manifest/too-deep': { severity: 'error', title: 'a manifest nested too deep' },
  'manifest/too-large': { severity: 'error', title: 'a manifest larger than allowed' },
  'manifest/unknown-variable': { severity: 'error', title: 'a {{name}} without a value in vars' },
  'manifest/several': { severity: 'error', title: 'more than one manifest' },
  'manifest/several-targets': { severity: 'warning', title: 'several targets, none of them chosen' },
  'presentation/empty': { severity: 'error', title: 'nothing to send' },
  'presentation/unsupported-pdu': { severity: 'error', title: 'a PDU that carries no message' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
