import { checkTune, parseTune, sniffTune, TUNE_FORMATS, type Tune, toMidi } from '../../ringtone/index.ts';
import type { Asset } from '../asset.ts';
import type { AssetLoader } from './asset-loader.ts';
import type { MediumPlace } from './medium-place.ts';

/** Where a melody stands, and what is to be made of it. */
export interface TunePlace extends MediumPlace {
  /** Media type that is asked for. */
  readonly type: string | undefined;
}

/** A melody from its text, or from the file that the text names. */
export async function readTune(text: string, place: TunePlace, loader: AssetLoader): Promise<Asset> {
  const source = isTuneFile(text) ? (await loader.load(text, `${place.path}.tune`)).data : text;
  const { warnings, ...tune } = parseTune(source);
  return { ...tuneAsset(tune, place), issues: warnings };
}

/** What does not begin as a melody does is the name of a file. */
function isTuneFile(text: string): boolean {
  return sniffTune(text)?.isText !== true;
}

/** A melody of a model, which is checked. */
export function modelledTune(model: unknown, place: TunePlace): Asset {
  return tuneAsset(checkTune(model), place);
}

/** A melody in the format of the media type that is asked for, else as MIDI. */
function tuneAsset(tune: Tune, { type, stem, path }: TunePlace): Asset {
  const row = TUNE_FORMATS.find(
    ({ mediaTypes }) => type !== undefined && mediaTypes.includes(type.toLowerCase()),
  );
  return row === undefined
    ? { name: `${stem}.mid`, data: toMidi(tune), contentType: 'audio/midi', path }
    : { name: `${stem}.${row.extensions[0]}`, data: row.format(tune, {}), contentType: type, path };
}
