import type { Command } from './command.ts';

/** The commands of `mms`, each loaded when it is called, in the order of the help. */
export const COMMANDS = new Map<string, () => Promise<Command>>([
  ['compose', async () => (await import('./commands/compose.ts')).compose],
  ['unpack', async () => (await import('./commands/unpack.ts')).unpack],
  ['lint', async () => (await import('./commands/lint.ts')).lint],
  ['adapt', async () => (await import('./commands/adapt.ts')).adapt],
  ['ringtone', async () => (await import('./commands/ringtone.ts')).ringtone],
  ['vcard', async () => (await import('./commands/vcard.ts')).vcard],
  ['vcal', async () => (await import('./commands/vcal.ts')).vcal],
  ['bitmap', async () => (await import('./commands/bitmap.ts')).bitmap],
  ['sms', async () => (await import('./commands/sms.ts')).sms],
  ['push', async () => (await import('./commands/push.ts')).push],
  ['ems', async () => (await import('./commands/ems.ts')).ems],
  ['settings', async () => (await import('./commands/settings.ts')).settings],
  ['send', async () => (await import('./commands/send.ts')).send],
  ['sandbox', async () => (await import('./commands/sandbox.ts')).sandbox],
  ['phones', async () => (await import('./commands/phones.ts')).phones],
  ['networks', async () => (await import('./commands/networks.ts')).networks],
  ['preview', async () => (await import('./commands/preview.ts')).preview],
  ['decode', async () => (await import('./commands/decode.ts')).decode],
  ['inspect', async () => (await import('./commands/inspect.ts')).inspect],
]);
