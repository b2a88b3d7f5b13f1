#!/bin/sh
# Archives of other programs: Info-ZIP zip 3.0, 7-Zip 26.02, libarchive bsdtar 3.6.2, OpenJDK jar, Python zipfile.
# Each holds hello.txt "Hello\n", empty.txt, img/zeros.bin (3000 zeros) and Ärger.txt "Ärger 日本", in its own order.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
cd "$work"
mkdir img
printf 'Hello\n' > hello.txt
printf 'Ärger 日本' > Ärger.txt
head -c 3000 /dev/zero > img/zeros.bin
: > empty.txt
find . -exec touch -t 200501010000 {} +
all='hello.txt Ärger.txt img empty.txt'
rm -f "$here"/*.zip
export LC_ALL=C.UTF-8
zip -q -r -X "$here/infozip.zip" $all
zip -q -r - $all > "$here/infozip-stream.zip"
7zz a -tzip -bso0 "$here/7zip.zip" $all
bsdtar --format zip -cf "$here/bsdtar.zip" $all
jar cMf "$here/jar.zip" $all
python3 - "$here" $all <<'PYTHON'
import io, sys, zipfile
here = sys.argv[1]
names = ['hello.txt', 'Ärger.txt', 'img/zeros.bin', 'empty.txt']
class Pipe(io.RawIOBase):
    def __init__(self, file): self.file = file
    def writable(self): return True
    def write(self, octets): return self.file.write(octets)
with zipfile.ZipFile(f'{here}/python.zip', 'w', zipfile.ZIP_DEFLATED) as archive:
    archive.comment = b'a comment'
    for name in names: archive.write(name)
with open(f'{here}/python-stream.zip', 'wb') as file:
    with zipfile.ZipFile(Pipe(file), 'w', zipfile.ZIP_DEFLATED) as archive:
        for name in names: archive.write(name)
PYTHON
# what is refused
zip -q -P secret "$here/refused-encrypted.zip" hello.txt
7zz a -tzip -bso0 -psecret -mem=AES256 "$here/refused-aes.zip" hello.txt
7zz a -tzip -bso0 -mm=LZMA "$here/refused-lzma.zip" img/zeros.bin
ln -s hello.txt link
touch -h -t 200501010000 link
zip -q -y "$here/refused-link.zip" link
cat hello.txt | zip -q "$here/refused-zip64.zip" -
bsdtar --format zip -cf - hello.txt | cat > "$here/refused-padded.zip"
rm -r "$work"
