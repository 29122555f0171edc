# shellcheck shell=bash
# What ./serve and ./check share: steps that say what they do and name their log when they fail,
# and the packages they stand on. Sourced by both, from the repository's root.

# Runs a step in the background, so that a signal is answered at once, and waits for it.
# step "what it does" LOG command…
step() {
  local what=$1 log=$2 began=$SECONDS code=0
  shift 2
  printf '%s … ' "$what"
  "$@" </dev/null >"$log" 2>&1 9>&- &
  step_pid=$!
  wait "$step_pid" || code=$?
  step_pid=
  if ((code == 0)); then
    printf 'done (%d s)\n' $((SECONDS - began))
    return 0
  fi
  printf 'failed\n'
  fail "$what" "$1 ended with code $code" "$log"
}

# Ends what a step left running.
stop_step() {
  [[ -z ${step_pid-} ]] || kill -TERM -- "-$step_pid" 2>/dev/null || true
}

# fail STEP REASON LOG: the last words before leaving.
fail() {
  {
    printf '\n%s: the step failed: %s\n' "${0##*/}" "$1"
    printf '  reason: %s\n' "$2"
    if [[ -s ${3-} ]]; then
      printf '  log:    %s, which ends with\n' "$3"
      tail -n 15 "$3" | sed 's/^/    /'
    elif [[ -n ${3-} ]]; then
      printf '  log:    %s (empty)\n' "$3"
    fi
  } >&2
  exit 1
}

# missing_packages DOOR…: those of the list that are not installed.
missing_packages() {
  local door package proof wanted=()
  while read -r door package proof; do
    [[ " $* " == *" $door "* ]] || continue
    [[ -n $proof ]] && command -v "$proof" >/dev/null && continue
    wanted+=("$package")
  done < <(grep -v '^ *#' tests/support/packages)
  local installed
  # A package it never heard of makes dpkg-query fail; what it knows it says all the same.
  installed=$({ dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true; } |
    sed -n 's/^installed //p')
  for package in "${wanted[@]}"; do
    grep -qx -- "$package" <<<"$installed" || printf '%s ' "$package"
  done
  return 0
}

apt_install() {
  export DEBIAN_FRONTEND=noninteractive
  # Packages of servers start them; ours are started by nobody but these scripts.
  local policy=/usr/sbin/policy-rc.d
  if [[ ! -e $policy ]]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
    trap 'rm -f /usr/sbin/policy-rc.d' EXIT
  fi
  apt-get update && apt-get install -y --no-install-recommends "$@"
}

# install_packages LOG DOOR…
install_packages() {
  local log=$1 missing
  shift
  missing=$(missing_packages "$@")
  [[ -n $missing ]] || return 0
  if ((EUID != 0)); then
    fail "find the Debian packages" "not installed: $missing
          install them as root with: apt-get install --no-install-recommends $missing" ""
  fi
  # shellcheck disable=SC2086
  step "installing $(wc -w <<<"$missing") Debian packages" "$log" apt_install $missing
}

# npm_packages FOLDER LOG: node_modules as the lock file says, fetched only when it is not.
npm_packages() {
  local folder=$1 log=$2 mark
  mark=$folder/node_modules/.fetched
  if [[ ! -e $mark ]] || ! cmp -s "$folder/package-lock.json" "$mark"; then
    step "fetching the npm packages of $folder" "$log" fetch_npm "$folder"
  fi
}

fetch_npm() {
  npm ci --no-audit --no-fund --ignore-scripts --prefix "$1" &&
    cp "$1/package-lock.json" "$1/node_modules/.fetched"
}
