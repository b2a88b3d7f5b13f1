import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMmsError } from '../../src/errors.ts';
import { decodePdu, encodePdu, MESSAGE_TYPES } from '../../src/mms/index.ts';
import { sourcesOf } from './sources.ts';

/* A module that a test loads while it runs would compute its tables with the change that is active then. */
for (const file of sourcesOf(join(import.meta.dirname, '..', '..', process.env['MUTATION_SOURCES'] ?? '')))
  await import(pathToFileURL(file).href);

/*
 * The tables of each message type are made when it is first met, and kept: made while a change is active they would
 * hold it for all tests that follow.
 */
for (const { name: messageType, code } of MESSAGE_TYPES) {
  meet(() => decodePdu(new Uint8Array([0x8c, code])));
  meet(() => encodePdu({ messageType } as Parameters<typeof encodePdu>[0]));
}

function meet(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    // Most types have mandatory fields.
    if (!isMmsError(error)) throw error;
  }
}
