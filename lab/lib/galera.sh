# An optional cluster of three Galera nodes on loopback, for the store's cluster tests.

galera_nodes=3
galera_port() { echo $((mariadb_port + 4 + galera_nodes * $1 + $2)); }   # kind 1 group, 2 incremental, 3 full transfer; node

galera_cnf() { # node
  local n=$1 peers='' i
  mariadb_cnf "$n"
  for ((i = 1; i <= galera_nodes; i++)); do peers+=${peers:+,}$host:$(galera_port 1 "$i"); done
  cat >> "$(mariadb_dir "$n")/my.cnf" <<E
wsrep_on=ON
wsrep_provider=$prefix/tools/usr/lib/galera/libgalera_smm.so
wsrep_cluster_name=outdial
wsrep_cluster_address=gcomm://$peers
wsrep_node_name=n$n
wsrep_node_address=$host:$(galera_port 1 "$n")
wsrep_node_incoming_address=$host:$(mariadb_port_of "$n")
wsrep_sst_method=rsync
wsrep_sst_receive_address=$host:$(galera_port 3 "$n")
wsrep_slave_threads=2
wsrep_provider_options="base_host=$host;base_port=$(galera_port 1 "$n");gmcast.listen_addr=tcp://$host:$(galera_port 1 "$n");ist.recv_addr=$host:$(galera_port 2 "$n");ist.recv_bind=$host:$(galera_port 2 "$n");gcache.size=64M;pc.recovery=true;evs.keepalive_period=PT0.5S;evs.inactive_check_period=PT0.5S;evs.suspect_timeout=PT2S;evs.inactive_timeout=PT5S"
E
}

galera_start() { # node, further arguments; returns when the node is synced
  local n=$1 i; shift
  alive "mariadb-$n" "$(mariadb_dir "$n")/my.cnf" && return 0
  galera_cnf "$n"; mariadb_start "$n" "$@"
  for ((i = 0; i < 600; i++)); do
    [ "$(mariadb_sql "$n" "select variable_value from information_schema.global_status where variable_name='wsrep_local_state_comment'" 2>/dev/null)" = Synced ] && return 0
    alive "mariadb-$n" "$(mariadb_dir "$n")/my.cnf" || { tail -20 "$(mariadb_dir "$n")/error.log" >&2; fail "node $n died"; }
    sleep 0.1
  done
  fail "node $n is not synced after 60 s"
}

galera_up() {
  local n grastate; grastate=$(mariadb_dir 1)/data/grastate.dat
  if ! galera_any_alive; then
    mariadb_install 1
    [ ! -f "$grastate" ] || sed -i 's/^safe_to_bootstrap:.*/safe_to_bootstrap: 1/' "$grastate"
    galera_start 1 --wsrep-new-cluster; mariadb_users 1
  fi
  for ((n = 1; n <= galera_nodes; n++)); do galera_start "$n"; done
  log "cluster of $(mariadb_sql 1 "select variable_value from information_schema.global_status where variable_name='wsrep_cluster_size'") nodes, SQL ports $(mariadb_port_of 1) to $(mariadb_port_of "$galera_nodes")"
}

galera_any_alive() { local n; for ((n = 1; n <= galera_nodes; n++)); do alive "mariadb-$n" "$(mariadb_dir "$n")/my.cnf" && return 0; done; return 1; }

galera() {
  local action=${1:-up} n=${2:-}; shift || true
  case $action in
    up) galera_up;;
    down) for ((n = galera_nodes; n >= 1; n--)); do stop "mariadb-$n" "$(mariadb_dir "$n")/my.cnf" 30; done;;
    start) galera_start "$n";;
    stop) stop "mariadb-$n" "$(mariadb_dir "$n")/my.cnf" 30;;
    kill9) kill -KILL "$(cat "$run/mariadb-$n.pid")"; rm -f "$run/mariadb-$n.pid";;
    status) for ((n = 1; n <= galera_nodes; n++)); do report "mariadb-$n" "$(mariadb_dir "$n")/my.cnf" "$host:$(mariadb_port_of "$n")" || true; done;;
    sql) shift; mariadb_sql "$n" "$*";;
    *) fail "unknown action '$action': up, down, start N, stop N, kill9 N, status, sql N";;
  esac
}
