#!/bin/sh
# Makes the certificates of the loopback TLS tests, valid whatever the clock says. The keys protect nothing: they are
# here to be read by everybody.
set -e
cd "$(dirname "$0")"
work=$(mktemp -d)
touch "$work/index.txt"
cat > "$work/ca.conf" <<CONF
[ca]
default_ca = test
[test]
database = $work/index.txt
new_certs_dir = $work
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
CONF
# name, extension lines, first day, last day, further options
certificate() {
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$1.key" -out "$work/csr" -subj "/CN=$1"
  printf "$2" > "$work/ext"
  first=$3 last=$4 name=$1
  shift 4
  openssl ca -batch -notext -config "$work/ca.conf" -in "$work/csr" -out "$name.pem" -extfile "$work/ext" \
    -startdate "$first" -enddate "$last" "$@"
}
certificate ca 'basicConstraints=critical,CA:TRUE\n' 20000101000000Z 21000101000000Z -selfsign -keyfile ca.key
signed="-cert ca.pem -keyfile ca.key"
here='subjectAltName=IP:127.0.0.1,DNS:localhost\n'
certificate good "$here" 20000101000000Z 21000101000000Z $signed
certificate expired "$here" 20000101000000Z 20010101000000Z $signed
certificate other-name 'subjectAltName=DNS:gateway.example\n' 20000101000000Z 21000101000000Z $signed
rm -r ca.key "$work"
