#!/usr/bin/env bash
# Requests a backup of an environment from Holdfast, waits until it's approved in Teams and done, and says how it ended.
# Needs bash, curl, and jq. README.md has the settings. Ends with
#   0  the environment is backed up
#   1  it isn't: refused, rejected, expired, canceled, voided, or failed
#   2  a setting is missing or wrong
#   3  it took too long
#   4  Holdfast or Microsoft Entra ID couldn't be asked, or said no to the call
#   130 or 143 the pipeline was canceled, and so is the request if it hadn't started
set -uo pipefail

readonly WAIT=60
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
token='' assertion='' location='' status='' state='' asking=''

fail() {
  local code=$1
  shift
  printf 'Holdfast: %s\n' "$*" >&2
  exit "$code"
}

# What others have written, in one line that no pipeline takes for a command.
shown() { tr -d '\000-\037\177' | sed -e 's/##/# #/g' -e 's/::/: :/g' | cut -c 1-1000; }

setting() { # NAME: its value, or the end
  [ -n "${!1:-}" ] || fail 2 "set $1"
}

# Asks in the background: a signal ends the waiting at once, and would have to wait for anything else. The answer is in $work.
quiet_curl() {
  : >"$work/head"
  : >"$work/body"
  curl --silent --show-error --connect-timeout 10 --max-time $((WAIT + 30)) --dump-header "$work/head" --output "$work/body" "$@" &
  asking=$!
  wait "$asking"
}

# What only this pipeline may know goes in by a file descriptor, not by the command line.
secret_header() { printf 'header = "Authorization: Bearer %s"\n' "$1"; }

github_assertion() {
  quiet_curl --fail --config <(secret_header "$ACTIONS_ID_TOKEN_REQUEST_TOKEN") "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=api://AzureADTokenExchange" &&
    assertion=$(field .value)
}

azure_devops_assertion() {
  quiet_curl --fail --config <(secret_header "$SYSTEM_ACCESSTOKEN") --header 'Content-Type: application/json' --data '' \
    "${SYSTEM_OIDCREQUESTURI}?api-version=7.1&serviceConnectionId=$HOLDFAST_SERVICE_CONNECTION" &&
    assertion=$(field .oidcToken)
}

form() {
  local value=${2//\\/\\\\}
  printf 'data-urlencode = "%s=%s"\n' "$1" "${value//\"/\\\"}"
}

credential() {
  if [ -n "$assertion" ]; then
    form client_assertion_type urn:ietf:params:oauth:client-assertion-type:jwt-bearer
    form client_assertion "$assertion"
  else
    form client_secret "$HOLDFAST_CLIENT_SECRET"
  fi
}

# A new token each time it's called: an approval may take longer than a token lasts.
get_token() {
  if [ -n "${HOLDFAST_TOKEN:-}" ]; then
    token=$HOLDFAST_TOKEN
    return 0
  fi
  assertion=''
  if [ -z "${HOLDFAST_CLIENT_SECRET:-}" ]; then
    if [ -n "${ACTIONS_ID_TOKEN_REQUEST_URL:-}" ]; then
      github_assertion || return 1
    elif [ -n "${HOLDFAST_SERVICE_CONNECTION:-}" ]; then
      azure_devops_assertion || return 1
    else
      fail 2 'set HOLDFAST_CLIENT_SECRET, or allow the job to ask for an OpenID Connect token'
    fi
    [ -n "$assertion" ] || return 1
  fi
  quiet_curl --fail --config <(
    form client_id "$HOLDFAST_CLIENT_ID"
    form scope "$HOLDFAST_AUDIENCE/.default"
    form grant_type client_credentials
    credential
  ) "${HOLDFAST_TOKEN_URL:-https://login.microsoftonline.com/$HOLDFAST_TENANT_ID/oauth2/v2.0/token}" || return 1
  token=$(field .access_token)
  [ -n "$token" ]
}

# METHOD PATH [curl's options]: leaves the status of the answer in $status. Empty if there was none.
call() {
  local method=$1 path=$2
  shift 2
  quiet_curl --request "$method" --config <(secret_header "$token") --header 'Accept: application/json' "$@" "$HOLDFAST_URL$path" || true
  status=$(sed -n 's/^HTTP[^ ]* \([0-9]*\).*/\1/p' "$work/head" | tail -n 1)
}

field() { jq -r "$1 // empty" "$work/body" 2>/dev/null; }

problem() { field '[.title, .detail, (.errors // {} | to_entries[] | "\(.key): \(.value)")] | map(select(. != null)) | join(". ")' | shown; }

pause() {
  local seconds
  seconds=$(sed -n 's/^[Rr]etry-[Aa]fter: *\([0-9]*\).*/\1/p' "$work/head" | tail -n 1)
  sleep "${seconds:-5}" &
  wait $!
}

in_time() { [ "$SECONDS" -lt "$limit" ]; }

# Asks until there is an answer that counts: not after an outage, not with an old token, not when told to wait.
ask() {
  local renewed=''
  while :; do
    call "$@"
    case $status in
    2??) return 0 ;;
    401)
      [ -z "$renewed" ] || fail 4 "the token isn't taken: $(problem)"
      renewed=yes
      get_token || fail 4 'Microsoft Entra ID gives no token'
      ;;
    429 | 5?? | '')
      in_time || return 3
      pause
      ;;
    *) fail 4 "answer $status: $(problem)" ;;
    esac
  done
}

