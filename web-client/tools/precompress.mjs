// Writes a .br and a .gz beside every compressible file, so that the server never compresses anything.
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import zlib from "node:zlib";

const COMPRESSIBLE = /\.(js|css|html|svg|json|webmanifest|txt)$/;
const SMALLEST = 512; // below this a header costs more than it saves

function filesBelow(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

let raw = 0;
let brotli = 0;
for (const path of filesBelow(process.argv[2])) {
  const bytes = readFileSync(path);
  if (!COMPRESSIBLE.test(path) || bytes.length < SMALLEST) continue;
  const best = {
    params: {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  };
  const compressed = zlib.brotliCompressSync(bytes, best);
  writeFileSync(`${path}.br`, compressed);
  writeFileSync(`${path}.gz`, zlib.gzipSync(bytes, { level: 9 }));
  raw += bytes.length;
  brotli += compressed.length;
}
console.log(`precompressed: ${raw} bytes, ${brotli} as brotli`);
