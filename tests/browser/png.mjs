// Makes a screenshot small: at most 256 colours, the most frequent ones, and the best of zlib.
import * as zlib from 'node:zlib'

const { deflateSync, inflateSync } = zlib
const crc = zlib.crc32 ?? slowCrc

/** For a node whose zlib has none yet. */
function slowCrc(bytes) {
  let sum = ~0
  for (const byte of bytes) {
    sum ^= byte
    for (let i = 0; i < 8; ++i) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return ~sum >>> 0
}

function chunk(type, data) {
  const out = Buffer.alloc(data.length + 12)
  out.writeUInt32BE(data.length, 0)
  out.write(type, 4, 'latin1')
  data.copy(out, 8)
  out.writeUInt32BE(crc(out.subarray(4, data.length + 8)) >>> 0, data.length + 8)
  return out
}

/** The colours of a screenshot, three or four bytes a point, as browsers write them: not interlaced. */
function points(png) {
  const idat = []
  let width, height, size
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const type = png.toString('latin1', at + 4, at + 8)
    if (type === 'IHDR') {
      width = png.readUInt32BE(at + 8)
      height = png.readUInt32BE(at + 12)
      size = png[at + 17] === 6 ? 4 : 3
    }
    if (type === 'IDAT') idat.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const raw = inflateSync(Buffer.concat(idat)), row = width * size
  const out = Buffer.alloc(row * height)
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (row + 1)]
    for (let x = 0; x < row; ++x) {
      const left = x < size ? 0 : out[y * row + x - size]
      const up = y === 0 ? 0 : out[(y - 1) * row + x]
      const corner = x < size || y === 0 ? 0 : out[(y - 1) * row + x - size]
      const p = left + up - corner
      const a = Math.abs(p - left), b = Math.abs(p - up), c = Math.abs(p - corner)
      const paeth = a <= b && a <= c ? left : b <= c ? up : corner
      out[y * row + x] = raw[y * (row + 1) + 1 + x] + [0, left, up, (left + up) >> 1, paeth][filter]
    }
  }
  return { width, height, size, out }
}

export function small(png) {
  const { width, height, size, out } = points(png)
  const count = new Map()
  const colour = i => (out[i] << 16) | (out[i + 1] << 8) | out[i + 2]
  for (let i = 0; i < out.length; i += size) count.set(colour(i), (count.get(colour(i)) ?? 0) + 1)
  const palette = [...count].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([one]) => one)
  const place = new Map(palette.map((one, i) => [one, i]))
  const far = (a, b) => ((a >> 16) - (b >> 16)) ** 2 + (((a >> 8) & 255) - ((b >> 8) & 255)) ** 2 + ((a & 255) - (b & 255)) ** 2
  for (const one of count.keys()) {
    if (place.has(one)) continue
    let best = 0
    for (let i = 1; i < palette.length; ++i) if (far(one, palette[i]) < far(one, palette[best])) best = i
    place.set(one, best)
  }
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) rows[y * (width + 1) + 1 + x] = place.get(colour((y * width + x) * size))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    png.subarray(0, 8),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(one => [one >> 16, (one >> 8) & 255, one & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0))
  ])
}
