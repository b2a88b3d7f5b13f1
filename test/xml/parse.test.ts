import { describe, expect, it } from 'vitest';
import { isMmsError, MmsError } from '../../src/errors.ts';
import { childElements, parseXml, type XmlElement, type XmlNode } from '../../src/xml/index.ts';

function refusalOf(input: string | Uint8Array, options = {}): MmsError {
  try {
    parseXml(input, options);
  } catch (error) {
    if (isMmsError(error)) return error;
    throw error;
  }
  throw new Error(`was read: ${String(input).slice(0, 80)}`);
}

function plain(node: XmlNode): unknown {
  if (typeof node === 'string') return node;
  const attributes = [...node.attributes].map(([name, { value }]) => `${name}=${value}`);
  return [node.name, ...attributes, node.children.map(plain)];
}

describe('parseXml', () => {
  it('gives elements, attributes and texts in order', () => {
    const { root } = parseXml('<a x="1" y=\'2\'>one<b/>two<c> </c></a>');
    expect(plain(root)).toEqual(['a', 'x=1', 'y=2', ['one', ['b', []], 'two', ['c', [' ']]]]);
  });

  it('keeps values as they stand: no numbers, no trimming', () => {
    const { root } = parseXml('<a n="0010" h="0x10" e="1e5"> 0010 </a>');
    expect(plain(root)).toEqual(['a', 'n=0010', 'h=0x10', 'e=1e5', [' 0010 ']]);
  });

  it('decodes the five entities and character references, once', () => {
    const { root } = parseXml('<a v="&amp;lt; &lt;&gt;&quot;&apos; &#65;&#x1F600;">&amp;amp;&#10;</a>');
    expect(plain(root)).toEqual(['a', 'v=&lt; <>"\' A😀', ['&amp;\n']]);
  });

  it('normalizes white space in values and line ends in texts', () => {
    const { root } = parseXml('<a v="1\t2\r\n3&#9;&#10;">x\r\ny\rz</a>');
    expect(plain(root)).toEqual(['a', 'v=1 2 3\t\n', ['x\ny\nz']]);
  });

  it('takes CDATA as it stands and passes over comments and instructions', () => {
    const { root } = parseXml(
      '<?a it\'s?><!-- " --><a>1<!-- x -->2<?b "?>3<![CDATA[<&amp;]]>4</a><!--e--><?z?>',
    );
    expect(plain(root)).toEqual(['a', ['123<&amp;4']]);
  });

  it('gives line and column of elements and attributes', () => {
    const { root } = parseXml('<!-- 1 -->\r\n<a>\r\n  <b\r\n  c="1" d=""/></a>');
    const [b] = childElements(root);
    expect(root.place).toEqual({ line: 2, column: 1 });
    expect(b?.place).toEqual({ line: 3, column: 3 });
    expect(b?.attributes.get('c')?.place).toEqual({ line: 4, column: 3 });
    expect(b?.attributes.get('d')?.place).toEqual({ line: 4, column: 9 });
  });

  it('tells of a declaration and an external DOCTYPE', () => {
    const text =
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE a PUBLIC "-//x > y//" \'http://[h]/\'>\n<a/>';
    const { root, declaration, doctype } = parseXml(text);
    expect(declaration).toEqual({ line: 1, column: 1 });
    expect(doctype).toEqual({ line: 2, column: 1 });
    expect(root.place).toEqual({ line: 3, column: 1 });
  });

  it('recovers from a bare ampersand on request', () => {
    const text = '<a v="x&y">\n&x; &#0;</a>';
    expect(refusalOf(text).code).toBe('xml/not-well-formed');
    const { root, issues } = parseXml(text, { recover: true });
    expect(plain(root)).toEqual(['a', 'v=x&y', ['\n&x; &#0;']]);
    expect(issues.map(({ line, column }) => [line, column])).toEqual([
      [1, 8],
      [2, 1],
      [2, 5],
    ]);
  });
});

