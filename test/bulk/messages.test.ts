import { describe, expect, it } from 'vitest';
import type { FitTo } from '../../src/bulk/campaigns.ts';
import { Database } from '../../src/bulk/database.ts';
import { Fitter } from '../../src/bulk/fit/fitter.ts';
import { Messages, variablesAsked } from '../../src/bulk/messages.ts';

const TO = ['447700900001', '447700900002', '447700900003'];
const CAMPAIGN = { id: 1, listed: 3, definition: { message: { kind: 'text', text: 'Dear {{name}}' } } };

/** Says whom messages are fitted to, in place of fitting them. */
class ToldFitter extends Fitter {
  readonly told: FitTo[] = [];

  override async fitted(message: Parameters<Fitter['fitted']>[0], to: FitTo) {
    this.told.push(to);
    return message;
  }
}

async function fitterOf(): Promise<ToldFitter> {
  return new ToldFitter(await Database.open({}, { connections: 1 }));
}

async function sharesOf(
  messages: Messages,
  campaign: Parameters<Messages['of']>[0],
  batch: Parameters<Messages['of']>[1],
) {
  const shares = [];
  for await (const { message, to } of messages.of(campaign, batch))
    shares.push([message.kind === 'text' ? message.text : message.kind, to]);
  return shares;
}

describe('the messages of a job', () => {
  it('are one for all who have the same variables', async () => {
    const messages = new Messages(await fitterOf());
    const variables = [{ name: 'Ada' }, { name: 'Ben' }, { name: 'Ada' }];
    expect(await sharesOf(messages, CAMPAIGN, { to: TO, variables })).toEqual([
      ['Dear Ada', [TO[0], TO[2]]],
      ['Dear Ben', [TO[1]]],
    ]);
  });

  it('are one for all without variables, made once', async () => {
    const messages = new Messages(await fitterOf());
    for (let job = 0; job < 2; job++)
      expect(await sharesOf(messages, CAMPAIGN, { to: TO })).toEqual([['Dear ', TO]]);
    const other = { ...CAMPAIGN, definition: { message: { kind: 'text', text: 'made anew?' } } };
    expect(await sharesOf(messages, other, { to: TO })).toEqual([['Dear ', TO]]);
    expect(await sharesOf(messages, { ...other, id: 2 }, { to: TO })).toEqual([['made anew?', TO]]);
  });

  it('are fitted to whom the variables of each say', async () => {
    const fitter = await fitterOf();
    const messages = new Messages(fitter);
    const campaign = (fit: FitTo) => ({ ...CAMPAIGN, definition: { ...CAMPAIGN.definition, fit } });
    const batch = { to: TO.slice(0, 1), variables: [{ phone: 'nokia-6230', net: '234-10' }] };
    await sharesOf(messages, campaign({ profile: '{{phone}}', maxBytes: 9000 }), batch);
    await sharesOf(messages, campaign({ network: '{{net}}', unsupported: 'drop' }), batch);
    expect(fitter.told).toEqual([
      { profile: 'nokia-6230', maxBytes: 9000 },
      { network: '234-10', unsupported: 'drop' },
    ]);
  });

  it('ask for what their texts and their receiver name', () => {
    expect(variablesAsked(CAMPAIGN.definition)).toEqual(['name']);
    expect(variablesAsked({ ...CAMPAIGN.definition, fit: { profile: '{{phone}}' } })).toEqual([
      'name',
      'phone',
    ]);
  });
});
