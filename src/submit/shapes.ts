import { boolean, list, number, object, octets, requireShape, text, word } from '../schema/index.ts';

const anything = object('', { keys: {}, isOpen: true });

const PART = object('A part.', {
  keys: {
    contentType: text('Its media type.'),
    parameters: anything,
    contentId: text('Its Content-ID.'),
    contentLocation: text('Its Content-Location.'),
    name: text('Its name.'),
    data: octets('Its octets.'),
  },
  required: ['contentType', 'parameters', 'data'],
  isOpen: true,
});

const MIME_SOURCE = object('A message.', {
  keys: { parts: list('Its parts.', PART) },
  required: ['parts'],
  isOpen: true,
});
const ENCODING = word('How octets stand in a part.', ['binary', 'base64']);

/** @throws MmsError `bytes/value-type`; of a presentation only its parts are asked for */
export function checkMimeSource(source: unknown, encoding: unknown): void {
  requireShape(MIME_SOURCE, source, 'bytes/value-type', ['source']);
  requireShape(ENCODING, encoding, 'bytes/value-type', ['encoding']);
}

const SEGMENT = object('A short message.', {
  keys: {
    tpdu: octets('The TPDU.'),
    length: number('Its octets.'),
    userDataHeader: octets('The header.'),
    userData: octets('TP-UD.'),
    septets: octets('The septets.'),
  },
  required: ['tpdu', 'length', 'userDataHeader', 'userData'],
  isOpen: true,
});

/** @throws MmsError `bytes/value-type` */
export function checkSegment(segment: unknown): void {
  requireShape(SEGMENT, segment, 'bytes/value-type', ['segment']);
}

/** @throws MmsError `bytes/value-type` */
export function checkSegments(segments: unknown): void {
  requireShape(list('Short messages.', SEGMENT), segments, 'bytes/value-type', ['segments']);
}

const REPORT = {
  messageIdentifier: text('The number of the message.'),
  report: number('The code.', { min: Number.MIN_SAFE_INTEGER }),
  accepted: boolean('It was taken.'),
  text: text('What the gateway says.'),
  libraryNumber: number('Where the gateway keeps the file.'),
};
const REPORTS = list(
  'Reports.',
  object('A report.', { keys: REPORT, required: ['report', 'accepted'], isOpen: true }),
);

/** @throws MmsError `bytes/value-type` */
export function checkReports(reports: unknown): void {
  requireShape(REPORTS, reports, 'bytes/value-type', ['reports']);
}

const RECIPIENTS = list('Numbers.', text('A number.'));
const JUDGED = object('What became of a submission.', {
  keys: {
    outcome: word('Of the whole.', ['accepted', 'partial', 'rejected', 'not-sent', 'unknown']),
    results: list(
      'By recipient.',
      object('A result.', {
        keys: { ...REPORT, recipient: text('A number.') },
        required: ['accepted'],
        isOpen: true,
      }),
    ),
  },
  required: ['outcome', 'results'],
  isOpen: true,
});

/** @throws MmsError `bytes/value-type` */
export function checkJudged(recipients: unknown, result: unknown): void {
  requireShape(RECIPIENTS, recipients, 'bytes/value-type', ['recipients']);
  requireShape(JUDGED, result, 'bytes/value-type', ['result']);
}
