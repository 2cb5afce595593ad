#!/bin/bash
# Asks for readiness where Holdfast answers it: on the port for management if there is one, else on the bot's own.
# The image has no curl; bash can speak enough HTTP. The status counts, because the body may show details of parts that work.
if [ -n "$MANAGEMENT_SERVER_PORT" ]; then
  address=${MANAGEMENT_SERVER_ADDRESS:-127.0.0.1} port=$MANAGEMENT_SERVER_PORT
else
  address=${SERVER_ADDRESS:-127.0.0.1} port=${SERVER_PORT:-3978}
fi
exec 3<>"/dev/tcp/$address/$port" || exit 1
printf 'GET /actuator/health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
