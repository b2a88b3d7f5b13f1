import { describe, expect, it } from 'vitest';
import { allHandsets, findHandset, type HandsetQuery, searchHandsets } from '../../src/handsets/index.ts';
import { ADDRESSES, MAKES_AND_MODELS, NAMES, NO_PHONES, USER_AGENTS } from './names.ts';

/** The id that a query finds, or the code of the error. */
function found(query: HandsetQuery): string {
  try {
    return findHandset(query).id;
  } catch (error) {
    return String(Object(error).code);
  }
}

function hintOf(query: HandsetQuery): string {
  try {
    return findHandset(query).id;
  } catch (error) {
    return String(Object(error).hint);
  }
}

describe('findHandset', () => {
  it('finds phones by the names that people write', () => {
    expect(Object.keys(NAMES).length).toBeGreaterThanOrEqual(50);
    expect(Object.fromEntries(Object.keys(NAMES).map(name => [name, found(name)]))).toEqual(NAMES);
  });

  it('finds phones by their User-Agent', () => {
    expect(Object.keys(USER_AGENTS).length).toBeGreaterThanOrEqual(30);
    expect(Object.fromEntries(Object.keys(USER_AGENTS).map(agent => [agent, found(agent)]))).toEqual(
      USER_AGENTS,
    );
  });

  it('finds phones by the address of their profile', () => {
    expect(Object.fromEntries(Object.keys(ADDRESSES).map(url => [url, found(url)]))).toEqual(ADDRESSES);
  });

  it('finds phones by PhoneMake and PhoneModel', () => {
    for (const [id, make, model] of MAKES_AND_MODELS)
      expect([make, model, found({ make, model })]).toEqual([make, model, id]);
  });

  it('finds nothing that is not there, and suggests', () => {
    expect(NO_PHONES.length).toBeGreaterThanOrEqual(20);
    for (const name of NO_PHONES) {
      expect([name, found(name)]).toEqual([name, 'handsets/unknown-phone']);
      expect(hintOf(name)).toMatch(/^(?:near are \S|give its maker)/);
    }
    expect(hintOf('nokia 6231')).toMatch(/^near are Nokia 6230, Nokia 6233/);
    expect(hintOf('nokai 6230')).toMatch(/^near are Nokia 6230/);
    expect(hintOf('sony ericsson w810')).toMatch(/^near are Sony Ericsson W810i/);
  });

  it('says what an ambiguous name could be', () => {
    expect(found('nokia n73')).toBe('handsets/ambiguous-phone');
    expect(hintOf('nokia n73')).toBe('give one of Nokia N73-1, Nokia N73-2');
    expect(hintOf('W395')).toBe('give one of ARM W395, Sony Ericsson W395');
    expect(hintOf('9300')).toBe('give one of BlackBerry 9300, Nokia 9300');
  });

  it('finds every phone by its own id and by its own name', () => {
    const all = allHandsets();
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const lost = all.filter(
      ({ id, maker, model }) => found({ make: maker, model }) !== id || found(id) !== id,
    );
    expect(lost.map(({ id }) => id)).toEqual([]);
  });
});

describe('searchHandsets', () => {
  it('gives the phone that is meant, all that could be, or all with the words', () => {
    expect(searchHandsets('nokia 6230').map(({ id }) => id)).toEqual(['nokia-6230']);
    expect(searchHandsets('nokia n73').map(({ id }) => id)).toEqual(['nokia-n73-1', 'nokia-n73-2']);
    expect(searchHandsets('acer').length).toBeGreaterThan(15);
    expect(searchHandsets('no such phone')).toEqual([]);
    expect(searchHandsets('')).toEqual([]);
  });
});
