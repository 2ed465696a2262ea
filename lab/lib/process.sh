# Processes of the lab: started in a session of their own, known by a pid file and by a mark in their command line, so that a
# recycled pid is never taken for ours and nothing is ever ended by name.

alive() { # name, mark in the command line
  local pid
  [ -f "$run/$1.pid" ] && pid=$(cat "$run/$1.pid") && [ -n "$pid" ] && kill -0 "$pid" 2>/dev/null && tr '\0' ' ' < "/proc/$pid/cmdline" 2>/dev/null | grep -qF -- "$2"
}

launch() { # name, output file, command...
  local name=$1 output=$2; shift 2
  setsid "$@" >"$output" 2>&1 </dev/null 8>&- 9>&- &
  echo $! > "$run/$name.pid"
}

stop() { # name, mark, seconds until SIGKILL
  alive "$1" "$2" || { rm -f "$run/$1.pid"; return 0; }
  local pid i; pid=$(cat "$run/$1.pid")
  kill -TERM "$pid"
  for ((i = 0; i < $3 * 20; i++)); do kill -0 "$pid" 2>/dev/null || break; sleep 0.05; done
  ! kill -0 "$pid" 2>/dev/null || kill -KILL "$pid"
  rm -f "$run/$1.pid"
  log "$1 down"
}

report() { # name, mark, where
  if alive "$1" "$2"; then echo "$1 up, pid $(cat "$run/$1.pid"), $3"; else echo "$1 down"; return 3; fi
}

port_taken() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }   # address, TCP port
