#!/usr/bin/env bash
# Verifies one-call.pml exhaustively with Spin (Debian packages: spin, gcc): safety in three surroundings, then that every
# request ends. Arguments are removed protections, such as NO_AGE, which is looked for in the first surroundings, RIGHTS
# NO_LOCK for the second, or PLANNED NO_GRACE for the third. With ALL everything goes on at once, which takes minutes and gigabytes.
set -euo pipefail
model=$(cd "$(dirname "$0")" && pwd)/one-call.pml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# Options of the model, then of the verifier's compiler, then of the verifier.
verify() {
  local defines=$1 compile=$2 run=$3 said
  # shellcheck disable=SC2086 # lists of options
  spin $defines -a "$model" >spin.log || { cat spin.log; exit 2; }
  # shellcheck disable=SC2086
  gcc -w -O2 -DCOLLAPSE -DMEMLIM=6000 $compile -o pan pan.c
  # shellcheck disable=SC2086
  said=$(./pan -m500000 $run)
  if grep -q 'errors: 0' <<<"$said" && ! grep -Eq 'Search not completed|max search depth too small' <<<"$said"; then
    printf '%s: %s states, no error\n' "${defines:-the service and people}" "$(grep -Eo '[0-9.e+]+ states, stored' <<<"$said" | cut -d' ' -f1)"
    return
  fi
  grep -m1 'pan:1:' <<<"$said" || printf '%s\n' "$said"
  return 1
}

if [ $# -gt 0 ]; then
  verify "$(printf -- '-D%s ' "$@")" -DSAFETY ''
  exit
fi
verify '' -DSAFETY ''
verify -DRIGHTS -DSAFETY ''
verify -DPLANNED -DSAFETY ''
verify '-DRIGHTS -DLIVENESS' '-DNFAIR=3' '-a -f'
verify '-DPLANNED -DLIVENESS' '-DNFAIR=3' '-a -f'
