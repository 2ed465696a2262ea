#!/usr/bin/env bash
# The lab: a real Asterisk 22, a SIPp carrier, SIPp agents and MariaDB on loopback, without installing anything on the host.
#   lab.sh up [asterisk] [carrier] [agents] [mariadb]   start them (all four without a name); what runs already is left alone
#   lab.sh down [name ...]            stop them
#   lab.sh status                     one line a server; exit code 0 when all are up, 3 otherwise
#   lab.sh restart-asterisk           stop and start Asterisk (needed between heavy load runs: it keeps memory per call)
#   lab.sh kill-asterisk              SIGKILL, for crash tests; `up asterisk` brings it back
#   lab.sh kill-mariadb               SIGKILL, for crash tests; `up mariadb` brings it back
#   lab.sh cli 'core show channels'   one command on Asterisk's console
#   lab.sh sql 'select 1'             one statement on MariaDB
#   lab.sh galera up|down|start N|stop N|kill9 N|status|sql N 'SQL'    an optional cluster of three nodes
#   lab.sh versions                   what runs here
#   lab.sh env                        the connection facts as KEY=value lines
#   lab.sh clean                      stop everything and remove its state and its packages
# Environment: OUTDIAL_LAB_DIR      folder of the unpacked packages (default lab/.prefix); several work trees may share one
#              OUTDIAL_LAB_INSTANCE 0 to 9 (default 0): labs side by side, each with its own addresses, ports and state
#              OUTDIAL_LAB_MIRROR   address of a Debian mirror, when the host's own apt names none
set -euo pipefail
lab=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
prefix=${OUTDIAL_LAB_DIR:-$lab/.prefix}
instance=${OUTDIAL_LAB_INSTANCE:-0}
[[ $instance =~ ^[0-9]$ ]] || { echo "OUTDIAL_LAB_INSTANCE is '$instance': give a digit, 0 to 9" >&2; exit 2; }
run=$lab/.run/$instance
triplet=x86_64-linux-gnu

# One loopback address a role, because the trunk and the agents are told apart by address.
host=127.0.$instance.1; carrier_ip=127.0.$instance.2; agents_ip=127.0.$instance.3
http_port=$((8088 + instance * 100)); sip_port=5160; carrier_port=5180; agents_port=5190; mariadb_port=$((23306 + instance * 100))

log() { printf 'lab: %s\n' "$*" >&2; }
fail() { log "$*"; exit 1; }

for part in prefix process audio asterisk sipp mariadb; do . "$lab/lib/$part.sh"; done

servers=(asterisk carrier agents mariadb)
for_each() { # action, names...
  local action=$1 name; shift
  for name in "$@"; do
    [[ " ${servers[*]} " == *" $name "* ]] || { log "unknown server '$name': one of ${servers[*]}"; exit 2; }
    "${name}_$action"
  done
}

up() {
  fetch_all "$@"
  mkdir -p "$run"
  exec 8>"$run/.lock"; flock -w 120 8 || fail "another 'lab.sh up' holds $run/.lock"
  load_secrets
  for_each up "$@"
  write_facts
}

down() { load_secrets; for_each down "$@"; }

status() {
  local name code=0
  for name in "${servers[@]}"; do "${name}_status" || code=3; done
  return "$code"
}

versions() {
  printf 'asterisk  %s\n' "$(cat "$prefix/asterisk/.ready" 2>/dev/null || echo 'not fetched')"
  [ -f "$prefix/tools/.ready" ] || { echo 'tools     not fetched'; return; }
  printf 'sipp      %s\n' "$("$prefix/bin/sipp" -v 2>/dev/null | grep -o 'SIPp v[^ ]*' || true)"
  printf 'mariadb   %s\n' "$("$prefix/tools/usr/sbin/mariadbd" --no-defaults --version | sed 's/.*Ver //; s/ for .*//')"
  printf 'espeak-ng %s\n' "$("$prefix/bin/espeak-ng" --version | sed 's/.*text-to-speech: //; s/ *Data.*//')"
  printf 'sox       %s\n' "$("$prefix/bin/sox" --version | sed 's/.*SoX v//')"
}

# Passwords belong to this lab only: drawn at the first `up`, kept in the ignored state folder.
load_secrets() {
  mkdir -p "$run"
  if [ ! -f "$run/secrets" ]; then
    (umask 077; printf 'ari_password=%s\nmariadb_password=%s\nagent_password=%s\n' "$(random)" "$(random)" "$(random)" > "$run/secrets.new")
    mv "$run/secrets.new" "$run/secrets"
  fi
  . "$run/secrets"
}
random() { od -An -N12 -tx1 /dev/urandom | tr -d ' \n'; }

write_facts() {
  (umask 077; cat > "$run/facts" <<E
ARI_URL=http://$host:$http_port
ARI_USER=outdial
ARI_PASSWORD=$ari_password
ASTERISK_VERSION=$(cat "$prefix/asterisk/.ready" 2>/dev/null || true)
ASTERISK_PID_FILE=$run/asterisk.pid
ASTERISK_LOG=$run/asterisk/log/messages
RECORDINGS=$run/asterisk/spool/recording
SIP_HOST=$host
SIP_PORT=$sip_port
CARRIER=$carrier_ip:$carrier_port
CARRIER_LOG=$run/carrier-calls.log
SIPP=$prefix/tools/usr/bin/sipp
AGENTS=$agents_ip:$agents_port
AGENTS_LOG=$run/agent-calls.log
MARIADB_HOST=$host
MARIADB_PORT=$mariadb_port
MARIADB_USER=outdial
MARIADB_PASSWORD=$mariadb_password
MARIADB_DATABASE=outdial
E
  )
}

# The packages go with the last lab that uses them; a shared folder is its owner's to remove.
clean_prefix() {
  [ -z "${OUTDIAL_LAB_DIR:-}" ] || { log "packages kept in $prefix"; return 0; }
  local pid
  for pid in "$lab"/.run/*/*.pid; do
    if [ -f "$pid" ] && kill -0 "$(cat "$pid")" 2>/dev/null; then log 'packages kept: another instance uses them'; return 0; fi
  done
  rm -rf "$prefix"
}

command=${1:-help}; shift || true
case $command in
  up) [ $# -gt 0 ] || set -- "${servers[@]}"; up "$@"; status;;
  down) [ $# -gt 0 ] || set -- "${servers[@]}"; down "$@";;
  status) status;;
  fetch) [ $# -gt 0 ] || set -- "${servers[@]}"; fetch_all "$@"; versions;;
  restart-asterisk) fetch_all asterisk; load_secrets; asterisk_down; asterisk_up; write_facts;;
  kill-asterisk) asterisk_kill;;
  kill-mariadb) mariadb_kill;;
  cli) asterisk_cli "$*";;
  sql) mariadb_sql single "$*";;
  galera) fetch_all mariadb; load_secrets; . "$lab/lib/galera.sh"; galera "$@";;
  versions) versions;;
  env) [ -f "$run/facts" ] || fail "nothing is up: run 'lab.sh up'"; cat "$run/facts";;
  clean) down "${servers[@]}"; . "$lab/lib/galera.sh"; galera down; rm -rf "$run"; clean_prefix;;
  *) sed -n '2,17p' "${BASH_SOURCE[0]}" | sed 's/^# \?//'; [ "$command" = help ] || exit 2;;
esac
