# SIPp as the carrier (behaviour by the last two digits of the called number) and as the agents' telephones.

sipp_up() { # name, scenario, address, port, control port, calls log
  local name=$1 scenario=$2 ip=$3 port=$4 control=$5 calls=$6 dir=$run/$1
  if alive "$name" "$scenario"; then
    cmp -s "$scenario" "$dir/running.xml" && return 0
    stop "$name" "$scenario" 2    # the scenario changed
  fi
  mkdir -p "$dir"; cp "$scenario" "$dir/running.xml"; rm -f "$dir"/*.log "$calls"
  ulimit -n 20000 2>/dev/null || true
  local sockets; sockets=$(ulimit -n); [ "$sockets" != unlimited ] && [ "$sockets" -lt 16000 ] || sockets=16000
  (cd "$prefix/audio" && launch "$name" "$dir/screen" "$prefix/tools/usr/bin/sipp" \
    -sf "$scenario" -i "$ip" -p "$port" -mi "$ip" -mp 6000 -ci "$ip" -cp "$control" -default_behaviors all,-bye -nostdin -rtp_threadtasks 200 -max_socket $((sockets - 200)) \
    -trace_err -error_file "$dir/errors.log" -trace_logs -log_file "$calls")
  local i; for ((i = 0; i < 40; i++)); do
    grep -qi "$(printf '%02X%02X%02X%02X:%04X' $(echo "$ip" | awk -F. '{print $4,$3,$2,$1}') "$port")" /proc/net/udp && { log "$name up"; return 0; }
    alive "$name" "$scenario" || { tail -5 "$dir/screen" >&2; fail "$name died at its start: see $dir"; }
    sleep 0.05
  done
  fail "$name does not listen on $ip:$port after 2 s: see $dir"
}

carrier_scenario() { echo "$run/carrier.xml"; }
carrier_up() {
  node "$lab/sipp/gen-carrier.mjs" > "$run/carrier.xml.new"; mv "$run/carrier.xml.new" "$run/carrier.xml"
  sipp_up carrier "$run/carrier.xml" "$carrier_ip" "$carrier_port" 8888 "$run/carrier-calls.log"
}
carrier_down() { stop carrier "$run/carrier.xml" 2; }
carrier_status() { report carrier "$run/carrier.xml" "SIP $carrier_ip:$carrier_port, calls in $run/carrier-calls.log"; }

agents_up() {
  node "$lab/sipp/gen-agents.mjs" > "$run/agents.xml.new"; mv "$run/agents.xml.new" "$run/agents.xml"
  sipp_up agents "$run/agents.xml" "$agents_ip" "$agents_port" 8889 "$run/agent-calls.log"
}
agents_down() { stop agents "$run/agents.xml" 2; }
agents_status() { report agents "$run/agents.xml" "SIP $agents_ip:$agents_port, endpoints 101-150"; }