# Lets nobody approve what no pipeline waits for any more.
cancel() {
  [ -n "$location" ] || return 0
  call POST "$location/cancel" --max-time 5
  case $status in
  200) echo 'Holdfast: the request is canceled.' ;;
  *) printf 'Holdfast: the request could not be canceled. %s\n' "$(problem)" ;;
  esac
}

# shellcheck disable=SC2317 # called by the traps
canceled() {
  trap '' INT TERM
  [ -z "$asking" ] || kill "$asking" 2>/dev/null
  cancel
  exit "$1"
}

# NAME VALUE: for later steps.
output() {
  [ -z "${GITHUB_OUTPUT:-}" ] || printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
  [ -z "${TF_BUILD:-}" ] || printf '##vso[task.setvariable variable=%s;isOutput=true]%s\n' "$1" "$2"
}

# One run of one job requests one backup, however often the step is carried out in it.
default_key() {
  if [ -n "${GITHUB_RUN_ID:-}" ]; then
    echo "github/${GITHUB_REPOSITORY:-}/$GITHUB_RUN_ID/${GITHUB_RUN_ATTEMPT:-1}/${GITHUB_JOB:-}/$HOLDFAST_ENVIRONMENT"
  elif [ -n "${BUILD_BUILDID:-}" ]; then
    echo "azure-devops/${SYSTEM_TEAMPROJECTID:-}/$BUILD_BUILDID/${SYSTEM_JOBATTEMPT:-1}/${SYSTEM_JOBID:-}/$HOLDFAST_ENVIRONMENT"
  else
    fail 2 'set HOLDFAST_KEY'
  fi
}

for tool in curl jq; do
  command -v "$tool" >/dev/null || fail 2 "$tool is missing"
done
setting HOLDFAST_URL
setting HOLDFAST_ENVIRONMENT
setting HOLDFAST_LABEL
if [ -z "${HOLDFAST_TOKEN:-}" ]; then
  setting HOLDFAST_CLIENT_ID
  setting HOLDFAST_AUDIENCE
  [ -n "${HOLDFAST_TOKEN_URL:-}" ] || setting HOLDFAST_TENANT_ID
fi
HOLDFAST_URL=${HOLDFAST_URL%/}
case $HOLDFAST_URL in
https://* | http://127.0.0.1:* | http://localhost:*) ;;
*) fail 2 'HOLDFAST_URL has to begin with https://' ;;
esac
minutes=${HOLDFAST_TIMEOUT_MINUTES:-120}
[[ $minutes =~ ^[0-9]{1,5}$ ]] || fail 2 'HOLDFAST_TIMEOUT_MINUTES has to be a number'
limit=$((minutes * 60))
key=${HOLDFAST_KEY:-$(default_key)} || exit 2
key=$(printf '%s' "$key" | tr -c '!-~' '_' | cut -c 1-200)

trap 'canceled 130' INT
trap 'canceled 143' TERM

get_token || fail 4 'Microsoft Entra ID gives no token'
jq -n --arg of "$HOLDFAST_ENVIRONMENT" --arg named "$HOLDFAST_LABEL" --arg notes "${HOLDFAST_NOTES:-}" --arg reason "${HOLDFAST_REASON:-}" \
  '{operation: "backup", source: $of, label: $named, notes: $notes, reason: $reason}' >"$work/order" || fail 2 'the order can not be written'
ask POST /api/v1/requests --header 'Content-Type: application/json' --header "Idempotency-Key: $key" --data-binary "@$work/order" ||
  fail 4 "Holdfast doesn't answer"
location=/api/v1/requests/$(field .id)

told=''
while :; do
  state=$(field .state)
  number=$(field .number)
  now="${number:-the request}: $state"
  if [ "$now" != "$told" ]; then
    printf 'Holdfast: %s\n' "$now"
    told=$now
  fi
  [ "$(field .closed)" != true ] || break
  if ! in_time; then
    cancel
    fail 3 "it took more than $minutes minutes"
  fi
  left=$((limit - SECONDS))
  ask GET "$location?wait=$((left < WAIT ? left : WAIT))s&state=$state" || {
    cancel
    fail 3 "it took more than $minutes minutes"
  }
done

output request "${number:-}"
output state "$state"
[ "$state" != succeeded ] || exit 0
field '[.problem.detail, .outcome, (.decisions // [] | .[] | select(.approved | not) | "\(.by): \(.comment)"), (.findings // [] | .[] | select(.severity == "red") | .message)] | map(select(. != null)) | .[]' |
  while IFS= read -r line; do printf 'Holdfast: %s\n' "$(shown <<<"$line")"; done
fail 1 "the environment isn't backed up: $state"
