/** The files that the fake server records. */

/** A file as Asterisk records it: one channel, 16 bits, 8,000 samples a second, none of them silent. */
export function waveFile(ms: number): Buffer {
  const file = Buffer.alloc(44 + ms * 16, 1);
  file.write('RIFF....WAVEfmt ', 0, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(8_000, 24);
  file.writeUInt32LE(16_000, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(0, 40);
  return file;
}
