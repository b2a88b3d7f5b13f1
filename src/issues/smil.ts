import type { IssueCodeRow } from './row.ts';

/** Codes about SMIL documents. */
export const SMIL_ISSUES = {
  'smil/not-well-formed': {
    severity: 'error',
    title: 'not well-formed, or more than one root',
    clause: 'XML 1.0 2.1',
  },
  'smil/root': { severity: 'error', title: 'the root element is not smil', clause: 'MMS-CONF2' },
  'smil/case': { severity: 'error', title: 'a name is not in lower case', clause: 'MMS-CONF2' },
  'smil/structure': { severity: 'error', title: 'not head, then body', clause: 'MMS-CONF2' },
  'smil/no-body': { severity: 'error', title: 'no body', clause: 'MMS-CONF2' },
  'smil/doctype-internal-subset': {
    severity: 'error',
    title: 'an internal DTD subset',
    clause: 'XML 1.0 2.8',
  },
  'smil/doctype': { severity: 'info', title: 'a declaration or DOCTYPE is not needed' },
  'smil/unknown-element': {
    severity: 'error',
    title: 'an element outside MMS SMIL',
    clause: 'MMS-CONF2',
  },
  'smil/unknown-attribute': {
    severity: 'warning',
    title: 'an attribute outside MMS SMIL',
    clause: 'MMS-CONF2',
  },
  'smil/transition': {
    severity: 'warning',
    title: 'transitions belong to 3GPP SMIL',
    clause: '26.246 7',
  },
  'smil/param-in-text': { severity: 'warning', title: 'param inside text', clause: 'OMA-MMS-CONF 8.1.2.2' },
  'layout/missing-head': {
    severity: 'warning',
    title: 'no head or layout: some phones then show nothing',
    clause: 'AOSP SmilDocumentImpl',
  },
  'layout/root-layout-count': {
    severity: 'error',
    title: 'not exactly one root-layout',
    clause: 'MMS-CONF2',
  },
  'layout/root-size-missing': {
    severity: 'warning',
    title: 'the root-layout has no size',
    clause: 'MMS-CONF2',
  },
  'layout/too-many-regions': { severity: 'error', title: 'more than two regions', clause: 'MMS-CONF2' },
  'layout/duplicate-region': {
    severity: 'error',
    title: 'a region declared twice',
    clause: 'MMS-CONF2',
  },
  'layout/region-name': {
    severity: 'error',
    title: 'a region that is neither Image nor Text',
    clause: 'MMS-CONF2',
  },
  'layout/mixed-units': {
    severity: 'error',
    title: 'pixels and per cent in one element',
    clause: 'MMS-CONF2',
  },
  'layout/region-outside-root': { severity: 'warning', title: 'a region reaches outside the root-layout' },
  'layout/length-syntax': {
    severity: 'warning',
    title: 'a length that is no whole number, px or %',
    clause: 'AOSP SmilHelper',
  },
  'layout/several-fits': {
    severity: 'error',
    title: 'pictures fill their one region in two ways',
    clause: 'MMS-CONF2',
  },
  'layout/unknown-fit': { severity: 'warning', title: 'a value of fit that SMIL 2.0 does not have' },
  'layout/background-attribute': { severity: 'warning', title: 'a background colour is outside MMS SMIL' },
  'layout/unused-region': { severity: 'info', title: 'a region that no slide uses' },
  'slide/none': { severity: 'error', title: 'no slide', clause: 'MMS-CONF2' },
  'slide/not-par': {
    severity: 'error',
    title: 'the body holds something other than par',
    clause: 'AOSP SlideshowModel',
  },
  'slide/nested-container': {
    severity: 'error',
    title: 'a time container inside par',
    clause: 'MMS-CONF2',
  },
  'slide/empty': { severity: 'warning', title: 'a slide without media' },
  'slide/too-many': {
    severity: 'warning',
    title: 'more slides than phones edit',
    clause: 'AOSP SlideshowEditor',
  },
  'slide/duplicate-media': {
    severity: 'error',
    title: 'two media of one kind on a slide',
    clause: 'MMS-CONF2',
  },
  'slide/image-and-video': {
    severity: 'error',
    title: 'picture and video on one slide',
    clause: 'MMS-CONF2',
  },
  'slide/region-reused': {
    severity: 'error',
    title: 'a region used twice on a slide',
    clause: 'MMS-CONF2',
  },
  'slide/video-and-audio': {
    severity: 'error',
    title: 'sound beside a video',
    clause: 'Tizen MmsPluginSMILValidate',
  },
  'slide/missing-region': {
    severity: 'warning',
    title: 'a visible medium without region',
    clause: 'Tizen MmsPluginSMILValidate',
  },
  'slide/unknown-region': {
    severity: 'error',
    title: 'a region that the layout does not declare',
    clause: 'AOSP MediaModelFactory',
  },
  'slide/audio-region': { severity: 'warning', title: 'a region on a sound' },
  'timing/missing-dur': { severity: 'warning', title: 'a slide without duration', clause: 'MMS-CONF2' },
  'timing/not-milliseconds': {
    severity: 'warning',
    title: 'a time not in whole milliseconds',
    clause: 'MMS-CONF2',
  },
  'timing/syntax': { severity: 'error', title: 'not a time', clause: 'SMIL 2.0 clock values' },
  'timing/indefinite': { severity: 'error', title: 'an indefinite duration', clause: 'MMS-CONF2' },
  'timing/clock-value': {
    severity: 'error',
    title: 'a clock value, which AOSP computes wrongly',
    clause: 'AOSP SmilHelper',
  },
  'timing/zero-dur': { severity: 'error', title: 'a slide of no length' },
  'timing/end-before-begin': { severity: 'error', title: 'a medium ends before it begins' },
  'timing/beyond-slide': { severity: 'warning', title: 'a medium outlives its slide' },
  'timing/shorter-than-media': { severity: 'warning', title: 'the slide ends before its sound or video' },
  'timing/too-short': { severity: 'info', title: 'a slide of less than a second' },
  'timing/too-long': { severity: 'info', title: 'a slide of more than a minute' },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
