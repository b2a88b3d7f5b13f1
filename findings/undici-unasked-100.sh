#!/usr/bin/env bash
# Guess: a client passes over "100 Continue" that it did not ask for and reads the answer behind it (RFC 9110 15.2), as it does with 103.
# Seen:  undici ends the connection at 100 with an error, after the request was sent; 102 and 103 it passes over; Node's own client all three.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts undici@7.30.2
cat > try.mjs <<'SCRIPT'
import http from 'node:http';
import net from 'node:net';
import { request } from 'undici';

const interim = new Map([['100', '100 Continue'], ['102', '102 Processing'], ['103', '103 Early Hints']]);
const server = net.createServer(socket => {
  socket.on('error', () => {});
  socket.once('data', data => {
    const line = interim.get(String(data).slice(5, 8));
    socket.end(`HTTP/1.1 ${line}\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nOK`);
  });
});
await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address();
const byNode = url =>
  new Promise((resolve, reject) => http.get(url, answer => resolve(answer.resume().statusCode)).on('error', reject));
const byUndici = async url => {
  const { statusCode, body } = await request(url);
  await body.dump();
  return statusCode;
};
const outcome = promise => promise.catch(error => error.code);
for (const status of interim.keys()) {
  const url = `http://127.0.0.1:${port}/${status}`;
  console.log(`${status}: node:http ${await outcome(byNode(url))}, undici ${await outcome(byUndici(url))}`);
}
server.close();
SCRIPT
seen=$(node try.mjs)
expected='100: node:http 200, undici UND_ERR_SOCKET
102: node:http 200, undici 200
103: node:http 200, undici 200'
echo "undici@7.30.2"
echo "$seen"
if [ "$seen" != "$expected" ]; then
  echo "changed; it was:"
  echo "$expected"
  exit 1
fi
