#!/bin/bash
# Asks for readiness where Holdfast answers it: on the port for management if there is one, else on the bot's own, below the paths that
# variables put before it. The image has no curl; bash can speak enough HTTP. The status counts, because the body may show details of
# parts that work.

# The first of these variables that says something; Spring Boot takes them with and without a line for each dash.
first() { for name; do [ -z "${!name}" ] || { echo "${!name}"; return; }; done; }

# A path as it is put before another one: with a slash in front, without one behind.
base() { local path=${1#/}; path=${path%/}; [ -z "$path" ] || echo "/$path"; }

port=$(first MANAGEMENT_SERVER_PORT)
if [ -n "$port" ] && [ "$port" != "${SERVER_PORT:-3978}" ]; then
  address=$(first MANAGEMENT_SERVER_ADDRESS)
  path=$(base "$(first MANAGEMENT_SERVER_BASEPATH MANAGEMENT_SERVER_BASE_PATH)")
else
  port=${SERVER_PORT:-3978} address=$(first SERVER_ADDRESS)
  path=$(base "$(first SERVER_SERVLET_CONTEXTPATH SERVER_SERVLET_CONTEXT_PATH)")
fi
endpoints=$(first MANAGEMENT_ENDPOINTS_WEB_BASEPATH MANAGEMENT_ENDPOINTS_WEB_BASE_PATH)
path+=$(base "${endpoints:-/actuator}")

exec 3<>"/dev/tcp/${address:-127.0.0.1}/$port" || exit 1
printf 'GET %s/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' "$path" >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
