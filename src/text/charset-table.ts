/** One charset: its number, its name, the label by which TextDecoder knows it, if it does. */
export interface CharsetRow {
  /** IANA MIBenum. */
  readonly mibEnum: number;
  /** IANA name in lower case: the form in decoded values. */
  readonly name: string;
  /** TextDecoder label; absent: read by our own code, or not at all. */
  readonly label?: string;
}

/** Charsets by MIBenum (IANA character sets; WAP-230 8.4.2.8 puts the MIBenum on the wire). */
export const CHARSETS = [
  { mibEnum: 0, name: '*' },
  { mibEnum: 3, name: 'us-ascii' },
  { mibEnum: 4, name: 'iso-8859-1' },
  { mibEnum: 5, name: 'iso-8859-2', label: 'iso-8859-2' },
  { mibEnum: 6, name: 'iso-8859-3', label: 'iso-8859-3' },
  { mibEnum: 7, name: 'iso-8859-4', label: 'iso-8859-4' },
  { mibEnum: 8, name: 'iso-8859-5', label: 'iso-8859-5' },
  { mibEnum: 9, name: 'iso-8859-6', label: 'iso-8859-6' },
  { mibEnum: 10, name: 'iso-8859-7', label: 'iso-8859-7' },
  { mibEnum: 11, name: 'iso-8859-8', label: 'iso-8859-8' },
  { mibEnum: 12, name: 'iso-8859-9', label: 'windows-1254' },
  { mibEnum: 13, name: 'iso-8859-10', label: 'iso-8859-10' },
  { mibEnum: 17, name: 'shift_jis', label: 'shift_jis' },
  { mibEnum: 18, name: 'euc-jp', label: 'euc-jp' },
  { mibEnum: 36, name: 'ks_c_5601-1987', label: 'euc-kr' },
  { mibEnum: 37, name: 'iso-2022-kr' },
  { mibEnum: 38, name: 'euc-kr', label: 'euc-kr' },
  { mibEnum: 39, name: 'iso-2022-jp', label: 'iso-2022-jp' },
  { mibEnum: 40, name: 'iso-2022-jp-2', label: 'iso-2022-jp' },
  { mibEnum: 106, name: 'utf-8', label: 'utf-8' },
  { mibEnum: 109, name: 'iso-8859-13', label: 'iso-8859-13' },
  { mibEnum: 110, name: 'iso-8859-14', label: 'iso-8859-14' },
  { mibEnum: 111, name: 'iso-8859-15', label: 'iso-8859-15' },
  { mibEnum: 112, name: 'iso-8859-16' },
  { mibEnum: 113, name: 'gbk', label: 'gbk' },
  { mibEnum: 114, name: 'gb18030', label: 'gb18030' },
  { mibEnum: 1000, name: 'iso-10646-ucs-2', label: 'utf-16be' },
  { mibEnum: 1001, name: 'iso-10646-ucs-4' },
  { mibEnum: 1012, name: 'utf-7' },
  { mibEnum: 1013, name: 'utf-16be', label: 'utf-16be' },
  { mibEnum: 1014, name: 'utf-16le', label: 'utf-16le' },
  { mibEnum: 1015, name: 'utf-16', label: 'utf-16be' },
  { mibEnum: 1017, name: 'utf-32' },
  { mibEnum: 1018, name: 'utf-32be' },
  { mibEnum: 1019, name: 'utf-32le' },
  { mibEnum: 2025, name: 'gb2312', label: 'gbk' },
  { mibEnum: 2026, name: 'big5', label: 'big5' },
  { mibEnum: 2027, name: 'macintosh', label: 'macintosh' },
  { mibEnum: 2084, name: 'koi8-r', label: 'koi8-r' },
  { mibEnum: 2085, name: 'hz-gb-2312' },
  { mibEnum: 2086, name: 'ibm866', label: 'ibm866' },
  { mibEnum: 2088, name: 'koi8-u', label: 'koi8-u' },
  { mibEnum: 2101, name: 'big5-hkscs', label: 'big5' },
  { mibEnum: 2109, name: 'windows-874', label: 'windows-874' },
  { mibEnum: 2250, name: 'windows-1250', label: 'windows-1250' },
  { mibEnum: 2251, name: 'windows-1251', label: 'windows-1251' },
  { mibEnum: 2252, name: 'windows-1252', label: 'windows-1252' },
  { mibEnum: 2253, name: 'windows-1253', label: 'windows-1253' },
  { mibEnum: 2254, name: 'windows-1254', label: 'windows-1254' },
  { mibEnum: 2255, name: 'windows-1255', label: 'windows-1255' },
  { mibEnum: 2256, name: 'windows-1256', label: 'windows-1256' },
  { mibEnum: 2257, name: 'windows-1257', label: 'windows-1257' },
  { mibEnum: 2258, name: 'windows-1258', label: 'windows-1258' },
  { mibEnum: 2259, name: 'tis-620', label: 'windows-874' },
] as const satisfies readonly CharsetRow[];
