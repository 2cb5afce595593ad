#!/usr/bin/env bash
# Measures in one run, taking turns: the jar and a stock Spring Boot application with the same libraries on Java 17 and 25, and the image's
# layout with its cache. Each on a database that is up to date, and Holdfast also on a new one. The jar runs the local profile with its simulator,
# the image what it is made for: production, with signing keys that lie here and an admin API that can't be reached. On a machine that does nothing else:
#   deploy/measure/measure.sh JAR [ROUNDS]       Linux; JAVA_17_HOME and JAVA_25_HOME may say where those are
# Ready is when readiness answers 200; CPU time is until then; memory is what is resident after ten idle seconds.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jar=$(realpath "$1")
rounds=${2:-3}
port=18978
work=$(mktemp -d)
process=''
keys=''
end() {
  local each
  for each in $process $keys; do
    kill -KILL "$each" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap end EXIT

home_of() {
  local variable=JAVA_$1_HOME candidate
  for candidate in "${!variable:-}" /usr/lib/jvm/*"$1"*; do
    if [ -x "$candidate/bin/java" ] && "$candidate/bin/java" -version 2>&1 | grep -q "version \"$1"; then
      echo "$candidate"
      return
    fi
  done
  echo "There is no Java $1." >&2
  return 1
}

stock() {
  mkdir "$work/stock"
  (cd "$work/stock" && unzip -q "$jar" && rm -rf BOOT-INF/classes)
  "$java_25/bin/javac" --release 17 -parameters -cp "$work/stock/BOOT-INF/lib/*" -d "$work/stock/BOOT-INF/classes" "$here/stock/Stock.java"
  cp -r "$here/stock/application.yaml" "$here/stock/db" "$work/stock/BOOT-INF/classes/"
  sed -i 's/^Start-Class:.*/Start-Class: stock.Stock/' "$work/stock/META-INF/MANIFEST.MF"
  # As Spring Boot packs it: the libraries as they are, in the order of the jar.
  (cd "$work/stock" && unzip -Z1 "$jar" 'BOOT-INF/lib/*.jar' >"$work/order" && zip -q -X "$work/stock.jar" META-INF/MANIFEST.MF &&
    zip -q -X -r "$work/stock.jar" org BOOT-INF/classes BOOT-INF/*.idx && zip -q -X -0 "$work/stock.jar" -@ <"$work/order")
}

image() {
  export JAVA=$java_25/bin/java
  "$here/../image/build.sh" layers "$jar" "$work/layers"
  mkdir "$work/image"
  cp -a "$work"/layers/{dependencies,snapshot-dependencies,application}/. "$work/image/"
  "$here/../image/build.sh" cache "$work/image"
}

# Seconds of CPU time that the process had.
cpu() { sed 's/.*) //' "/proc/$process/stat" | awk -v ticks="$(getconf CLK_TCK)" '{printf "%.2f", ($12 + $13) / ticks}'; }

# What Microsoft answers about the keys that sign Teams' tokens, until the end of the measured start.
serve_keys() {
  "$java_25/bin/jwebserver" -b 127.0.0.1 -p 18979 -d "$here/teams" -o none >/dev/null &
  keys=$!
}

# Starts what is called that in a folder, and prints seconds until ready, of CPU, and megabytes.
start() {
  local name=$1 folder=$2 begun ready used
  local holdfast=(--spring.profiles.active=local --holdfast.local.windows=false --holdfast.simulator.port=18979)
  local production=("--spring.config.additional-location=file:$here/../image/training.properties" --holdfast.teams.openid-metadata-url=http://127.0.0.1:18979/openidconfiguration
    '--spring.datasource.url=jdbc:h2:file:./data/production;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH')
  local command=()
  case $name in
    jar-17) command=("$java_17/bin/java" -jar "$jar" "${holdfast[@]}") ;;
    jar-25) command=("$java_25/bin/java" -jar "$jar" "${holdfast[@]}") ;;
    stock-17) command=("$java_17/bin/java" -jar "$work/stock.jar") ;;
    stock-25) command=("$java_25/bin/java" -jar "$work/stock.jar") ;;
    # With as much memory as the manifests give it, and only with the cache.
    image)
      cp "$here/../image/training-policy.yaml" "$folder/"
      command=(env MALLOC_ARENA_MAX=2 "$java_25/bin/java" "@$here/../image/small.options" -XX:MaxRAM=1g "-XX:AOTCache=$work/image/holdfast.aot" -XX:AOTMode=on
        -jar "$work/image/holdfast.jar" "${production[@]}")
      serve_keys
      ;;
  esac
  begun=$(date +%s%N)
  (cd "$folder" && exec "${command[@]}" --server.port=$port) >"$work/log" 2>&1 &
  process=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/actuator/health/readiness"; do
    if ! kill -0 "$process" 2>/dev/null; then
      cat "$work/log" >&2
      return 1
    fi
    sleep 0.05
  done
  used=$(cpu) ready=$((($(date +%s%N) - begun) / 1000000))
  sleep 10
  echo "$name $ready $used $(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$process/status")"
  kill -TERM "$process"
  wait "$process" || true
  process=''
  if [ -n "$keys" ]; then
    kill -TERM "$keys"
    wait "$keys" 2>/dev/null || true
    keys=''
  fi
}

median() { sort -g | awk '{a[NR] = $1} END {print (NR % 2) ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2}'; }

java_17=$(home_of 17)
java_25=$(home_of 25)
stock
image
for name in jar-25 stock-25 image; do
  mkdir -p "$work/known/$name"
  start "$name" "$work/known/$name" >/dev/null
done
for ((round = 0; round < rounds; round++)); do
  for name in stock-17 jar-17 image stock-25 jar-25 new:jar-17 new:image; do
    folder=$(mktemp -d -p "$work")
    case $name in
      new:*) ;;
      stock-*) cp -r "$work/known/stock-25/." "$folder/" ;;
      image) cp -r "$work/known/image/." "$folder/" ;;
      *) cp -r "$work/known/jar-25/." "$folder/" ;;
    esac
    start "${name#new:}" "$folder" | sed "s/^[a-z0-9-]* /$name /" | tee -a "$work/results" >&2
  done
done

echo "$(nproc) CPUs ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)), $(awk '/^MemTotal/ {print int($2 / 1048576 + 0.5)}' /proc/meminfo) GB, $(date +%F), medians of $rounds, load $(cut -d ' ' -f 1 /proc/loadavg)"
echo
echo '| what | ready after | CPU | resident when idle |'
echo '| --- | --- | --- | --- |'
while IFS='|' read -r name title; do
  column() { awk -v name="$name" -v column="$1" '$1 == name {print $column}' "$work/results" | median; }
  printf '| %s | %.1f s | %.1f s | %d MB |\n' "$title" "$(awk -v millis="$(column 2)" 'BEGIN {print millis / 1000}')" "$(column 3)" "$(column 4)"
done <<'ROWS'
stock-17|stock application, Java 17
jar-17|`java -jar`, Java 17
stock-25|stock application, Java 25
jar-25|`java -jar`, Java 25
image|the image, `small.options`, 1 GiB
new:jar-17|`java -jar`, Java 17, with a new database
new:image|the image, with a new database
ROWS
