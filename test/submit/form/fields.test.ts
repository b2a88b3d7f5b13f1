import { describe, expect, it } from 'vitest';
import { formFields, typeIssues } from '../../../src/submit/form/fields.ts';

const TO = ['447700900123'];
const TEXT = { kind: 'text', to: TO, text: 'Hi' };

function fieldsOf(message: unknown) {
  return formFields(message).fields.map(({ name, text, unreserved }) => [name, text, unreserved]);
}

function errorsOf(message: unknown): string[] {
  return formFields(message)
    .issues.filter(({ severity }) => severity === 'error')
    .map(({ code, path }) => (path === undefined ? code : `${code} ${path}`));
}

describe('the fields of a message', () => {
  it('tell which of them need no percent-encoding', () => {
    const message = { kind: 'pdu', to: TO, delayMinutes: 5, userDataHeader: new Uint8Array([0]), text: 'x' };
    expect(fieldsOf(message)).toEqual([
      ['SendTo', '447700900123', undefined],
      ['SendTimeDelay', '5', true],
      ['Message', 'x', undefined],
      ['SmsSubmitPduDataCodingScheme', '00', true],
      ['SmsSubmitPduProtocolIdentifier', '00', true],
      ['SmsSubmitPduUserDataHeader', '00', true],
    ]);
  });

  it('are those that are right', () => {
    const message = {
      kind: 'wap-push',
      to: TO,
      delayMinutes: 0,
      file: { name: 'a.gif', data: new Uint8Array() },
      extraParameters: { Flag: '', Wrong: '\0' },
    };
    expect(fieldsOf(message)).toEqual([
      ['SendTo', '447700900123', undefined],
      ['WAPPushFileName1', 'a.gif', undefined],
      ['Flag', '', undefined],
    ]);
    expect(fieldsOf({ ...TEXT, extraParameters: 'x' })).toHaveLength(2);
    expect(fieldsOf({ kind: 'fax' })).toEqual([]);
  });

  it('of octets are written when they are asked for, once', () => {
    const data = new Uint8Array([1]);
    const { fields } = formFields({ kind: 'mms', to: TO, file: { name: 'a.gif', data } });
    const field = fields.find(({ name }) => name === 'MMSNotificationFileData1');
    data[0] = 2;
    expect(field?.text).toBe('02');
    data[0] = 3;
    expect(field?.text).toBe('02');
  });
});

describe('a message', () => {
  it.each([
    [{ kind: 'text' }, 'text'],
    [{ kind: 'vcard' }, 'card'],
    [{ kind: 'vcalendar' }, 'calendar'],
    [{ kind: 'service-indication' }, 'href'],
    [{ kind: 'operator-logo', library: 10_000, mnc: '33' }, 'mcc'],
    [{ kind: 'operator-logo', library: 10_000, mcc: '234' }, 'mnc'],
    [{ kind: 'pdu', text: 'x' }, 'userDataHeader'],
  ])('%j needs %s', (fields, key) => {
    expect(errorsOf({ to: TO, ...fields })).toEqual([`submit/missing ${key}`]);
  });

  it('may go to an address book alone', () => {
    expect(errorsOf({ kind: 'text', addressBook: 'A', text: 'Hi' })).toEqual([]);
    expect(fieldsOf({ ...TEXT, to: [], addressBook: 'A' })[0]?.[0]).toBe('SendToAddressBook');
  });

  it.each([
    ['subjekt', 'submit/unknown-key', 'did you mean subject?'],
    ['card', 'submit/conflict', undefined],
    ['tune', 'submit/conflict', undefined],
    ['segment', 'submit/unknown-key', undefined],
    ['ems', 'submit/unknown-key', undefined],
  ])('has no %s, unless it is undefined', (key, code, hint) => {
    const message = { kind: 'mms', to: TO, library: 80_000 };
    const { issues } = formFields({ ...message, [key]: 'x' });
    expect(issues.map(found => [found.code, found.path, found.hint])).toEqual([[code, key, hint]]);
    expect(formFields({ ...message, [key]: undefined }).issues).toEqual([]);
  });

  it('has one of the kinds there are', () => {
    const [{ message } = { message: '' }] = formFields({ kind: 'fax' }).issues;
    expect(message).toContain('text, picture-message, group-graphic');
  });
});

describe('what is of another type', () => {
  it.each([
    [TEXT, []],
    [{ ...TEXT, text: 5 }, ['submit/type text']],
    [{ ...TEXT, text: '' }, []],
    [{ ...TEXT, to: '447700900123', replyTo: 5 }, ['submit/type to', 'submit/type replyTo']],
    [{ kind: 'ringtone', tune: { title: 'x' } }, []],
    [{ kind: 'ringtone', tune: 5 }, ['submit/type tune']],
    [{ kind: 'mms', file: { name: 5, data: new Uint8Array() } }, ['submit/type file.name']],
    [{ kind: 'mms', file: { name: 'a.mms', data: 'x' } }, ['submit/type file.data']],
    [{ kind: 'fax', text: 5 }, ['submit/missing kind']],
    [null, ['submit/missing kind']],
  ])('%#: than its kind has', (message, expected) => {
    expect(typeIssues(message).map(({ code, path }) => `${code} ${path}`)).toEqual(expected);
  });
});
