import type { IssueCode } from '../../issues/index.ts';
import type { XmlAttribute } from '../../xml/index.ts';
import type { Outline, OutlinedMedium, OutlinedSlide } from '../outline.ts';
import { attributeOf } from '../read.ts';
import { parseSmilTime, type SmilTime } from '../time.ts';
import type { SmilFinding, SmilRule } from './rule.ts';

interface WrittenTime {
  readonly name: string;
  readonly attribute: XmlAttribute;
  readonly time: SmilTime | undefined;
  readonly path: string;
}

/** Every `dur`, `begin` and `end` of the slides. */
function writtenTimes({ slides }: Outline): WrittenTime[] {
  return slides.flatMap(({ par, media, path }) => [
    ...timesOf(par, ['dur'], path),
    ...media.flatMap(medium => timesOf(medium.element, ['begin', 'end'], medium.path)),
  ]);
}

function timesOf(element: OutlinedSlide['par'], names: readonly string[], path: string): WrittenTime[] {
  return names.flatMap(name => {
    const attribute = element?.attributes.get(name);
    return attribute === undefined ? [] : [{ name, attribute, time: parseSmilTime(attribute.value), path }];
  });
}

/** A rule that judges each time by itself. */
function timeRule(code: IssueCode, wrong: (written: WrittenTime) => string | undefined): SmilRule {
  return {
    code,
    mended: true,
    check: outline =>
      writtenTimes(outline).flatMap(written => {
        const message = wrong(written);
        const { name, attribute, path } = written;
        return message === undefined
          ? []
          : [{ message: `${name}="${attribute.value}" ${message}`, at: attribute, path }];
      }),
  };
}

function timeOf(medium: OutlinedMedium, name: string): number | undefined {
  return parseSmilTime(attributeOf(medium.element, name) ?? '')?.ms;
}

function endBeforeBegin({ slides }: Outline): SmilFinding[] {
  return slides.flatMap(({ media }) =>
    media.flatMap(medium => {
      const begin = timeOf(medium, 'begin') ?? 0;
      const end = timeOf(medium, 'end');
      if (end === undefined || end > begin) return [];
      const message = `<${medium.name}> ends at ${end} ms and begins at ${begin} ms`;
      return [{ message, at: medium.element.attributes.get('end'), path: medium.path }];
    }),
  );
}

function beyondSlide({ slides }: Outline): SmilFinding[] {
  return slides.flatMap(({ par, media }) => {
    const dur = parseSmilTime(attributeOf(par, 'dur') ?? '')?.ms;
    if (dur === undefined || dur === 0) return [];
    return media.flatMap(medium => {
      const begin = timeOf(medium, 'begin') ?? 0;
      const end = timeOf(medium, 'end') ?? 0;
      if (begin < dur && end <= dur) return [];
      const name = begin >= dur ? 'begin' : 'end';
      const message = `<${medium.name}> has ${name} at ${name === 'begin' ? begin : end} ms, the slide lasts ${dur} ms`;
      return [{ message, at: medium.element.attributes.get(name), path: medium.path }];
    });
  });
}

export const TIMING_RULES: readonly SmilRule[] = [
  {
    code: 'timing/missing-dur',
    mended: true,
    check: ({ slides }) =>
      slides.flatMap(({ par, path }, index) =>
        par === undefined || par.attributes.has('dur')
          ? []
          : [{ message: `slide ${index + 1} has no dur: each phone takes its own`, at: par, path }],
      ),
  },
  timeRule('timing/not-milliseconds', ({ time }) =>
    time?.form === 'seconds' ? `is written "${time.ms}ms"` : undefined,
  ),
  timeRule('timing/syntax', ({ time }) => (time === undefined ? 'is not a time' : undefined)),
  timeRule('timing/indefinite', ({ time }) => (time?.form === 'indefinite' ? 'never ends' : undefined)),
  timeRule('timing/clock-value', ({ time }) =>
    time?.form === 'clock' ? `is written "${time.ms}ms": some phones compute it wrongly` : undefined,
  ),
  timeRule('timing/zero-dur', ({ name, time }) =>
    name === 'dur' && time?.ms === 0 ? 'shows nothing' : undefined,
  ),
  { code: 'timing/end-before-begin', mended: true, check: endBeforeBegin },
  { code: 'timing/beyond-slide', mended: true, check: beyondSlide },
  timeRule('timing/too-short', ({ name, time }) =>
    name === 'dur' && time?.ms !== undefined && time.ms > 0 && time.ms < 1000
      ? 'is less than a second'
      : undefined,
  ),
  timeRule('timing/too-long', ({ name, time }) =>
    name === 'dur' && time?.ms !== undefined && time.ms > 60_000 ? 'is more than a minute' : undefined,
  ),
];
