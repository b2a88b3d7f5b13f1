/** What was done to the facts of networks before they became tables. */
export const CLEANING_RULES = {
  'mmsc-scheme': 'an address of an MMSC without scheme, or with a broken one: http://',
  'mmsc-blank': 'blanks in an address of an MMSC: cut out',
  'mmsc-zeros': 'an address of an MMSC with leading zeros (172.025.049.009): read as decimal',
  'mmsc-port': 'a fifth number in an address (10.152.10.70.38090): the port',
  'mmsc-empty': 'an address of an MMSC without host: the access point is left out',
  'proxy-zeros': 'a proxy with leading zeros (010.010.010.011): read as decimal',
  'proxy-junk': 'a proxy that is none (9201): left out, its port too',
  'port-without-proxy': 'a port without a proxy: left out',
  'access-point-twice': 'an access point that is listed twice: once',
  'no-limit': 'a limit of -1: none',
  'parameter-form': 'blanks in HTTP parameters (name:value): one behind the colon',
} as const;

export type CleaningRule = keyof typeof CLEANING_RULES;

/** How often each rule was used. */
export type Tally = Map<CleaningRule, number>;

export function count(tally: Tally, rule: CleaningRule): void {
  tally.set(rule, (tally.get(rule) ?? 0) + 1);
}
