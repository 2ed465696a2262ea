# Asterisk with ARI: configuration rendered from lab/asterisk/*.conf, state in the run folder.

asterisk_dir() { echo "$run/asterisk"; }
asterisk_conf() { echo "$run/asterisk/etc/asterisk.conf"; }

# ARI answers with 200. Spoken by the shell itself, so that no HTTP client has to be installed.
asterisk_ready() {
  local status
  status=$(timeout 2 bash -c 'exec 3<>"/dev/tcp/$1/$2" && printf "GET /ari/asterisk/info?only=status HTTP/1.0\r\nAuthorization: Basic %s\r\n\r\n" "$3" >&3 && head -n 1 <&3' \
    ready "$host" "$http_port" "$(printf 'outdial:%s' "$ari_password" | base64 -w 0)" 2>/dev/null) || return 1
  [[ $status == *' 200 '* ]]
}

asterisk_render() {
  local d=$run/asterisk share=$prefix/asterisk/usr/share/asterisk file folder
  mkdir -p "$d"/{etc,log,spool/recording,spool/monitor,spool/outgoing,spool/tmp,db,run,cache,data/keys,data/sounds}
  ln -sfn "$share/sounds/en" "$d/data/sounds/en"; ln -sfn "$prefix/audio/outdial" "$d/data/sounds/outdial"; ln -sfn "$share/moh" "$d/data/moh"
  for folder in documentation rest-api static-http; do ln -sfn "$share/$folder" "$d/data/$folder"; done
  for file in "$lab"/asterisk/*.conf; do
    sed -e "s|@DIR@|$d|g; s|@MODULES@|$prefix/asterisk/usr/lib/$triplet/asterisk/modules|g; s|@HOST@|$host|g; s|@HTTP_PORT@|$http_port|g; s|@SIP_PORT@|$sip_port|g" \
      -e "s|@CARRIER@|$carrier_ip:$carrier_port|g; s|@CARRIER_IP@|$carrier_ip|g; s|@ARI_PASSWORD@|$ari_password|g; s|@AGENT_PASSWORD@|$agent_password|g" \
      -e "s|@DIALPLAN@|$lab/../packages/asterisk-adapter/dialplan|g; s|@QUALIFY@|${OUTDIAL_LAB_QUALIFY:-0}|g; s|@NODE@|${OUTDIAL_LAB_NODE:-lab}|g" "$file" > "$d/etc/${file##*/}"
  done
  # templates hold within one file
  cat "$d/etc/pjsip-lab.conf" >> "$d/etc/pjsip.conf"
  asterisk_agents >> "$d/etc/pjsip.conf"
  asterisk_others >> "$d/etc/pjsip.conf"
}

# The Asterisk of every other lab, as one server reaches another: legs to agents who are at home there.
asterisk_others() {
  local n; for n in $(seq 0 9); do
    [ "$n" != "$instance" ] || continue
    cat <<E
[lab$n](carrier-trunk)
aors=lab$n
[lab$n]
type=aor
contact=sip:127.0.$n.1:$sip_port
[lab$n]
type=identify
endpoint=lab$n
match=127.0.$n.1
E
  done
}

# 101-150 answer by themselves; 151-154 misbehave (see sipp/gen-agents.mjs).
asterisk_agents() {
  local n; for n in $(seq 101 154); do cat <<E
[$n](agent)
aors=$n
auth=$n
callerid=Agent $n <$n>
[$n]
type=auth
auth_type=userpass
username=$n
password=$agent_password
[$n]
type=aor
max_contacts=1
remove_existing=yes
contact=sip:$n@$agents_ip:$agents_port
E
  done
}

asterisk_up() {
  if alive asterisk "$(asterisk_conf)" && asterisk_ready; then return 0; fi
  ! port_taken "$host" "$http_port" || fail "port $host:$http_port is taken by another process: stop it, or choose another OUTDIAL_LAB_INSTANCE"
  asterisk_render
  ulimit -n 20000 2>/dev/null || true; ulimit -c 0
  LC_ALL=C launch asterisk "$run/asterisk/log/stdout" "$prefix/asterisk/usr/sbin/asterisk" -f -C "$(asterisk_conf)"
  local i; for ((i = 0; i < 200; i++)); do
    asterisk_ready && { log "asterisk up: $(cat "$prefix/asterisk/.ready")"; return 0; }
    alive asterisk "$(asterisk_conf)" || { tail -5 "$run"/asterisk/log/{stdout,messages} >&2 || true; fail 'asterisk died at its start'; }
    sleep 0.05
  done
  fail "asterisk is not ready after 10 s: see $run/asterisk/log"
}

asterisk_down() { stop asterisk "$(asterisk_conf)" 5; }
asterisk_kill() { alive asterisk "$(asterisk_conf)" || fail 'asterisk is not running'; kill -KILL "$(cat "$run/asterisk.pid")"; rm -f "$run/asterisk.pid"; }
asterisk_status() { report asterisk "$(asterisk_conf)" "ARI http://$host:$http_port/ari, SIP $host:$sip_port"; }
asterisk_cli() { "$prefix/asterisk/usr/sbin/asterisk" -C "$(asterisk_conf)" -rx "$*"; }
