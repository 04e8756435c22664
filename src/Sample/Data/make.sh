#!/bin/sh
# Creates flights-100k.csv.gz from the npm package that contains the data. It needs npm, node, tar and gzip.
set -eu

version=3.2.1
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm pack --silent "vega-datasets@$version" > /dev/null
tar -xzf "vega-datasets-$version.tgz" package/data/flights-200k.json

# Keeps every second row. The source is sorted by the time of day, so its first half would contain mornings only.
node -e '
const rows = JSON.parse(require("fs").readFileSync("package/data/flights-200k.json", "utf8"));
const text = v => v === null || v === undefined ? "" : String(v);
const hours = v => v === null || v === undefined ? "" : v.toFixed(4);
const lines = rows.filter((_, i) => i % 2 === 0).map(r => [text(r.delay), text(r.distance), hours(r.time)].join(","));
process.stdout.write(["delay,distance,departure", ...lines].join("\n") + "\n");
' > flights-100k.csv

gzip -9 -n -c flights-100k.csv > "$here/flights-100k.csv.gz"
