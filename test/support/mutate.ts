const INTERESTING = [0x00, 0x01, 0x1e, 0x1f, 0x20, 0x7f, 0x80, 0x81, 0xff] as const;

/** One to eight random changes: bit flip, octet set, insert, delete, block copy, splice with another input. */
export function mutate(bytes: Uint8Array, other: Uint8Array, next: () => number): Uint8Array {
  let octets = [...bytes];
  const at = (length: number): number => Math.floor(next() * length);
  const changes = 1 + at(8);
  for (let change = 0; change < changes; change++) {
    const position = at(octets.length + 1);
    switch (at(7)) {
      case 0:
        octets[position] = (octets[position] ?? 0) ^ (1 << at(8));
        break;
      case 1:
        octets[position] = INTERESTING[at(INTERESTING.length)] ?? 0;
        break;
      case 2:
        octets.splice(position, 0, at(256));
        break;
      case 3:
        octets.splice(position, 1 + at(8));
        break;
      case 4:
        octets.splice(position, 0, ...octets.slice(at(octets.length), at(octets.length)).slice(0, 64));
        break;
      case 5:
        octets = [...octets.slice(0, position), ...other.slice(at(other.length))].slice(0, 4096);
        break;
      default:
        octets.splice(position, 0, 0x8f, 0xff, 0xff, 0xff, 0x7f);
    }
  }
  return new Uint8Array(octets);
}
