import type { IssueCodeRow } from './row.ts';

/** Codes about networks: their names, and what they let through. */
export const NETWORKS_ISSUES = {
  'networks/unknown-network': { severity: 'error', title: 'no such network' },
  'networks/no-access-point': { severity: 'error', title: 'a network whose MMS settings are not known' },
  'networks/ambiguous-network': { severity: 'error', title: 'a name that several networks have' },
  'network/mms-off': {
    severity: 'error',
    title: 'the network has switched MMS off',
    rule: { fix: 'WAP push instead' },
  },
  'network/over-size': {
    severity: 'error',
    title: 'larger than the network allows',
    rule: { fix: 'adapt makes pictures smaller' },
  },
  'network/image-too-large': {
    severity: 'warning',
    title: 'a picture larger than phones of the network make',
    rule: { fix: 'adapt makes the picture smaller' },
  },
  'network/too-many-recipients': {
    severity: 'error',
    title: 'more recipients than the network allows',
    rule: {},
  },
  'network/no-group': {
    severity: 'warning',
    title: 'several recipients in a network without group messages',
    rule: {},
  },
  'network/subject-too-long': {
    severity: 'warning',
    title: 'a subject longer than the network allows',
    rule: {},
  },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
