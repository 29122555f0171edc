# shellcheck shell=bash
# Programs that are started by name, and again when they end. Sourced by ./serve after steps.sh, in a
# shell with job control, so that each program has a process group of its own. The program NAME is
# the function run_NAME, which ends in exec_child; what it says goes to $log/NAME.log.

declare -A pid_of=() started_at=() pause_of=() due_at=()

# All in hundredths of a second. One that ends younger than old_enough has died at birth: its pause
# before the next start doubles each time, up to longest_pause.
old_enough=500 shortest_pause=5 longest_pause=500

# A child of ours ends with us, even when nobody could tell it to.
exec_child() { exec setpriv --pdeathsig TERM -- "$@"; }

# Time that no clock setting moves, in hundredths of a second.
read_time() {
  read -r time _ </proc/uptime
  time=$((10#${time/./}))
}

# start NAME
start() {
  local time
  read_time
  "run_$1" </dev/null >>"$log/$1.log" 2>&1 9>&- &
  pid_of[$1]=$!
  started_at[$1]=$time
  unset "due_at[$1]"
}

# A pause that leaves no process behind and ends at once on a signal.
exec {never}<> <(:)
pause() { read -r -t "$1" -u "$never" || true; }

# wait_for NAME WHAT command…: until the command succeeds or the program dies.
wait_for() {
  local name=$1 what=$2 tries=0
  shift 2
  until "$@" >/dev/null 2>&1; do
    runs "${pid_of[$name]}" || fail "start $what" "it ended by itself" "$log/$name.log"
    ((++tries < 3000)) || fail "start $what" "it gives no answer" "$log/$name.log"
    pause 0.02
  done
}

# runs PID: whether a child of this shell is still there. It must be our own: once the shell has taken notice of
# its end, its number may be another process's.
runs() {
  local stat
  { read -r stat <"/proc/$1/stat"; } 2>/dev/null && [[ ${stat##*) } =~ ^[^ZX]\ $$\  ]]
}

# stop_programs NAME…: one after the other, each with what it started.
stop_programs() {
  local name tries
  for name in "$@"; do
    [[ -n ${pid_of[$name]-} ]] || continue
    ! runs "${pid_of[$name]}" || kill -TERM "${pid_of[$name]}" 2>/dev/null || true
    for ((tries = 0; tries < 1500; ++tries)); do
      runs "${pid_of[$name]}" || break
      pause 0.01
    done
    kill -KILL -- "-${pid_of[$name]}" 2>/dev/null || true
  done
}

# note_end NAME: ends what an ended program has left behind, and says when it is due to be started again.
note_end() {
  local name=$1 pid=${pid_of[$1]} code=0 time
  { wait "$pid" || code=$?; } 2>/dev/null
  kill -TERM -- "-$pid" 2>/dev/null || true
  read_time
  if ((time - started_at[$name] >= old_enough)); then
    pause_of[$name]=$shortest_pause
  else
    pause_of[$name]=$((2 * ${pause_of[$name]:-shortest_pause}))
    ((pause_of[$name] <= longest_pause)) || pause_of[$name]=$longest_pause
  fi
  due_at[$name]=$((time + pause_of[$name]))
  echo "$name ended with code $code; starting it again (its log: $log/$name.log)"
}

# watch_programs: starts again, for ever, each that ends.
#
# It looks at every program each time. `wait -n` would tell at once, but of children that end at the
# same moment it may tell of one alone, and a trap of CHLD does not run before `read` has ended.
watch_programs() {
  local name time
  while true; do
    read_time
    for name in "${!pid_of[@]}"; do
      if [[ -n ${due_at[$name]-} ]]; then
        ((time < due_at[$name])) || start "$name"
      elif ! runs "${pid_of[$name]}"; then
        note_end "$name"
      fi
    done
    pause 0.1
  done
}
