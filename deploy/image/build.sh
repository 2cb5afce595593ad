#!/usr/bin/env bash
# What is done to the jar for the image, here so that the Dockerfile and .ci/image/check.mjs do the same.
#   build.sh layers JAR FOLDER    takes the jar apart, in layers: libraries change rarely
#   build.sh cache FOLDER         starts what lies in the folder once, and writes holdfast.aot: its classes as the JVM wants them
# JAVA says which java, which has to be the very one that runs it later.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
java=${JAVA:-java}
port=13978

layers() {
  "$java" -Djarmode=tools -jar "$1" extract --layers --application-filename holdfast.jar --destination "$2"
}

# GET or POST of a path, without a body; prints the status.
status() {
  local status=''
  { exec 3<>"/dev/tcp/127.0.0.1/$port"; } 2>/dev/null || return 0
  printf '%s HTTP/1.0\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n' "$1" >&3
  read -r -t 10 _ status _ <&3 || true
  exec 3>&-
  echo "$status"
}

cache() {
  local folder work process
  folder=$(cd "$1" && pwd)
  work=$(mktemp -d)
  cp "$here/training-policy.yaml" "$work/"
  # Serial, G1, and the parallel collector read a cache that was written with any of them. Headers of objects have to be of one size. What is
  # recorded of methods for the optimizing compiler would be of a start, and takes memory where only the quick compiler runs.
  (cd "$work" && exec env -u JDK_JAVA_OPTIONS "$java" -XX:AOTCacheOutput="$folder/holdfast.aot" \
    -XX:+UseCompactObjectHeaders -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -Xlog:cds=off,aot=off \
    -jar "$folder/holdfast.jar" --spring.config.additional-location="file:$here/training.properties") >"$work/log" 2>&1 &
  process=$!
  for _ in $(seq 600); do
    [ "$(status 'GET /actuator/health/liveness')" != 200 ] || break
    kill -0 "$process" 2>/dev/null || break
    sleep 0.2
  done
  # Nobody vouches for this one, so it's refused, as it should be: otherwise this was no start as in production.
  if [ "$(status 'POST /api/messages')" != 401 ]; then
    kill -KILL "$process" 2>/dev/null || true
    cat "$work/log"
    echo 'It did not start as in production, so there is no cache.' >&2
    return 1
  fi
  status 'GET /actuator/health/readiness' >/dev/null
  kill -TERM "$process"
  wait "$process" || true
  if [ ! -s "$folder/holdfast.aot" ]; then
    cat "$work/log"
    echo 'The JVM wrote no cache.' >&2
    return 1
  fi
  rm -rf "$work"
}

case "${1:-}:$#" in
  layers:3) layers "$2" "$3" ;;
  cache:2) cache "$2" ;;
  *)
    sed -n '2,5p' "$0" >&2
    exit 2
    ;;
esac
