import type { IssueCode } from '../../issues/index.ts';
import type { Outline, WrittenTime } from '../outline.ts';
import { timeOf } from '../read.ts';
import type { SmilFinding, SmilRule } from './rule.ts';

/** A rule that judges each time by itself. */
function timeRule(code: IssueCode, wrong: (written: WrittenTime) => string | undefined): SmilRule {
  return {
    code,
    mended: true,
    check: ({ times }) => {
      const findings: SmilFinding[] = [];
      for (const written of times) {
        const message = wrong(written);
        const { name, attribute, path } = written;
        if (message !== undefined) {
          findings.push({ message: `${name}="${attribute.value}" ${message}`, at: attribute, path });
        }
      }
      return findings;
    },
  };
}

function endBeforeBegin({ media }: Outline): SmilFinding[] {
  const findings: SmilFinding[] = [];
  for (const { name, element, path } of media) {
    const end = timeOf(element, 'end');
    const begin = end === undefined ? 0 : (timeOf(element, 'begin') ?? 0);
    if (end === undefined || end > begin) continue;
    const message = `<${name}> ends at ${end} ms and begins at ${begin} ms`;
    findings.push({ message, at: element.attributes.get('end'), path });
  }
  return findings;
}

function beyondSlide({ slides }: Outline): SmilFinding[] {
  const findings: SmilFinding[] = [];
  for (const { par, media } of slides) {
    const dur = timeOf(par, 'dur');
    if (dur === undefined || dur === 0) continue;
    for (const medium of media) {
      const begin = timeOf(medium.element, 'begin') ?? 0;
      const end = timeOf(medium.element, 'end') ?? 0;
      if (begin < dur && end <= dur) continue;
      const name = begin >= dur ? 'begin' : 'end';
      const message = `<${medium.name}> has ${name} at ${name === 'begin' ? begin : end} ms, the slide lasts ${dur} ms`;
      findings.push({ message, at: medium.element.attributes.get(name), path: medium.path });
    }
  }
  return findings;
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
