import { isMmsError, type MmsError } from '../errors.ts';
import { type Issue, issue } from '../issues/index.ts';
import { isXml, parseSmilPart, rootPart } from '../message/index.ts';
import { type DecodedPdu, decodePdu } from '../mms/index.ts';
import { type ParsedSmil, parseSmil } from '../smil/index.ts';
import type { LintMessage } from './message.ts';
import { type ContextPart, contextPart, type LintSubject, nameOf, shownMedia } from './subject.ts';

/** Reads what there is to judge; what cannot be read is a finding. */
export function subjectOf(message: string | Uint8Array | LintMessage, file: string | undefined): LintSubject {
  if (typeof message === 'string' || (message instanceof Uint8Array && isXml(message))) {
    return { shown: [], headers: {}, ...readDocument(message, file), file, documentFile: file };
  }
  try {
    return messageSubject(message instanceof Uint8Array ? messageOfOctets(message) : message, file);
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return { raised: inFile([issueOf(error)], file), shown: [], headers: {}, file };
  }
}

function messageOfOctets(bytes: Uint8Array): LintMessage {
  const pdu = decodePdu(bytes);
  const message = messageOf(pdu);
  return { ...message, issues: pdu.warnings, totalBytes: bytes.length };
}

/** A PDU without content has no parts to judge. */
function messageOf(pdu: DecodedPdu): LintMessage {
  if (pdu.messageType !== 'm-send-req' && pdu.messageType !== 'm-retrieve-conf') return { parts: [] };
  const { parts = [], body, contentType } = pdu;
  const single =
    body === undefined || contentType === undefined
      ? []
      : [{ contentType: contentType.type, parameters: contentType.parameters, data: body }];
  return { parts: [...parts, ...single], headers: pdu, contentType };
}

function issueOf({ code, message, offset, path, hint, details }: MmsError): Issue {
  const [first] = details?.issues ?? [];
  return (
    first ??
    issue(code, message, {
      ...(offset === undefined ? {} : { offset }),
      ...(path === undefined ? {} : { path }),
      ...(hint === undefined ? {} : { hint }),
    })
  );
}

function messageSubject(message: LintMessage, file: string | undefined): LintSubject {
  const all = message.parts.map(contextPart);
  const smil = rootPart(all, message.contentType);
  const parts = all.filter(part => part !== smil);
  const documentFile = smil && documentFileOf(smil, file);
  const { document, raised = [] } = smil === undefined ? {} : documentOf(message, all, smil, documentFile);
  const issues = message.issues ?? [];
  const known =
    smil === undefined
      ? issues
      : issues.map(found =>
          found.file === nameOf(smil) ? { ...found, file: documentFileOf(smil, file) } : found,
        );
  const { totalBytes, refused } = sizeOf(message);
  return {
    raised: [...inFile([...known, ...refused], file), ...withoutKnown(raised, known)],
    parts,
    shown: document === undefined ? [] : shownMedia(document, parts),
    headers: message.headers ?? {},
    document,
    totalBytes,
    file,
    documentFile,
  };
}

function documentFileOf(smil: ContextPart, file: string | undefined): string {
  return file === undefined ? nameOf(smil) : `${file}#${nameOf(smil)}`;
}

/** The document of the presentation as it was read, else read now. */
function documentOf(
  { parts, smil: known }: LintMessage,
  all: readonly ContextPart[],
  smil: ContextPart,
  file: string | undefined,
): ReadDocument {
  const isRead = known !== undefined && known.part === parts[all.indexOf(smil)];
  const document = isRead ? known.parsed : undefined;
  return document === undefined
    ? readDocument(smil, file)
    : { document, raised: inFile(document.issues, file) };
}

/** A message that cannot be encoded has no size, and why not is a finding. */
function sizeOf(message: LintMessage): { totalBytes?: number | undefined; refused: readonly Issue[] } {
  try {
    return { totalBytes: message.totalBytes ?? message.sizeReport?.().total, refused: [] };
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return { refused: [issueOf(error)] };
  }
}

/** The findings that no other reader made already: its place in the author's file is worth more. */
export function withoutKnown(
  issues: readonly Issue[],
  known: readonly Issue[],
  pathsOf: (found: Issue) => readonly (string | undefined)[] = found => [found.path],
): Issue[] {
  const keys = new Set(known.flatMap(found => pathsOf(found).map(path => `${found.code} ${path}`)));
  return issues.filter(({ code, path }) => !keys.has(`${code} ${path}`));
}

const RELAXED = { recover: true } as const;

interface ReadDocument {
  readonly document?: ParsedSmil;
  readonly raised: readonly Issue[];
}

function readDocument(input: string | Uint8Array | ContextPart, file: string | undefined): ReadDocument {
  const isPart = typeof input !== 'string' && !(input instanceof Uint8Array);
  try {
    const document = isPart ? parseSmilPart(input, RELAXED) : parseSmil(input, RELAXED);
    return { document, raised: inFile(document.issues, file) };
  } catch (error) {
    if (!isMmsError(error)) throw error;
    return { raised: inFile([issueOf(error)], file) };
  }
}

function inFile(issues: readonly Issue[], file: string | undefined): Issue[] {
  return issues.map(found => (file === undefined || found.file !== undefined ? found : { ...found, file }));
}
