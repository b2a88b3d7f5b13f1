import { spawnSync } from 'node:child_process';

/** What xmllint finds in files that a schema is to hold for; empty where nothing is wrong. */
export function schemaFaults(schema: string, files: readonly string[]): string {
  const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', schema, ...files], {
    encoding: 'utf8',
  });
  return status === 0 ? '' : `status ${status}: ${stderr.slice(0, 2000)}`;
}
