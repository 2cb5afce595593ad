#!/usr/bin/env bash
# Removes one protection at a time from one-call.pml. The model must fail each time: a protection that isn't missed
# protects from nothing that the model knows.
set -uo pipefail
cd "$(dirname "$0")"
missed=0
for protection in NO_INTENT NO_VERSION 'RIGHTS NO_LOCK' NO_BASELINE NO_CALLER NO_AGE NO_TAKEOVER NO_LISTING \
  'RIGHTS NO_REVALIDATION' NO_SECOND_PERSON NO_TIME_BEFORE_LOOK 'PLANNED NO_NOT_BEFORE' 'PLANNED NO_GRACE' 'PLANNED NO_GRACE_AGAIN'; do
  # shellcheck disable=SC2086 # several words
  said=$(./verify.sh $protection 2>&1)
  case $? in
    1) printf '%-22s fails: %s\n' "$protection" "$(tail -n 1 <<<"$said")" ;;
    *) printf '%-22s NOT NOTICED: %s\n' "$protection" "$said"; missed=1 ;;
  esac
done
exit $missed
