#!/usr/bin/env bash
# Checks what deploys Holdfast, offline: setup.sh against a stub of Azure, the ARM template, Kubernetes, Compose, and workflows.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
for tool in zip unzip shellcheck; do
  command -v "$tool" >/dev/null || missing+=("$tool")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -q
  DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
fi
npm ci --ignore-scripts

shellcheck ../../deploy/azure/setup.sh ../../deploy/health-check.sh ../../deploy/image/build.sh ../../deploy/measure/measure.sh ../../deploy/pipelines/backup.sh check.sh
node --test check.test.mjs setup.test.mjs
