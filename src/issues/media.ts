import type { IssueCodeRow } from './row.ts';

/** Codes about media. */
export const MEDIA_ISSUES = {
  'media/type-mismatch': {
    severity: 'warning',
    title: 'the content is not what the name or type says',
    rule: {},
  },
  'media/unknown-type': { severity: 'warning', title: 'the media type is not known', rule: {} },
  'media/element-mismatch': { severity: 'error', title: 'the element does not fit the medium', rule: {} },
  'media/not-a-picture': { severity: 'error', title: 'a picture that cannot be read' },
  'media/too-many-pixels': { severity: 'error', title: 'a picture of more pixels than allowed' },
  'media/too-many-frames': { severity: 'error', title: 'an animation of more frames than allowed' },
  'media/cannot-fit': { severity: 'error', title: 'a picture that cannot be made small enough' },
  'media/no-image-library': { severity: 'error', title: 'sharp, which decodes pictures, is not installed' },
  'media/unknown-profile': { severity: 'error', title: 'no such profile or content class' },
  'media/invalid-profile': { severity: 'error', title: 'a profile that is not valid' },
  'media/not-in-class': {
    severity: 'warning',
    title: 'a media type outside the content class',
    clause: 'OMA-MMS-CONF 7',
    rule: { byMode: true, fix: 'adapt converts pictures' },
  },
  'media/not-accepted': {
    severity: 'error',
    title: 'the profile does not accept the media type',
    rule: { fix: 'adapt converts pictures; other media are dropped or replaced on request' },
  },
  'media/progressive-jpeg': {
    severity: 'warning',
    title: 'a JPEG that is not baseline',
    clause: '26.140 4',
    rule: { byMode: true, fix: 'adapt writes a baseline JPEG' },
  },
  'media/no-jfif': {
    severity: 'warning',
    title: 'a JPEG without JFIF header',
    clause: '26.140 4',
    rule: { byMode: true, fix: 'adapt adds the JFIF header' },
  },
  'media/cmyk-jpeg': {
    severity: 'warning',
    title: 'a CMYK JPEG',
    clause: '26.140 4',
    rule: { byMode: true, fix: 'adapt writes sRGB' },
  },
  'media/animated-gif': { severity: 'info', title: 'the profile shows the first frame only', rule: {} },
  'media/alpha-flattened': { severity: 'info', title: 'transparency was flattened', rule: {} },
  'media/orientation': {
    severity: 'info',
    title: 'the picture was turned upright',
    rule: { fix: 'adapt turns it upright' },
  },
  'media/image-too-large': {
    severity: 'warning',
    title: 'more pixels than the class or profile allows',
    clause: 'OMA-MMS-CONF 7',
    rule: { byMode: true, fix: 'adapt makes the picture smaller' },
  },
  'media/video-dimensions': {
    severity: 'warning',
    title: 'a video that is not QCIF or sub-QCIF',
    clause: 'OMA-MMS-CONF 7',
    rule: { byMode: true },
  },
  'media/location': {
    severity: 'warning',
    title: 'a picture or a film that tells where it was taken',
    rule: { fix: 'compose and adapt take it off, unless told to keep it' },
  },
  'media/personal-metadata': {
    severity: 'info',
    title: 'a picture with metadata of its camera or author',
    rule: { fix: 'compose and adapt take it off, unless told to keep it' },
  },
  'media/rare-type': {
    severity: 'warning',
    title: 'a type that few phones show',
    clause: 'UAProf-data',
    rule: {},
  },
  'media/jad': {
    severity: 'warning',
    title: 'an application descriptor that does not lead to its JAR',
    rule: {},
  },
  'media/drm-untouched': { severity: 'info', title: 'protected content was left as it is', rule: {} },
} as const satisfies Readonly<Record<string, IssueCodeRow>>;
