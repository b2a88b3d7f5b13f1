import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { campaignOf } from '../../../src/submit/ways/campaign.ts';

describe('a campaign', () => {
  it('is a hash of the way and the message without its numbers', () => {
    const hash = createHash('sha256').update('mm1\n{"kind":"text","text":"Hi"}').digest('hex');
    for (const to of [['447700900123'], ['447700900124', '447700900125']])
      expect(campaignOf('mm1', { kind: 'text', to, text: 'Hi' })).toBe(hash);
  });

  it('is another for another way, text or octets', () => {
    const octets = (octet: number) => ({ kind: 'pdu', userData: Uint8Array.of(octet) }) as const;
    const all = [
      campaignOf('mm1', { kind: 'text', text: 'Hi' }),
      campaignOf('mm7', { kind: 'text', text: 'Hi' }),
      campaignOf('mm1', { kind: 'text', text: 'Ho' }),
      campaignOf('mm1', octets(1)),
      campaignOf('mm1', octets(2)),
    ];
    expect(new Set(all).size).toBe(5);
  });
});
