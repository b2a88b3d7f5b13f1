#!/usr/bin/env bash
# Guess: the parts of a multipart/related that have a Content-ID are attachments with it, so that a SMIL presentation can be shown with the pictures and texts that it names.
# Seen:  mailparser and postal-mime keep the SMIL and the pictures, and make one text of the texts of all slides: no part is left with the Content-ID or the name of a text, and cid:text1 leads nowhere.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts mailparser@3.14.2 postal-mime@4.0.0
cat > try.mjs <<'SCRIPT'
import mailparser from 'mailparser';
import PostalMime from 'postal-mime';

const slide = number => `<par><img src="cid:picture"/><text src="cid:text${number}"/></par>`;
const smil = `<smil><body>${slide(1)}${slide(2)}</body></smil>`;
const part = (type, id, body, ...fields) =>
  ['--next', `Content-Type: ${type}`, `Content-ID: <${id}>`, ...fields, '', body, ''].join('\r\n');
const message = [
  'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=next; type="application/smil"; start="<smil>"\r\n\r\n',
  part('application/smil', 'smil', smil),
  part('image/gif; name=picture.gif', 'picture', 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'Content-Transfer-Encoding: base64'),
  part('text/plain; charset=utf-8; name=one.txt', 'text1', 'Good morning', 'Content-Location: one.txt'),
  part('text/plain; charset=utf-8; name=two.txt', 'text2', 'Good night', 'Content-Location: two.txt'),
  '--next--\r\n',
].join('');
const wanted = [...new Set([...smil.matchAll(/cid:(\w+)/g)].map(([, id]) => id))];
const tell = (name, { text, attachments }, ids) => {
  console.log(`${name}: text ${JSON.stringify(text.trim().split(/\n+/))}, attachments ${attachments.length}`);
  console.log(`  not found: ${wanted.filter(id => !ids.includes(id)).join(' ')}`);
};
const first = await mailparser.simpleParser(message);
tell('mailparser', first, first.attachments.map(({ cid }) => cid));
const second = await PostalMime.parse(message);
tell('postal-mime', second, second.attachments.map(({ contentId }) => contentId.replace(/[<>]/g, '')));
SCRIPT
seen=$(node try.mjs)
expected='mailparser: text ["Good morning","Good night"], attachments 2
  not found: text1 text2
postal-mime: text ["Good morning","Good night"], attachments 2
  not found: text1 text2'
echo "mailparser@3.14.2 postal-mime@4.0.0"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
