# Debian packages unpacked into a private prefix and run through the prefix's own ld.so: no chroot, no root, no maintainer
# script, no service. Each set of packages comes from one Debian release; the private apt state has an empty dpkg status, so
# the closure (libc included) does not depend on what the host happens to have.

fetch_all() { # server names: fetches what they need, both sets at once
  local need_asterisk='' need_tools='' name
  for name in "$@"; do case $name in asterisk) need_asterisk=1;; esac; need_tools=1; done
  { [ -z "$need_asterisk" ] || [ -f "$prefix/asterisk/.ready" ]; } && { [ -z "$need_tools" ] || [ -f "$prefix/tools/.ready" ]; } && [ "$(cat "$prefix/audio/.ready" 2>/dev/null)" = "$(audio_stamp)" ] && { check_version; return 0; }
  [ "$(uname -m)" = x86_64 ] || fail 'the lab runs on amd64 only'
  command -v apt-get >/dev/null && command -v dpkg-deb >/dev/null || fail 'apt-get and dpkg-deb are needed to fetch the packages: use a Debian host'
  mkdir -p "$prefix"
  exec 9>"$prefix/.lock"; flock -w 300 9 || fail "another fetch holds $prefix/.lock"
  local asterisk_job='' tools_job=''
  [ -z "$need_asterisk" ] || { fetch_asterisk & asterisk_job=$!; }
  [ -z "$need_tools" ] || { fetch_tools & tools_job=$!; }
  [ -z "$tools_job" ] || wait "$tools_job" || fail "fetching SIPp and MariaDB failed: see $prefix/tools.apt/log"
  [ -z "$asterisk_job" ] || wait "$asterisk_job" || fail "fetching Asterisk failed: see $prefix/asterisk.apt/log"
  [ -z "$need_tools" ] || make_audio
  exec 9>&-
  check_version
}

# The adapter is verified on Asterisk 22 only; another major version fails here and not in the middle of a test.
check_version() {
  [ -f "$prefix/asterisk/.ready" ] || return 0
  grep -q '^Asterisk 22\.' "$prefix/asterisk/.ready" || fail "the lab needs Asterisk 22.x, but the packages hold '$(cat "$prefix/asterisk/.ready")': set OUTDIAL_LAB_SUITE to a Debian release that has 22.x, then 'lab.sh clean'"
}

# The mirror that the host's own apt uses for Debian, read from its index targets or, before its first update, from its sources.
debian_mirror() {
  if [ -n "${OUTDIAL_LAB_MIRROR:-}" ]; then echo "$OUTDIAL_LAB_MIRROR"; return; fi
  local found
  found=$(apt-get indextargets --format '$(REPO_URI)|$(COMPONENT)' 'Created-By: Packages' 2>/dev/null | awk -F'|' '$1 ~ /\/debian\/?$/ && $2 == "main" {print $1; exit}')
  [ -n "$found" ] || found=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null | grep -v '^#' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -1 | tr -d ' ')
  [ -n "$found" ] || { log 'no Debian mirror in the sources of apt: set OUTDIAL_LAB_MIRROR'; return 1; }
  echo "$found"
}

download() { # set name, suite, packages...: leaves the packages in $prefix/<set>.apt/cache/archives
  local state=$prefix/$1.apt suite=$2 mirror; shift 2
  mirror=$(debian_mirror)
  mkdir -p "$state"/{state/lists/partial,cache/archives/partial,etc/empty,log}
  : > "$state/state/status"
  printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s %s main\n' "$mirror" "$suite" > "$state/etc/sources.list"
  cat > "$state/apt.conf" <<E
Dir::State "$state/state"; Dir::State::status "$state/state/status"; Dir::Cache "$state/cache"; Dir::Log "$state/log";
Dir::Etc "$state/etc"; Dir::Etc::sourcelist "$state/etc/sources.list"; Dir::Etc::sourceparts "$state/etc/empty";
Dir::Etc::main "/dev/null"; Dir::Etc::parts "$state/etc/empty"; Dir::Etc::preferencesparts "$state/etc/empty";
APT::Architecture "amd64"; APT::Architectures { "amd64"; }; APT::Install-Recommends "false"; APT::Sandbox::User "root";
Acquire::Languages "none"; Acquire::Check-Date "false"; Acquire::Check-Valid-Until "false"; Acquire::Retries "3";
E
  APT_CONFIG=$state/apt.conf apt-get -q update >"$state/log/update.log" 2>&1
  APT_CONFIG=$state/apt.conf apt-get -q -y -d install "$@" >"$state/log/download.log" 2>&1
}

unpack() { # set name, extended regular expression of packages left out
  local set=$1 skip=$2 into=$prefix/$1.new d
  rm -rf "$into"; mkdir -p "$into/usr"/{bin,sbin,lib,lib64}
  # older releases still ship /lib and /bin: merged as on an installed system
  for d in bin sbin lib lib64; do ln -s "usr/$d" "$into/$d"; done
  find "$prefix/$set.apt/cache/archives" -name '*.deb' | grep -vE "/($skip)_" | into=$into xargs -P 2 -n 8 bash -c '
    set -euo pipefail
    for deb in "$@"; do dpkg-deb --fsys-tarfile "$deb" | tar -x -C "$into" --keep-directory-symlink \
      --exclude=./usr/share/doc --exclude=./usr/share/man --exclude=./usr/share/locale --exclude=./usr/share/info --exclude=./usr/share/lintian; done' unpack
}

