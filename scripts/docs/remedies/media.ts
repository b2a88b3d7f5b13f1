import type { Remedies } from './remedy.ts';

/** What to do about parts and their receivers. */
export const MEDIA_REMEDIES = {
  'name/too-long': 'Choose a name of at most 40 characters, if the one that was made does not please you.',
  'name/collision': 'Give the files names that differ, also where case is not looked at.',
  'name/flattened': 'Nothing: a message has no folders, and `compose` keeps the references right.',
  'name/changed': 'Nothing; choose another file name, if the one that was made does not please you.',
  'media/type-mismatch': 'Give the file the extension, or the part the type, of what it holds.',
  'media/unknown-type': 'State the media type of the part, or convert the file into one that phones know.',
  'media/element-mismatch': 'Use the element of the medium: `<img>`, `<video>`, `<audio>` or `<text>`.',
  'media/not-a-picture': 'Save the picture as JPEG, PNG or GIF; this file is damaged, or none.',
  'media/too-many-pixels':
    'Make the picture smaller first: at most 64 million pixels, and 16,384 a side, are read.',
  'media/too-many-frames': 'Shorten the animation to 100 frames; few phones play as many.',
  'media/cannot-fit': 'Allow more octets, or leave the picture out.',
  'media/no-image-library':
    'Install it: `npm install sharp`. Everything that reads no picture works without it.',
  'media/unknown-profile': 'Name a phone as `mms phones` lists it, a built-in profile, or a file.',
  'media/invalid-profile':
    'Correct the key that is named; `accept` lists media types, `maxBytes` is a number.',
  'media/not-in-class':
    'Convert the part into a type of the class (`adapt` converts pictures), or choose a larger class.',
  'media/not-accepted':
    'Convert the part into a type that the phone takes; `adapt` converts pictures, and drops or replaces the rest with `--unsupported`.',
  'media/progressive-jpeg': 'Save the JPEG as baseline, or let `adapt` do so.',
  'media/no-jfif': 'Save the JPEG with a JFIF header, or let `adapt` add it.',
  'media/cmyk-jpeg':
    'Save the JPEG in sRGB, or let `adapt` do so: many phones show CMYK in wrong colours, or not.',
  'media/animated-gif': 'Make sure that the first frame says it all, for this phone shows no other.',
  'media/alpha-flattened': 'Choose the background with `background`, if the picture looks wrong on white.',
  'media/orientation': 'Turn the picture upright, or let `adapt` do so.',
  'media/image-too-large': 'Make the picture smaller, or let `adapt` do so.',
  'media/video-dimensions': 'Convert the video to 176x144 (QCIF) or 128x96 (sub-QCIF) pixels.',
  'media/location':
    'Nothing: `compose` and `adapt` take the place off. In other senders use `stripMetadata`.',
  'media/personal-metadata':
    'Nothing: `compose` and `adapt` take it off. In other senders use `stripMetadata`.',
  'media/rare-type': 'Convert the file into a type that most phones know: JPEG, GIF, AMR, MIDI, 3GP.',
  'media/jad': 'Give the descriptor `MIDlet-Jar-URL` and the true `MIDlet-Jar-Size` of the JAR.',
  'media/drm-untouched':
    'Nothing; where the part is too large or of a wrong type, ask its maker for another one.',
  'handsets/unknown-phone': 'Give maker and model as `mms phones` lists them, such as `nokia 6230`.',
  'handsets/ambiguous-phone': 'Choose one of the phones that the hint lists.',
  'networks/unknown-network':
    'Give the code of country and network, such as `234-10`; `mms networks NAME` finds it.',
  'networks/no-access-point': 'Ask the network for its settings, and pass them with `--input`.',
  'networks/ambiguous-network': 'Give the code of the network, such as `234-10`.',
  'network/mms-off': 'Send a WAP push or an SMS with a link: nobody in this network gets an MMS.',
  'network/over-size': 'Make the message smaller: `mms adapt --network` fits its pictures.',
  'network/image-too-large': 'Make the picture smaller: `mms adapt --network` does so.',
  'network/too-many-recipients': 'Send several messages, each to as many as the network takes.',
  'network/no-group':
    'Nothing, if answers to the sender alone will do: nobody in this network can answer to all.',
  'network/subject-too-long': 'Shorten the subject to what the network takes.',
  'lint/unknown-rule': 'Choose a rule from the list of codes; its spelling counts.',
  'lint/unknown-class':
    'Choose `text`, `image-basic`, `image-rich`, `video-basic`, `video-rich` or `megapixel`.',
  'lint/unknown-make': 'Choose a make from `EMS_MAKES`, or `EMS` for any phone that follows the standard.',
  'lint/unknown-level': 'Choose `off`, `info`, `warning` or `error`.',
  'size/over-class': 'Make the message smaller (`adapt` fits pictures), or choose a larger class.',
  'size/over-profile': 'Leave parts out, or allow more octets; pictures were made as small as they can be.',
  'size/near-limit': 'Leave some room: gateways add header fields on the way.',
  'size/over-usual':
    'Make the message smaller with `mms adapt --max-size 300kB`, or judge it for the phone or network.',
  'header/mail-slash': 'Use another address, if you can: some phones cut it at the slash.',
  'header/subject-too-long': 'Shorten the subject to 40 characters; phones cut the rest.',
  'header/subject-line-break': 'Write the subject in one line.',
  'header/recipient-form': 'Write a number such as `+447700900123`, or a mail address.',
  'header/long-sender': 'Send from a number, or shorten the name.',
  'header/late-field': 'Leave the field out, unless you know that the relay takes MMS 1.3.',
  'header/content-class-mismatch': 'State the class that the message really has, or leave the field out.',
} satisfies Remedies;
