import { describe, expect, it } from 'vitest';
import { localName, readEnvelope, statusOf, textIn } from '../../../../src/submit/ways/mm7/envelope.ts';
import { parseXml } from '../../../../src/xml/index.ts';

const element = (xml: string) => parseXml(xml).root;
const operationOf = (xml: string): string => localName(readEnvelope(xml).operation);

describe('the operation of an envelope', () => {
  it.each([
    ['<Envelope><Body><A/><B/></Body></Envelope>', 'A'],
    ['<e:Envelope><e:Body><m:A/></e:Body></e:Envelope>', 'A'],
    ['<Envelope><Header/><Other/><Body><A/></Body></Envelope>', 'A'],
    ['<Envelope><Body><Fault><faultcode/><detail><A/></detail></Fault></Body></Envelope>', 'A'],
    ['<Envelope><Body><B/><Fault><detail><A/></detail></Fault></Body></Envelope>', 'A'],
    ['<Envelope><Body><B/></Body><Fault><detail><A/></detail></Fault></Envelope>', 'A'],
    [
      '<Envelope><Body><Fault><detail><A/></detail></Fault></Body><Fault><detail><B/></detail></Fault></Envelope>',
      'A',
    ],
  ])('%s is %s', (xml, name) => {
    expect(operationOf(xml)).toBe(name);
  });

  it.each([
    ['<Envelope/>', 'no MM7: nothing in the envelope'],
    ['<Envelope><Body/></Envelope>', 'no MM7: nothing in the envelope'],
    ['<Envelope><Body>text</Body></Envelope>', 'no MM7: nothing in the envelope'],
    ['<Envelope><Body><Fault><A/></Fault></Body></Envelope>', 'no MM7: nothing in the envelope'],
    ['<a:html/>', 'no MM7: the document is html'],
    [`<${'x'.repeat(100)}/>`, `no MM7: the document is ${'x'.repeat(60)}`],
  ])('%s has none', (xml, message) => {
    expect(() => readEnvelope(xml)).toThrow(
      expect.objectContaining({ code: 'submit/unreadable-response', message }),
    );
  });

  it('comes with its transaction, where there is one', () => {
    const body = '<Body><A/></Body>';
    expect(
      readEnvelope(`<Envelope><Header><x:TransactionID> t1 </x:TransactionID></Header>${body}</Envelope>`),
    ).toHaveProperty('transactionId', 't1');
    for (const header of ['', '<Header/>', '<Other><TransactionID>t1</TransactionID></Other>'])
      expect(readEnvelope(`<Envelope>${header}${body}</Envelope>`)).not.toHaveProperty('transactionId');
  });
});

describe('a text in an element', () => {
  it.each([
    ['<a><b> x </b><b>y</b></a>', 'x'],
    ['<a><p:b>x<c>no</c>y</p:b></a>', 'xy'],
    ['<a><b/></a>', ''],
    ['<a><c>x</c></a>', undefined],
  ])('%s', (xml, expected) => {
    expect(textIn(element(xml), 'b')).toBe(expected);
  });

  it('is none where the element is none', () => {
    expect(textIn(undefined, 'b')).toBeUndefined();
  });
});

describe('a status', () => {
  const status = (inner: string, outer = '') =>
    statusOf(element(`<Rsp><Status>${inner}</Status>${outer}</Rsp>`));

  it('has a code, and what else is said', () => {
    expect(status('<StatusCode>1000</StatusCode>')).toStrictEqual({ statusCode: 1000 });
    expect(
      status('<StatusCode> 2001 </StatusCode><StatusText>no</StatusText>', '<MessageID>m1</MessageID>'),
    ).toStrictEqual({ statusCode: 2001, statusText: 'no', messageId: 'm1' });
  });

  it.each(['', '100', '10000', '1e03', 'x1000', '1000x'])('is none of the code %j', code => {
    expect(status(`<StatusCode>${code}</StatusCode>`)).toBeUndefined();
  });

  it('is none where there is no code', () => {
    expect(status('')).toBeUndefined();
    expect(statusOf(element('<Rsp/>'))).toBeUndefined();
  });
});