describe('what stands around a document', () => {
  it.each([
    ['NUL behind it', '<a/>\0\0'],
    ['NUL among white space behind it', '<a/>\r\n\0 \0\r\n'],
    ['an end-of-file mark behind it', '<a/>\n\x1a'],
  ])('%s is told, and refused by strict reading', (_, text) => {
    for (const input of [text, Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      const { root, issues } = parseXml(input);
      expect(root).toMatchObject({ name: 'a', children: [] });
      expect(issues.map(issue => issue.code)).toEqual(['text/padding']);
      expect(() => parseXml(input, { strict: true })).toThrow(
        expect.objectContaining({ code: 'text/padding' }),
      );
    }
  });

  it.each(['\0<a/>', '<a>\0</a>', '<a>x\0', '<a/\0>', '<a/>\0x', '\0', '<a/>\0<b/>'])(
    'NUL elsewhere is refused: %j',
    text => {
      expect(() => parseXml(text)).toThrow(expect.objectContaining({ code: 'xml/illegal-character' }));
    },
  );

  it.each([
    ['white space before the declaration', '\n  <?xml version="1.0"?><a/>', 'xml/not-well-formed'],
    ['NUL in a comment', '<a/><!--\0-->', 'text/padding'],
  ])('%s is let pass on request', (_, text, code) => {
    expect(() => parseXml(text)).toThrow(expect.objectContaining({ name: 'MmsError' }));
    for (const input of [text, Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      const { root, issues } = parseXml(input, { recover: true });
      expect(root).toMatchObject({ name: 'a', children: [] });
      expect(issues.map(issue => issue.code)).toEqual([code]);
    }
  });

  it('a second declaration is none', () => {
    for (const text of ['<a/><?xml version="1.0"?>', ' <?xml version="1.0"?> <?xml version="1.0"?><a/>']) {
      expect(() => parseXml(text, { recover: true })).toThrow(
        expect.objectContaining({ code: 'xml/not-well-formed' }),
      );
    }
  });
});

describe('parseXml refuses', () => {
  it.each([
    ['<a><b></a>', 1, 7],
    ['<a>\n<b>', 2, 1],
    ['<a/><b/>', 1, 5],
    ['<a></a><b/>', 1, 8],
    ['<a></a>\n<b></b>', 2, 1],
    ['<a/>tail', 1, 5],
    ['<a></a>tail', 1, 8],
    ['head<a/>', 1, 1],
    ['<a/><![CDATA[x]]>', 1, 5],
    ['', 1, 1],
    [' \n ', 2, 2],
    ['<!-- only -->', 1, 14],
    ['</a>', 1, 1],
    ['<a', 1, 1],
    ['<a b', 1, 4],
    ['<a b="1', 1, 6],
    ['<a b="1" b="2"/>', 1, 10],
    ['<a b/>', 1, 4],
    ['<a b=1/>', 1, 6],
    ['<a b="1"c="2"/>', 1, 9],
    ['<a b="<"/>', 1, 7],
    ['<a b="&"/>', 1, 7],
    ['<a>&nbsp;</a>', 1, 4],
    ['<a>&#xD800;</a>', 1, 4],
    ['<a>&#x110000;</a>', 1, 4],
    ['<a>]]></a>', 1, 4],
    ['<a>< /a>', 1, 4],
    ['<a><!-- -- --></a>', 1, 9],
    ['<a><!-- </a>', 1, 4],
    ['<a><![CDATA[ </a>', 1, 4],
    ['<a><? ?></a>', 1, 4],
    ['<a><?p </a>', 1, 4],
    [' <?xml version="1.0"?><a/>', 1, 2],
    ['<?xml?><a/>', 1, 1],
    ['<a/><!DOCTYPE a>', 1, 5],
    ['<!DOCTYPE a><!DOCTYPE a><a/>', 1, 13],
    ['<!DOCTYPE a "', 1, 1],
    ['<!doctype a><a/>', 1, 1],
    ['<1a/>', 1, 1],
    ['<constructor/>', 1, 1],
  ])('%j at line %i, column %i', (text, line, column) => {
    const error = refusalOf(text);
    expect(error.code).toBe('xml/not-well-formed');
    expect(error.details?.issues?.[0]).toMatchObject({ line, column, code: error.code });
    expect(error.message).toContain(`line ${line}, column ${column}`);
  });

  it.each(['<a>\u0000</a>', '<a b="\u0007"/>', '<a>\ufffe</a>', '<a>\ud800</a>', '<a\u001f/>'])(
    'the illegal character in %j',
    text => {
      expect(refusalOf(text).code).toBe('xml/illegal-character');
    },
  );

  it('any internal subset and any entity declaration', () => {
    for (const text of [
      '<!DOCTYPE a [<!ENTITY lt "EVIL">]><a>&lt;</a>',
      '<!DOCTYPE a SYSTEM "x.dtd" [ ]><a/>',
      '<!doctype a [<!entity x "y">]><a/>',
      '<a><!ENTITY x "y"></a>',
      '<!DOCTYPE a [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]><a/>',
    ]) {
      expect(refusalOf(text).code, text).toBe('xml/doctype-internal-subset');
    }
  });

  it('what is beyond the bounds', () => {
    expect(refusalOf(`<a>${' '.repeat(70_000)}</a>`).code).toBe('xml/too-large');
    expect(refusalOf(`${'<a>'.repeat(33)}${'</a>'.repeat(33)}`).code).toBe('xml/too-deep');
    expect(parseXml(`${'<a>'.repeat(32)}${'</a>'.repeat(32)}`).root.name).toBe('a');
    const many = (count: number): string => `<a>${'<b c=""/>'.repeat(count)}</a>`;
    expect(refusalOf(many(2001)).code).toBe('xml/too-many-attributes');
    expect(childElements(parseXml(many(2000)).root)).toHaveLength(2000);
    expect(parseXml(many(2001), { maxAttributes: 3000 }).root.name).toBe('a');
    expect(refusalOf('<a><a/></a>', { maxBytes: 5 }).code).toBe('xml/too-large');
    expect(() => parseXml('<a/>', { maxDepth: Number.NaN })).toThrow(MmsError);
  });
});

describe('encodings', () => {
  const latin1 = (text: string): Uint8Array => Uint8Array.from(text, letter => letter.charCodeAt(0));
  const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
    return new Uint8Array(view.buffer);
  };
  const valueOfV = (root: XmlElement): string | undefined => root.attributes.get('v')?.value;

  it.each([
    ['UTF-8', new TextEncoder().encode('<a v="å€😀"/>'), 'å€😀'],
    ['UTF-8 with byte order mark', new TextEncoder().encode('\ufeff<a v="å"/>'), 'å'],
    ['UTF-16 big-endian', utf16('\ufeff<a v="å€😀"/>', false), 'å€😀'],
    ['UTF-16 little-endian', utf16('\ufeff<?xml version="1.0" encoding="UTF-16"?><a v="å"/>', true), 'å'],
    ['UTF-16 without byte order mark', utf16('<a v="å"/>', true), 'å'],
    ['declared ISO-8859-1', latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a v="å"/>'), 'å'],
    ['declared windows-1251', latin1("<?xml version='1.0' encoding='windows-1251'?><a v='\x80'/>"), 'Ђ'],
  ])('reads %s', (_, bytes, value) => {
    const { root } = parseXml(bytes);
    expect(valueOfV(root)).toBe(value);
  });

  it('counts columns from behind the byte order mark', () => {
    expect(parseXml('\ufeff<a/>').root.place).toEqual({ line: 1, column: 1 });
    expect(parseXml(new TextEncoder().encode('\ufeff<a/>')).root.place).toEqual({ line: 1, column: 1 });
  });

  it('takes the charset that the transport states', () => {
    expect(valueOfV(parseXml(latin1('<a v="å"/>'), { charset: 4 }).root)).toBe('å');
  });

  it.each([
    ['octets that are not UTF-8', latin1('<a v="å"/>')],
    ['UTF-7', latin1('<?xml version="1.0" encoding="UTF-7"?>+ADw-a/+AD4-')],
    ['an unknown encoding', latin1('<?xml version="1.0" encoding="x-mine"?><a/>')],
    ['UTF-16 that is not', latin1('<?xml version="1.0" encoding="UTF-16"?><a/>')],
    ['UTF-16 cut in half', utf16('\ufeff<a/>', true).subarray(0, 9)],
    ['declared ASCII with more', latin1('<?xml version="1.0" encoding="us-ascii"?><a v="å"/>')],
  ])('refuses %s', (_, bytes) => {
    expect(refusalOf(bytes).code).toBe('xml/encoding');
  });
});
