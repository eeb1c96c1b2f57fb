// node tools/embed.mjs DIST DOCUMENT OUT.cc: writes the table of faces/http/assets.h, with every file of DIST and the
// document of the API. What compresses is compressed, once, beside OUT.
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, extname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'

const [dist, document, out] = process.argv.slice(2)
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.yaml': 'application/yaml'
}
const packed = new Set(['.html', '.js', '.css', '.svg', '.txt', '.yaml', '.webmanifest'])

const walk = folder =>
  readdirSync(folder)
    .sort()
    .flatMap(name => {
      const path = join(folder, name)
      return statSync(path).isDirectory() ? walk(path) : [path]
    })

const files = [...walk(dist).map(path => [`/${relative(dist, path)}`, path]), ['/openapi.yaml', document]]
const folder = join(dirname(out), 'web_assets')
mkdirSync(folder, { recursive: true })

const parts = []
const rows = []
files.forEach(([name, path], i) => {
  const type = types[extname(name)]
  if (!type) throw new Error(`${path}: no type is known for ${extname(name)}; add it to tools/embed.mjs`)
  const gzip = packed.has(extname(name))
  const body = gzip ? gzipSync(readFileSync(path), { level: 9 }) : readFileSync(path)
  const file = join(folder, String(i))
  writeFileSync(file, body)
  parts.push(`__asm__(".section .rodata\\n.global wellmet_asset_${i}\\nwellmet_asset_${i}:\\n.incbin \\"${file}\\"\\n.byte 0\\n.previous\\n");
extern "C" const char wellmet_asset_${i}[];`)
  rows.push(`    {${JSON.stringify(name)}, ${JSON.stringify(type)}, {wellmet_asset_${i}, ${body.length}}, ${gzip}},`)
})

writeFileSync(
  out,
  `// Written by tools/embed.mjs. Do not edit.
#include "faces/http/assets.h"

${parts.join('\n')}

namespace faces::http {

std::span<const Asset> assets() {
  static const Asset all[] = {
${rows.join('\n')}
  };
  return all;
}

}  // namespace faces::http
`
)
