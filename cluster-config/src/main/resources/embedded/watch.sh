# Runs a server as long as its owner lives: the owner holds our standard input open, and the kernel
# closes it when the owner goes, be it by kill -9. Usage: watch.sh SIGNAL PIDFILE COMMAND…
# No job control: bash 5.2's `wait -f` turns for ever when a job's record is lost.
stop=$1
pidfile=$2
shift 2
trap '' INT TERM HUP         # we end after the server, never before
exec 3<&0
# A session of its own: Ctrl-C is not for it.
(trap - INT TERM HUP; exec setsid "$@" 3<&-) </dev/null &
server=$!
exec 2>/dev/null             # what follows has nothing to say
echo "$server" >"$pidfile"
(while read -r _; do :; done; kill -s "$stop" "$server"; kill -s CONT "$server") <&3 &
reader=$!
wait "$server"               # to its end: without job control a paused server has not ended
code=$?
kill -9 "$reader"
exit "$code"
