#!/usr/bin/env bash
# Measures the template engine against the reference, the first answer to a chat command and the
# choices for a form while somebody types in a tenant of 2,000 environments, the turns a second
# beside a bare Spring endpoint, answered turns a second beside minimal bots on the Node.js SDKs,
# ten thousand restores in flight on two processes, tables that have grown, and turns beside slow connections:
# src/jmh/benchmark.sh [templates|answers [environments]|typing [environments]|turns [postgresql]|
# peers [postgresql] [rounds]|flight [requests]|growth [h2|postgresql] [requests ...]|slow]
set -euo pipefail
cd "$(dirname "$0")/../.."
out=target/benchmark
mkdir -p "$out"

./mvnw -q -B -Pbenchmark test-compile dependency:build-classpath -Dmdep.outputFile="$out/classpath"
classpath="target/test-classes:target/classes:$(cat "$out/classpath")"

if [[ "${1:-turns}" == turns ]]; then
  java -cp "$classpath" dev.holdfast.flow.TurnRate "${2:-h2}"
  [[ $# -eq 0 ]] || exit 0
fi

if [[ "${1:-peers}" == peers ]]; then
  mkdir -p "$out/peers"
  cp src/jmh/node/* "$out/peers/"
  (cd "$out/peers" && npm ci --silent --ignore-scripts --no-audit --no-fund)
  java -cp "$classpath" dev.holdfast.flow.Peers "$out/peers" "${@:2}"
  [[ $# -eq 0 ]] || exit 0
fi

if [[ "${1:-flight}" == flight ]]; then
  java -cp "$classpath" dev.holdfast.flow.InFlight "${2:-10000}"
  [[ $# -eq 0 ]] || exit 0
fi

if [[ "${1:-slow}" == slow ]]; then
  java -cp "$classpath" dev.holdfast.flow.SlowConnections
  [[ $# -eq 0 ]] || exit 0
fi

if [[ "${1:-growth}" == growth ]]; then
  sizes=("${@:2}")
  [[ ${#sizes[@]} -gt 0 ]] || sizes=(10000 100000 1000000)
  java -Xmx2g -cp "$classpath" dev.holdfast.flow.Growth "${sizes[@]}"
  [[ $# -eq 0 ]] || exit 0
fi

if [[ "${1:-answers}" == answers || "${1:-}" == typing ]]; then
  java -cp "$classpath" dev.holdfast.flow.FirstAnswer "$@"
  [[ $# -eq 0 ]] || exit 0
fi

(cd src/test/node/template && npm ci --silent --ignore-scripts)

java -cp "$classpath" dev.holdfast.card.ColdStart "$out/input.json" "$out/templates.json"
cold=()
for _ in 1 2 3 4 5; do
  cold+=("$(java -cp "$classpath" dev.holdfast.card.ColdStart)")
done
java -cp "$classpath" org.openjdk.jmh.Main TemplateBenchmark -rf json -rff "$out/jmh.json" -o "$out/jmh.log"
node src/test/node/template/bench.js "$out/input.json" "$out/templates.json" >"$out/node.json"

node - "$out" "${cold[@]}" <<'JS'
const fs = require('fs');
const [out, ...cold] = process.argv.slice(2);
const reference = JSON.parse(fs.readFileSync(`${out}/node.json`));
for (const { benchmark, primaryMetric } of JSON.parse(fs.readFileSync(`${out}/jmh.json`))) {
  const name = benchmark.split('.').pop();
  const { score, scoreError } = primaryMetric;
  console.log(`${name}: engine ${score.toFixed(0)} ± ${scoreError.toFixed(0)} µs, reference ${reference[name].toFixed(0)} µs, ${(reference[name] / score).toFixed(1)} times faster`);
}
console.log(`cold JVM, all cards compiled and expanded: ${cold.join(', ')} ms`);
JS
