import { JOURNAL_STATES, readJournal, resolveJournal } from '../../submit/index.ts';
import { printable } from '../../text/index.ts';
import { type Command, UsageError } from '../command.ts';
import { now } from '../input/clock.ts';
import { textOf } from '../input/option-values.ts';
import { tellIssues } from '../print/format-issue.ts';
import { formatJournal } from '../print/format-journal.ts';
import { formatJson } from '../print/format-json.ts';

/** `mms journal`: shows what a journal of `mms send` remembers, and takes what a person has found out. */
export const journal: Command = {
  name: 'journal',
  usage: 'FILE [--resolve KEY sent|not-sent] [options]',
  help: [
    {
      rows: [
        [
          '--resolve KEY sent|not-sent',
          'what became of a request (r12) or a recipient that is unknown: sent is never sent again, not-sent is sent by the next run',
        ],
        ['--json', 'one JSON document with every request and recipient'],
      ],
    },
    {
      title: 'states of a recipient',
      rows: Object.entries(JOURNAL_STATES).map(([state, { meaning }]) => [state, meaning]),
    },
  ],
  notes: ['Exit code 1 while something is unknown.'],
  options: { resolve: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values, positionals }, context) {
    const [path, found, ...others] = positionals;
    const key = textOf(values, 'resolve');
    if (path === undefined || others.length > 0 || (key === undefined) !== (found === undefined)) {
      throw new UsageError('expected one journal, and sent or not-sent after --resolve KEY');
    }
    if (key !== undefined) {
      if (found !== 'sent' && found !== 'not-sent') {
        throw new UsageError(`--resolve KEY takes sent or not-sent; found ${found}`);
      }
      const recipients = await resolveJournal(path, key, found, { now });
      context.stderr.write(`${found}: ${printable(recipients.join(', '))}\n`);
    }
    const report = await readJournal(path);
    tellIssues(report.warnings, context);
    context.stdout.write(values['json'] === true ? formatJson(report) : formatJournal(report));
    return report.unresolved.length === 0 ? 0 : 1;
  },
};
