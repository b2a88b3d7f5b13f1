import { mkdirSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
  Extractor,
  ExtractorConfig,
  ExtractorLogLevel,
  type ExtractorMessage,
} from '@microsoft/api-extractor';

/**
 * Writes `api/<entry>.api.md`, the public surface of every entry as a reviewer reads it in a diff; with `--check` fails
 * where a report differs. Reads `dist`, so build first.
 */
const ROOT = join(import.meta.dirname, '..');
const REPORTS = join(ROOT, 'api');
const isCheck = process.argv.includes('--check');

const SILENT = { logLevel: ExtractorLogLevel.None, addToApiReportFile: false };

function configOf(entry: string): ExtractorConfig {
  return ExtractorConfig.prepare({
    configObject: {
      projectFolder: ROOT,
      mainEntryPointFilePath: join(ROOT, 'dist/public', `${entry}.d.ts`),
      compiler: { tsconfigFilePath: join(ROOT, 'tsconfig.json') },
      newlineKind: 'lf',
      apiReport: {
        enabled: true,
        reportFolder: REPORTS,
        reportTempFolder: join(ROOT, 'out/api'),
        reportFileName: `${entry}.api.md`,
      },
      docModel: { enabled: false, apiJsonFilePath: '' },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        // A type of another entry counts as forgotten here; a test asks all entries together.
        extractorMessageReporting: {
          default: { logLevel: ExtractorLogLevel.Warning },
          'ae-forgotten-export': SILENT,
          'ae-undocumented': SILENT,
          'ae-missing-release-tag': SILENT,
          'ae-unresolved-link': SILENT,
        },
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        tsdocMessageReporting: { default: SILENT },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(ROOT, 'package.json'),
  });
}

/** True when the report of an entry is as it stands on record. */
function report(entry: string): boolean {
  const messageCallback = (message: ExtractorMessage): void => {
    message.handled = message.logLevel === 'verbose' || message.messageId.startsWith('console-');
  };
  const result = Extractor.invoke(configOf(entry), { localBuild: !isCheck, messageCallback });
  if (isCheck && result.apiReportChanged) console.error(`api/${entry}.api.md differs: npm run api`);
  return result.errorCount === 0 && !(isCheck && result.apiReportChanged);
}

mkdirSync(REPORTS, { recursive: true });
const entries = readdirSync(join(ROOT, 'dist/public'))
  .filter(name => name.endsWith('.d.ts'))
  .map(name => basename(name, '.d.ts'));
const recorded = readdirSync(REPORTS).map(name => basename(name, '.api.md'));
const orphans = recorded.filter(name => !entries.includes(name));
for (const name of orphans) console.error(`api/${name}.api.md belongs to no entry`);
const isFine = entries.map(report).every(Boolean) && orphans.length === 0;
process.exitCode = isFine ? 0 : 1;
