import { describe, expect, it } from 'vitest';
import { encodeSms } from '../../src/sms/index.ts';
import {
  checkJudged,
  checkMimeSource,
  checkReports,
  checkSegment,
  checkSegments,
} from '../../src/submit/shapes.ts';

const PART = { contentType: 'text/plain', parameters: {}, data: new Uint8Array() };
const [SEGMENT] = encodeSms({ to: '+447700900123', text: 'Hi' });
const REPORT = { report: -2, accepted: true };
const JUDGED = { outcome: 'accepted', results: [REPORT] };

describe('what is as it should be', () => {
  it.each([
    () => checkMimeSource({ parts: [PART], others: 1 }, 'base64'),
    () => checkSegment(SEGMENT),
    () => checkSegments([SEGMENT]),
    () => checkReports([REPORT]),
    () => checkJudged(['447700900123'], JUDGED),
  ])('is taken: %#', check => {
    expect(check).not.toThrow();
  });
});

describe('what is not', () => {
  it.each<[string, () => void]>([
    ['source', () => checkMimeSource(null, 'binary')],
    ['source', () => checkMimeSource('x', 'binary')],
    ['source.parts[0].data', () => checkMimeSource({ parts: [{ ...PART, data: 'x' }] }, 'binary')],
    ['encoding', () => checkMimeSource({ parts: [PART] }, 'quoted-printable')],
    ['segment', () => checkSegment('x')],
    ['segment.tpdu', () => checkSegment({ ...SEGMENT, tpdu: 'x' })],
    ['segments', () => checkSegments('x')],
    ['segments[1].length', () => checkSegments([SEGMENT, { ...SEGMENT, length: 'x' }])],
    ['reports', () => checkReports({})],
    ['reports[0].report', () => checkReports([{ ...REPORT, report: 'x' }])],
    ['recipients', () => checkJudged('447700900123', JUDGED)],
    ['recipients[0]', () => checkJudged([447700900123], JUDGED)],
    ['result', () => checkJudged([], 'accepted')],
    ['result.outcome', () => checkJudged([], { ...JUDGED, outcome: 'fine' })],
  ])('is told where it stands: %s', (path, check) => {
    expect(check).toThrow(expect.objectContaining({ code: 'bytes/value-type', path }));
  });
});
