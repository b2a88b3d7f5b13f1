import { expect, it } from 'vitest';
import { cardAsset } from '../../../src/presentation/read/card-asset.ts';

it('a contact becomes a vCard, what has the type of an entry a vCalendar', () => {
  const text = (model: Record<string, unknown>) => {
    const { name, contentType, data } = cardAsset(model, 'one', 'attachments[0].card');
    return [name, contentType, new TextDecoder().decode(data).split('\r\n', 1)[0]];
  };
  expect(text({ family: 'Doe', given: 'Jane' })).toEqual(['one.vcf', 'text/x-vCard', 'BEGIN:VCARD']);
  const entry = { type: 'event', summary: 'Tea', start: '2026-05-23T14:00:00', end: '2026-05-23T15:00:00' };
  expect(text(entry)).toEqual(['one.vcs', 'text/x-vCalendar', 'BEGIN:VCALENDAR']);
});
