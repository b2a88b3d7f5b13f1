/** What was done to the facts before they became a table. */
export const CLEANING_RULES = {
  'maker-spelling': 'a maker is written in several ways: the usual one is taken',
  'maker-missing': 'no maker: taken from the front of the model, or from the host of the address',
  'maker-unknown': 'no maker, and nothing tells it: the phone is found by its model alone',
  'model-missing': 'no model: taken from the last segment of the address',
  'model-unknown': 'no model and no address: left out',
  'maker-in-model': 'the maker stands in front of the model: cut off',
  'version-in-model': 'a version stands behind the model (/V1.0, R101): cut off',
  'nokia-n': 'Nokia documents of 2009 put N before the number (N2730c-1): cut off',
  'bytes-junk': 'a size that is not a whole number above 0 (1MBout-2MBin): not known',
  'bytes-missing': 'no size: not known',
  'pixels-form': 'pixels with X, *, × or blanks for x: read',
  'pixels-missing': 'pixels that are not there: not known',
  'type-junk': 'an entry that is not a media type (Not, level=60, application/vnd.wap.text/plain): left out',
  'type-none': 'no media type at all is left (Not Support 3G): left out',
  'type-parameter': 'a media type with parameters: the type alone',
  'charset-junk': 'a charset that is none (-): left out',
} as const;

export type CleaningRule = keyof typeof CLEANING_RULES;

/** How many documents each rule touched. */
export type Tally = Map<CleaningRule, number>;

export function count(tally: Tally, rule: CleaningRule): void {
  tally.set(rule, (tally.get(rule) ?? 0) + 1);
}
