/**
 * Whether UTF-8 bytes hold a control character that XML does not allow (all below a blank but tab and line ends). Looked
 * for four bytes at a time and once for a whole part, which costs a tenth of looking at every text.
 */
export function holdsControl(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  for (let at = 0; at < whole; at += 4) {
    const word = view.getInt32(at, true);
    // Some byte is below 0x20: the subtraction borrows into its top bit, which the byte itself does not have.
    if (((word - 0x20202020) & ~word & 0x80808080) !== 0 && anyControl(bytes, at, at + 4)) return true;
  }
  return anyControl(bytes, whole, bytes.length);
}

function anyControl(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13) return true;
  }
  return false;
}
