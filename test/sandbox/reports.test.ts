import { describe, expect, it } from 'vitest';
import { recipientsOf, refusedReports, reportOf, requestedFormat } from '../../src/sandbox/reports.ts';

describe('the answer to a form that cannot be read', () => {
  it.each([
    ['ResponseFormat=3', 3],
    ['SendTo=x&ResponseFormat=1', 1],
    ['ResponseFormat=0', 0],
    ['ResponseFormat=9', 0],
    ['', 0],
  ])('has the format that %j asks for', (body, format) => {
    expect(requestedFormat(body)).toBe(format);
  });

  it('has a report for each number that the form seems to name', () => {
    const texts = (body: string) => refusedReports(body, 'no content').map(({ text }) => text);
    expect(texts('SendTo=1,2,3')).toEqual(['no content', 'no content', 'no content']);
    expect(texts('Message=x')).toEqual(['no content']);
    expect(refusedReports('SendTo=1', 'x'.repeat(300))[0]?.text).toHaveLength(255);
  });
});

describe('a report', () => {
  it('has the meaning of its code, or the words that are given', () => {
    expect(reportOf(15, 'no such number')).toEqual({ report: 15, accepted: false, text: 'no such number' });
    expect(reportOf(2).text).toMatch(/\S/);
    expect(reportOf(777).text).toBe('sandbox');
  });
});

describe('who gets a message', () => {
  it('is every number of it, and each address book as one', () => {
    expect(
      recipientsOf({
        kind: 'mms',
        to: ['1'],
        cc: ['2'],
        bcc: ['3'],
        addressBook: 'a',
        ccAddressBook: 'b',
        bccAddressBook: 'c',
      }),
    ).toEqual(['1', '2', '3', 'a', 'b', 'c']);
    expect(recipientsOf({ kind: 'text', addressBook: 'Friends', text: 'Hi' })).toEqual(['Friends']);
    expect(recipientsOf({ kind: 'mms', library: 80000 })).toEqual([]);
  });
});
