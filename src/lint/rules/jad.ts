import { decodeUtf8Strictly } from '../../text/index.ts';
import type { LintContext } from '../context.ts';
import type { LintRule } from '../rule.ts';
import type { ContextPart } from '../subject.ts';
import { eachPart } from './each-part.ts';

const JAD_TYPE = 'text/vnd.sun.j2me.app-descriptor';

function isDescriptor({ contentType }: ContextPart): boolean {
  return contentType.toLowerCase() === JAD_TYPE;
}

/** An attribute of a descriptor (MIDP 2.0, application descriptor). */
function attributeOf({ data }: ContextPart, name: string): string | undefined {
  const text = decodeUtf8Strictly(data) ?? '';
  const line = text.split(/\r\n|\r|\n/).find(one => one.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}

function judge(part: ContextPart, { parts = [] }: LintContext): string | undefined {
  const url = attributeOf(part, 'MIDlet-Jar-URL') ?? '';
  const stated = attributeOf(part, 'MIDlet-Jar-Size') ?? '';
  if (url === '') return 'names no JAR: MIDlet-Jar-URL is missing';
  if (!/^\d{1,10}$/.test(stated)) return 'states no size of its JAR: MIDlet-Jar-Size is missing or no number';
  const file = url.slice(url.lastIndexOf('/') + 1);
  // Whatever type it is sent as: many senders take a JAR for a ZIP.
  const jar = parts.find(one => one.names.includes(file));
  if (jar === undefined || jar.data.length === Number(stated)) return undefined;
  return `states ${stated} octets for ${file}, which has ${jar.data.length}`;
}

/** Rules of application descriptors. */
export const JAD_RULES: readonly LintRule[] = [
  {
    code: 'media/jad',
    check: context => eachPart(context, part => (isDescriptor(part) ? judge(part, context) : undefined)),
  },
];
