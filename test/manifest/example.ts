/** A manifest with most keys, as an author would write it. */
export const EXAMPLE = {
  $schema: './node_modules/mms-composer/schema/message.schema.json',
  subject: 'Spring sale',
  to: ['+447700900123'],
  contentClass: 'image-rich',
  mode: 'warning',
  budget: { bytes: '100kB', reserve: 1024 },
  layout: { preset: 'image-above-text', width: 160, height: 140, imageHeight: 120 },
  defaults: { duration: '5s', charset: 'utf-8', background: '#ffffff' },
  slides: [
    {
      image: 'img/hero.jpg',
      alt: 'Shop window',
      text: 'Everything must go',
      audio: 'snd/jingle.amr',
      duration: 'auto',
    },
    {
      image: { src: 'img/map.png', as: 'gif', maxColours: 16, fit: 'meet' },
      text: { file: 'txt/where.txt' },
    },
    { video: 'clip/short.3gp', text: { value: 'Watch', begin: '1s' } },
  ],
  attachments: [{ src: 'contact.vcf', type: 'text/x-vCard' }],
  targets: {
    default: { profile: 'oma-image-rich' },
    old: { profile: 'sonyericsson-t68i', smil: 'auto' },
    raw: { adapt: false, smil: 'verbatim' },
  },
  lint: { 'timing/not-milliseconds': 'error', 'ref/unreferenced': 'off' },
  out: {
    mms: 'dist/[target]/sale.mms',
    zip: 'dist/[target]/sale.zip',
    preview: 'dist/sale.html',
    report: 'dist/sale.size.json',
  },
};

/** A manifest as unpacking writes it, of a message that no rule of ours made. */
export const UNPACKED = {
  pdu: 'retrieve-conf',
  subject: 'Text with {{braces}}',
  to: ['+447700900123/TYPE=PLMN'],
  headers: {
    cc: ['someone@example.org'],
    from: '+447700900124/TYPE=PLMN',
    date: '2004-05-23T14:14:58Z',
    messageClass: 'x-special',
    priority: 0x99,
    deliveryReport: 'no',
    mmsVersion: '1.0',
    messageId: 'id@example.org',
    replyChargingDeadline: { relative: 3600 },
    previouslySentBy: [{ count: 1, address: '+447700900125' }],
    previouslySentDate: [{ count: 1, date: '2004-05-22' }],
    mmFlags: [{ action: 'add', text: 'keyword' }],
    retrieveStatus: 'ok',
  },
  smil: 'verbatim',
  contentType: {
    type: 'application/vnd.wap.multipart.related',
    parameters: {
      type: 'application/smil',
      start: '<0000>',
      q: 0.5,
      'creation-date': { date: '2004-05-23' },
    },
    unknownParameters: [{ code: 96, raw: '00ff' }],
  },
  parts: [
    { src: 'smil.smil', type: 'application/smil', contentId: '<0000>' },
    {
      src: 'a.jpg',
      type: 'image/jpeg',
      contentId: null,
      contentLocation: 'Picture 1.jpg',
      headers: [
        { name: 'Content-Language', value: 'en' },
        { name: 'Date', value: { date: '2004-05-23T14:14:58Z' } },
        { name: 'Content-MD5', value: { hex: '00112233445566778899aabbccddeeff' } },
        {
          name: 'Content-Disposition',
          value: { disposition: 'attachment', parameters: { filename: 'a.jpg' } },
        },
        { code: 119, raw: '616200' },
      ],
    },
    { src: 'a.txt', type: 'text/plain', charset: 'utf-8' },
    { src: 'b.bin', type: 'application/octet-stream', typeCode: 0x7e, charset: 2000 },
  ],
  unknown: [{ code: 0x7f, raw: '8000' }],
  applicationHeaders: [{ name: 'X-Foo', value: 'bar' }],
};
