# One MariaDB server on loopback with a data folder of its own.

mariadb_dir() { echo "$run/mariadb-$1"; }
mariadb_port_of() { [ "$1" = single ] && echo "$mariadb_port" || echo $((mariadb_port + 4 + $1)); }
mariadb_sql() { local name=$1; shift; "$prefix/tools/usr/bin/mariadb" --no-defaults -S "$(mariadb_dir "$name")/sock" -u root -N -B -e "$*"; }

mariadb_cnf() { # name: single, or the number of a Galera node
  local d base=$prefix/tools/usr; d=$(mariadb_dir "$1"); mkdir -p "$d/tmp"
  cat > "$d/my.cnf" <<E
[mariadbd]
user=$(id -un)
basedir=$base
datadir=$d/data
socket=$d/sock
pid-file=$d/mariadbd.pid
tmpdir=$d/tmp
log-error=$d/error.log
port=$(mariadb_port_of "$1")
bind-address=$host
skip-name-resolve
plugin-dir=$base/lib/mysql/plugin
lc-messages-dir=$base/share/mysql
character-sets-dir=$base/share/mysql/charsets
character-set-server=utf8mb4
innodb_buffer_pool_size=128M
innodb_log_file_size=48M
# 2: a server that is killed loses nothing; only a machine without power would.
innodb_flush_log_at_trx_commit=2
innodb_autoinc_lock_mode=2
binlog_format=ROW
max_connections=300
E
}

# The data folder appears whole or not at all: what is left of an installation that failed is never started as a server. The
# folder of temporary tables is the server's own, because a server that starts removes whatever it finds there.
mariadb_install() { # name
  local d; d=$(mariadb_dir "$1")
  [ ! -d "$d/data/mysql" ] || return 0
  rm -rf "$d/data" "$d/data.new"; mkdir -p "$d/tmp"
  "$prefix/tools/usr/bin/mariadb-install-db" --no-defaults --basedir="$prefix/tools/usr" --datadir="$d/data.new" --tmpdir="$d/tmp" --user="$(id -un)" \
    --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve >"$d/install.log" 2>&1 || { grep -iE 'error|warning' "$d/install.log" >&2; fail "MariaDB could not be set up: see $d/install.log"; }
  mv "$d/data.new" "$d/data"
}

mariadb_start() { # name, further arguments
  local name=$1 d; shift; d=$(mariadb_dir "$name")
  PATH=$prefix/tools/usr/bin:$prefix/tools/usr/sbin:$PATH launch "mariadb-$name" "$d/stdout" "$prefix/tools/usr/sbin/mariadbd" --defaults-file="$d/my.cnf" "$@"
}

mariadb_users() { # name
  mariadb_sql "$1" "create database if not exists outdial; create or replace user outdial@'%' identified by '$mariadb_password'; grant all on *.* to outdial@'%';"
}

mariadb_up() {
  local i d; d=$(mariadb_dir single)
  if alive mariadb-single "$d/my.cnf" && mariadb_sql single 'select 1' >/dev/null 2>&1; then return 0; fi
  port_taken "$host" "$mariadb_port" && fail "port $host:$mariadb_port is taken by another process: stop it, or choose another OUTDIAL_LAB_INSTANCE"
  mariadb_install single; mariadb_cnf single; mariadb_start single
  for ((i = 0; i < 600; i++)); do
    mariadb_sql single 'select 1' >/dev/null 2>&1 && { mariadb_users single; log 'mariadb up'; return 0; }
    alive mariadb-single "$d/my.cnf" || { tail -5 "$d/error.log" >&2; fail "mariadb died at its start: see $d"; }
    sleep 0.05
  done
  fail 'mariadb is not ready after 30 s'
}
mariadb_kill() { alive mariadb-single "$(mariadb_dir single)/my.cnf" || fail 'mariadb is not running'; kill -KILL "$(cat "$run/mariadb-single.pid")"; rm -f "$run/mariadb-single.pid"; }
mariadb_down() { stop mariadb-single "$(mariadb_dir single)/my.cnf" 30; }
mariadb_status() { report mariadb-single "$(mariadb_dir single)/my.cnf" "$host:$mariadb_port"; }
