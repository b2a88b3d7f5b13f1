/** One charset: its number, its name, the label by which TextDecoder knows it, if it does. */
export interface CharsetRow {
  /** IANA MIBenum. */
  readonly mibEnum: number;
  /** IANA name in lower case: the form in decoded values. */
  readonly name: string;
  /** TextDecoder label; absent: read by our own code, or not at all. */
  readonly label?: string;
  /** What else it is called in lower case: IANA aliases, and what mail programs and phones write. */
  readonly aliases?: readonly string[];
}

/** Charsets by MIBenum (IANA character sets; WAP-230 8.4.2.8 puts the MIBenum on the wire). */
export const CHARSETS = [
  { mibEnum: 0, name: '*' },
  {
    mibEnum: 3,
    name: 'us-ascii',
    aliases: [
      'ascii',
      'iso-ir-6',
      'ansi_x3.4-1968',
      'iso646-us',
      'us',
      'cp367',
      'ibm367',
      'csascii',
      'iso_646.irv:1991',
    ],
  },
  {
    mibEnum: 4,
    name: 'iso-8859-1',
    aliases: [
      'iso_8859-1',
      'iso8859-1',
      'iso88591',
      'latin1',
      'l1',
      'latin-1',
      'ibm819',
      'cp819',
      'iso-ir-100',
      'iso_8859-1:1987',
      'csisolatin1',
    ],
  },
  {
    mibEnum: 5,
    name: 'iso-8859-2',
    label: 'iso-8859-2',
    aliases: ['iso_8859-2', 'iso8859-2', 'latin2', 'l2', 'iso-ir-101', 'csisolatin2'],
  },
  {
    mibEnum: 6,
    name: 'iso-8859-3',
    label: 'iso-8859-3',
    aliases: ['iso_8859-3', 'iso8859-3', 'latin3', 'l3'],
  },
  {
    mibEnum: 7,
    name: 'iso-8859-4',
    label: 'iso-8859-4',
    aliases: ['iso_8859-4', 'iso8859-4', 'latin4', 'l4'],
  },
  { mibEnum: 8, name: 'iso-8859-5', label: 'iso-8859-5', aliases: ['iso_8859-5', 'iso8859-5', 'cyrillic'] },
  { mibEnum: 9, name: 'iso-8859-6', label: 'iso-8859-6', aliases: ['iso_8859-6', 'iso8859-6', 'arabic'] },
  {
    mibEnum: 10,
    name: 'iso-8859-7',
    label: 'iso-8859-7',
    aliases: ['iso_8859-7', 'iso8859-7', 'greek', 'greek8', 'elot_928'],
  },
  {
    mibEnum: 11,
    name: 'iso-8859-8',
    label: 'iso-8859-8',
    aliases: ['iso_8859-8', 'iso8859-8', 'hebrew', 'iso-8859-8-i'],
  },
  {
    mibEnum: 12,
    name: 'iso-8859-9',
    label: 'windows-1254',
    aliases: ['iso_8859-9', 'iso8859-9', 'latin5', 'l5'],
  },
  {
    mibEnum: 13,
    name: 'iso-8859-10',
    label: 'iso-8859-10',
    aliases: ['iso_8859-10', 'iso8859-10', 'latin6', 'l6'],
  },
  {
    mibEnum: 17,
    name: 'shift_jis',
    label: 'shift_jis',
    aliases: ['shift-jis', 'sjis', 'x-sjis', 'ms_kanji', 'csshiftjis', 'windows-31j', 'cp932'],
  },
  { mibEnum: 18, name: 'euc-jp', label: 'euc-jp', aliases: ['eucjp', 'x-euc-jp'] },
  {
    mibEnum: 36,
    name: 'ks_c_5601-1987',
    label: 'euc-kr',
    aliases: ['ksc5601', 'ks_c_5601', 'korean', 'iso-ir-149'],
  },
  { mibEnum: 37, name: 'iso-2022-kr' },
  { mibEnum: 38, name: 'euc-kr', label: 'euc-kr', aliases: ['euckr'] },
  { mibEnum: 39, name: 'iso-2022-jp', label: 'iso-2022-jp' },
  { mibEnum: 40, name: 'iso-2022-jp-2', label: 'iso-2022-jp' },
  { mibEnum: 106, name: 'utf-8', label: 'utf-8', aliases: ['utf8', 'unicode-1-1-utf-8', 'csutf8'] },
  { mibEnum: 109, name: 'iso-8859-13', label: 'iso-8859-13' },
  { mibEnum: 110, name: 'iso-8859-14', label: 'iso-8859-14' },
  {
    mibEnum: 111,
    name: 'iso-8859-15',
    label: 'iso-8859-15',
    aliases: ['iso_8859-15', 'iso8859-15', 'latin9', 'latin-9'],
  },
  { mibEnum: 112, name: 'iso-8859-16' },
  { mibEnum: 113, name: 'gbk', label: 'gbk', aliases: ['cp936', 'ms936', 'windows-936'] },
  { mibEnum: 114, name: 'gb18030', label: 'gb18030' },
  {
    mibEnum: 1000,
    name: 'iso-10646-ucs-2',
    label: 'utf-16be',
    aliases: ['ucs-2', 'ucs2', 'csunicode', 'unicode'],
  },
  { mibEnum: 1001, name: 'iso-10646-ucs-4', aliases: ['ucs-4', 'ucs4'] },
  { mibEnum: 1012, name: 'utf-7', aliases: ['utf7', 'unicode-1-1-utf-7'] },
  { mibEnum: 1013, name: 'utf-16be', label: 'utf-16be', aliases: ['utf16be', 'unicodefffe'] },
  { mibEnum: 1014, name: 'utf-16le', label: 'utf-16le', aliases: ['utf16le'] },
  { mibEnum: 1015, name: 'utf-16', label: 'utf-16be', aliases: ['utf16'] },
  { mibEnum: 1017, name: 'utf-32', aliases: ['utf32'] },
  { mibEnum: 1018, name: 'utf-32be' },
  { mibEnum: 1019, name: 'utf-32le' },
  {
    mibEnum: 2025,
    name: 'gb2312',
    label: 'gbk',
    aliases: ['gb_2312-80', 'csgb2312', 'chinese', 'euc-cn', 'x-gbk'],
  },
  { mibEnum: 2026, name: 'big5', label: 'big5', aliases: ['big-5', 'csbig5', 'cn-big5', 'x-x-big5'] },
  { mibEnum: 2027, name: 'macintosh', label: 'macintosh', aliases: ['mac', 'x-mac-roman'] },
  { mibEnum: 2084, name: 'koi8-r', label: 'koi8-r', aliases: ['koi8r', 'koi8', 'cskoi8r'] },
  { mibEnum: 2085, name: 'hz-gb-2312' },
  { mibEnum: 2086, name: 'ibm866', label: 'ibm866', aliases: ['cp866', '866'] },
  { mibEnum: 2088, name: 'koi8-u', label: 'koi8-u', aliases: ['koi8u'] },
  { mibEnum: 2101, name: 'big5-hkscs', label: 'big5' },
  { mibEnum: 2109, name: 'windows-874', label: 'windows-874' },
  {
    mibEnum: 2250,
    name: 'windows-1250',
    label: 'windows-1250',
    aliases: ['cp1250', 'x-cp1250', 'windows1250'],
  },
  {
    mibEnum: 2251,
    name: 'windows-1251',
    label: 'windows-1251',
    aliases: ['cp1251', 'x-cp1251', 'windows1251'],
  },
  {
    mibEnum: 2252,
    name: 'windows-1252',
    label: 'windows-1252',
    aliases: ['cp1252', 'x-cp1252', 'windows1252'],
  },
  {
    mibEnum: 2253,
    name: 'windows-1253',
    label: 'windows-1253',
    aliases: ['cp1253', 'x-cp1253', 'windows1253'],
  },
  {
    mibEnum: 2254,
    name: 'windows-1254',
    label: 'windows-1254',
    aliases: ['cp1254', 'x-cp1254', 'windows1254'],
  },
  {
    mibEnum: 2255,
    name: 'windows-1255',
    label: 'windows-1255',
    aliases: ['cp1255', 'x-cp1255', 'windows1255'],
  },
  {
    mibEnum: 2256,
    name: 'windows-1256',
    label: 'windows-1256',
    aliases: ['cp1256', 'x-cp1256', 'windows1256'],
  },
  {
    mibEnum: 2257,
    name: 'windows-1257',
    label: 'windows-1257',
    aliases: ['cp1257', 'x-cp1257', 'windows1257'],
  },
  {
    mibEnum: 2258,
    name: 'windows-1258',
    label: 'windows-1258',
    aliases: ['cp1258', 'x-cp1258', 'windows1258'],
  },
  { mibEnum: 2259, name: 'tis-620', label: 'windows-874', aliases: ['tis620', 'iso-8859-11'] },
] as const satisfies readonly CharsetRow[];