publish() { # set name, version text: the prefix appears whole or not at all
  rm -rf "${prefix:?}/$1"; printf '%s\n' "$2" > "$prefix/$1.new/.ready"; mv "$prefix/$1.new" "$prefix/$1"
  rm -rf "$prefix/$1.apt/cache" "$prefix/$1.apt/state"
  log "fetched $1: $2"
}

# Replaces a program of an unpacked set by a script that runs it through the set's own ld.so. The ld.so bears the program's name: the
# process does, then, and scripts that look for `rsync` among the processes find it.
wrap() { # set name, path below the set
  local file=$prefix/$1.new/$2 loaders=$prefix/$1.new/usr/lib/loaders name=${2##*/}
  mv "$file" "$file.elf"
  mkdir -p "$loaders"; cp -L "$prefix/$1.new/usr/lib/$triplet/ld-linux-x86-64.so.2" "$loaders/$name"
  printf '#!/bin/sh\nexec "%s" --argv0 "%s" --library-path "%s" "%s" "$@"\n' \
    "$prefix/$1/usr/lib/loaders/$name" "$prefix/$1/$2" "$prefix/$1/usr/lib/$triplet:$prefix/$1/usr/lib/$triplet/pulseaudio" "$prefix/$1/$2.elf" > "$file"
  chmod +x "$file"
}

run_unpacked() { # set name, path, arguments...: before it is published
  local set=$1 file=$2; shift 2
  "$prefix/$set.new/usr/lib/$triplet/ld-linux-x86-64.so.2" --library-path "$prefix/$set.new/usr/lib/$triplet" "$prefix/$set.new/$file" "$@"
}

fetch_asterisk() {
  [ ! -f "$prefix/asterisk/.ready" ] || return 0
  download asterisk "${OUTDIAL_LAB_SUITE:-sid}" asterisk asterisk-core-sounds-en-gsm asterisk-moh-opsound-gsm
  # pulled in by modules that are never loaded here, or by maintainer scripts
  unpack asterisk 'perl.*|libperl.*|gnupg.*|gpg.*|dirmngr|pinentry.*|libsnmp-base|pci\.ids|passwd|login.*|adduser|debconf|base-passwd|libpam.*|libcodec2.*|libjack.*|tzdata|libc-gconv-modules-extra'
  local new=$prefix/asterisk.new version
  rm -f "$new"/usr/share/asterisk/sounds/{custom,priv-callerintros,recordings}
  ln -sfn en_US_f_Allison "$new/usr/share/asterisk/sounds/en"    # the only useful effect of the maintainer scripts
  version=$(run_unpacked asterisk usr/sbin/asterisk -V)
  wrap asterisk usr/sbin/asterisk     # `core restart now` runs argv[0] again: the wrapper keeps it in the prefix, with its pid
  publish asterisk "$version"
}

fetch_tools() {
  [ ! -f "$prefix/tools/.ready" ] || return 0
  download tools bookworm sip-tester sox espeak-ng mariadb-server-core mariadb-client-core mariadb-server galera-4 rsync socat lsof
  # for maintainer scripts and perl tools only
  unpack tools 'perl.*|libperl.*|lib.*-perl|debconf|dpkg|tar|passwd|adduser|libpam.*|lsb-base|init-system-helpers|sysvinit-utils|gawk|libx11-data|usrmerge|debianutils|libsemanage.*'
  local file
  for file in usr/bin/{sipp,sox,espeak-ng,mariadb,my_print_defaults,resolveip,rsync,socat,lsof,ss,ps} usr/sbin/mariadbd; do
    [ -L "$prefix/tools.new/$file" ] || wrap tools "$file"
  done
  mkdir -p "$prefix/bin"
  ln -sfn ../tools/usr/bin/sipp "$prefix/bin/sipp"; ln -sfn ../tools/usr/bin/sox "$prefix/bin/sox"
  printf '#!/bin/sh\nESPEAK_DATA_PATH="%s" exec "%s" "$@"\n' "$prefix/tools/usr/lib/$triplet" "$prefix/tools/usr/bin/espeak-ng" > "$prefix/bin/espeak-ng"
  chmod +x "$prefix/bin/espeak-ng"
  # run by root, the state transfer's rsync daemon would write as nobody: say uid and gid in the private copy of the script
  [ "$(id -u)" != 0 ] || sed -i 's/^timeout = 300$/timeout = 300\nuid = 0\ngid = 0/' "$prefix/tools.new/usr/bin/wsrep_sst_rsync"
  publish tools "$(run_unpacked tools usr/sbin/mariadbd.elf --no-defaults --version | sed 's/.*Ver //; s/ for .*//')"
}
