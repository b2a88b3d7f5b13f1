/** A check for continuous integration: findings as SARIF, and a budget of octets. Ends with 1 when something is wrong. */
import { readFile, writeFile } from 'node:fs/promises';
import { FINDING_FORMATS, lint } from 'mms-composer/lint';

const [sarif, budget, ...files] = process.argv.slice(2);
const maxBytes = Number(budget);
if (sarif === undefined || files.length === 0 || !Number.isSafeInteger(maxBytes)) {
  console.error('usage: tsx samples/ci-check.ts REPORT.sarif MAX_BYTES FILE.mms…');
  process.exitCode = 2;
} else {
  const messages = await Promise.all(files.map(async file => ({ file, data: await readFile(file) })));
  const findings = messages.flatMap(({ file, data }) => lint(data, { file }));
  await writeFile(sarif, FINDING_FORMATS.sarif(findings));
  const tooLarge = messages.filter(({ data }) => data.length > maxBytes);
  for (const { file, data } of tooLarge) console.error(`${file} has ${data.length} octets of ${maxBytes}`);
  const errors = findings.filter(({ severity }) => severity === 'error');
  console.log(
    `${files.length} messages, ${findings.length} findings, ${errors.length} errors, ${tooLarge.length} too large`,
  );
  if (errors.length + tooLarge.length > 0) process.exitCode = 1;
}
