import { requireArray, requireObject, requireText } from '../../bytes/index.ts';
import { MmsError } from '../../errors.ts';
import type { Presentation } from '../../presentation/index.ts';
import type { GatewayMessage, MmsSubmission } from '../form/message.ts';

/** @throws MmsError `submit/kind` for a message that is not an MMS */
export function requireMms(message: GatewayMessage): MmsSubmission {
  if (message.kind === 'mms') return message;
  throw new MmsError('submit/kind', `a message of kind ${message.kind} is not an MMS`, {
    path: 'kind',
    hint: 'send it by the gateway, kannel, smpp or modem',
  });
}

/**
 * The message of a submission as a presentation: its own, or its file read as what its name says. The presentation room
 * is loaded only now.
 * @throws MmsError `submit/missing`, and as the readers of files do
 */
export async function presentationOf(message: MmsSubmission): Promise<Presentation> {
  const { presentation, file } = message;
  if (presentation !== undefined) {
    const { parts } = requireObject(presentation, 'a Presentation', 'presentation');
    requireArray(parts, 'the parts of a Presentation', 'presentation.parts');
    return presentation;
  }
  if (file === undefined) {
    throw new MmsError(
      'submit/missing',
      'expected a file or a presentation: only the gateway has a library',
      {
        path: 'file',
      },
    );
  }
  requireText(requireObject(file, 'a file such as { name, data }', 'file').name, 'a file name', 'file.name');
  const { Presentation: Opened } = await import('../../presentation/index.ts');
  if (/\.mms$/i.test(file.name)) return Opened.fromMms(file.data);
  if (/\.zip$/i.test(file.name)) return Opened.fromZip(file.data);
  return Opened.fromFiles([file], { smil: message.smil });
}

/** The subject of a submission, which wins over that of its presentation. */
export function subjectOf({ subject }: MmsSubmission, { headers }: Presentation): string | undefined {
  return subject ?? (typeof headers.subject === 'string' ? headers.subject : undefined);
}
