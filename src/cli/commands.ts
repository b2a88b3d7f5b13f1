import type { CommandRow } from './command.ts';

/** The commands of `mms`, each loaded when it is called, in the order of the help. */
export const COMMANDS: readonly CommandRow[] = [
  {
    name: 'compose',
    summary: 'make a .mms or a ZIP from a manifest, a folder or media files',
    example: 'mms compose photo.jpg caption.txt -o hello.mms --to +447700900123',
    load: async () => (await import('./commands/compose.ts')).compose,
  },
  {
    name: 'unpack',
    summary: 'write the parts of a message and a manifest into a folder',
    example: 'mms unpack hello.mms -d hello',
    load: async () => (await import('./commands/unpack.ts')).unpack,
  },
  {
    name: 'lint',
    summary: 'judge a message or a SMIL document by the rules that phones set',
    example: 'mms lint hello.mms --profile nokia-6230',
    load: async () => (await import('./commands/lint.ts')).lint,
  },
  {
    name: 'preview',
    summary: 'show a message on the screens of phones, as one HTML page',
    example: 'mms preview hello.mms -o hello.html',
    load: async () => (await import('./commands/preview.ts')).preview,
  },
  {
    name: 'dev',
    summary: 'show a preview in the browser that follows the files',
    example: 'mms dev message.yaml',
    load: async () => (await import('./commands/dev.ts')).dev,
  },
  {
    name: 'adapt',
    summary: 'fit a message to a phone: its formats, pixels and size',
    example: 'mms adapt hello.mms --profile nokia-6230 -o small.mms',
    load: async () => (await import('./commands/adapt.ts')).adapt,
  },
  {
    name: 'ringtone',
    summary: 'turn a tune into a ringing tone, RTTTL, RTX, iMelody, MIDI or WAV',
    example: 'mms ringtone tune.mid -o tune.rtttl',
    load: async () => (await import('./commands/ringtone.ts')).ringtone,
  },
  {
    name: 'vcard',
    summary: 'make a vCard 2.1 of JSON or of any vCard, or JSON of a vCard',
    example: 'mms vcard contact.vcf -o contact21.vcf',
    load: async () => (await import('./commands/vcard.ts')).vcard,
  },
  {
    name: 'vcal',
    summary: 'make a vCalendar 1.0 of JSON, vCalendar or iCalendar, or JSON',
    example: 'mms vcal meeting.ics -o meeting.vcs',
    load: async () => (await import('./commands/vcal.ts')).vcal,
  },
  {
    name: 'bitmap',
    summary: 'make a one-bit picture: WBMP, OTA bitmap, picture message, logo',
    example: 'mms bitmap logo.png -o logo.wbmp',
    load: async () => (await import('./commands/bitmap.ts')).bitmap,
  },
  {
    name: 'sms',
    summary: 'make SMS-SUBMIT TPDUs of text or data, or read TPDUs',
    example: 'mms sms --text "Hello" --to +447700900123',
    load: async () => (await import('./commands/sms.ts')).sms,
  },
  {
    name: 'push',
    summary: 'make a WAP push: link, MMS notification or settings',
    example: 'mms push --si-href http://example.com/a --si-content Hello',
    load: async () => (await import('./commands/push.ts')).push,
  },
  {
    name: 'ems',
    summary: 'make an EMS message of text, sounds and pictures, or read one',
    example: 'mms ems --input message.json --to +447700900123 --json',
    load: async () => (await import('./commands/ems.ts')).ems,
  },
  {
    name: 'settings',
    summary: 'make settings for a phone over the air: access point, MMSC, mail',
    example: 'mms settings --network 234-10 --to +447700900123',
    load: async () => (await import('./commands/settings.ts')).settings,
  },
  {
    name: 'send',
    summary: 'hand a message to the gateway',
    example: 'mms send mms hello.mms --to 447700900123 --credentials account.env',
    load: async () => (await import('./commands/send.ts')).send,
  },
  {
    name: 'journal',
    summary: 'show what a journal of mms send remembers, settle what is unknown',
    example: 'mms journal sale.journal --resolve r12 not-sent',
    load: async () => (await import('./commands/journal.ts')).journal,
  },
  {
    name: 'sandbox',
    summary: 'run a stand-in for the gateway on this machine',
    example: 'mms sandbox --port 8080 --store inbox',
    load: async () => (await import('./commands/sandbox.ts')).sandbox,
  },
  {
    name: 'phones',
    summary: 'find phones by their names and show what they take',
    example: 'mms phones "nokia 6230"',
    load: async () => (await import('./commands/phones.ts')).phones,
  },
  {
    name: 'networks',
    summary: 'find networks by code or name, with limits and access points',
    example: 'mms networks 234-10',
    load: async () => (await import('./commands/networks.ts')).networks,
  },
  {
    name: 'decode',
    summary: 'show what a binary MMS PDU or a WAP push says',
    example: 'mms decode hello.mms',
    load: async () => (await import('./commands/decode.ts')).decode,
  },
  {
    name: 'inspect',
    summary: 'show every octet of a message with its field, value and clause',
    example: 'mms inspect hello.mms',
    load: async () => (await import('./commands/inspect.ts')).inspect,
  },
  {
    name: 'completion',
    summary: 'write the completion of mms for bash, zsh or fish',
    example: 'mms completion bash > ~/.local/share/bash-completion/completions/mms',
    load: async () => (await import('./commands/completion.ts')).completionOf(COMMANDS),
  },
];
