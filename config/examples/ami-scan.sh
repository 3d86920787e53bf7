#!/usr/bin/env bash
# The last step before a disk becomes an AMI: looks for static keys on its root file system, and changes nothing on it.
#
#   ami-scan.sh [--partition N] IMAGE [OPTION OF `rolemeter scan` ...]
#
# IMAGE is a raw disk image or a block device (the volume of a stopped builder, or one of a snapshot), with a partition table or
# without; ext4 and xfs, no LVM. Of its partitions the one with an os-release is looked at, or partition N.
#
# Exit codes are those of `rolemeter scan`: 2 when a usable key is there; 1 when keys are only in comments or backups, or something
# could not be read, which the journal of a disk that was not shut down cannot; 0 when there is none. 3: it could not be looked at.
# ROLEMETER is the command, where it is not `rolemeter`.
set -euo pipefail

loop='' child='' partition='' journal=''
mount_point=$(mktemp -d)

say() { printf 'ami-scan: %s\n' "$*" >&2; }
give_up() { say "$*"; exit 3; }

detach() {
  if mountpoint --quiet "$mount_point"; then
    umount "$mount_point" || umount --lazy "$mount_point"
  fi
  if [ -n "$loop" ]; then
    losetup --detach "$loop"
    loop=''
  fi
}

# shellcheck disable=SC2317 # called by the trap
clean_up() {
  if [ -n "$child" ]; then
    kill "$child" 2>/dev/null || true
    wait "$child" || true
  fi
  detach
  rmdir "$mount_point"
}
trap clean_up EXIT
trap 'give_up "interrupted, so nothing is known about ${image-the image}"' HUP INT TERM

# What of the image can be looked at, a line each: number of the partition (0: no table), first byte, size in bytes.
partitions() {
  local table
  if table=$(partx --bytes --noheadings --raw --output NR,START,SIZE "$image" 2>/dev/null) && [ -n "$table" ]; then
    awk '{ print $1, $2 * 512, $3 }' <<<"$table"
  else
    echo 0 0 "$(blockdev --getsize64 "$image" 2>/dev/null || stat --dereference --format %s "$image")"
  fi
}

# Mounts a file system of the image by its type, first byte and size, if it is of a kind that a host's root has. The journal of a
# disk that was not shut down cannot be replayed without writing.
mount_read_only() {
  local type=$1 options=ro,nodev,nosuid,noexec without_journal
  case $type in
    ext[234]) without_journal=noload ;;
    xfs) options+=,nouuid without_journal=norecovery ;; # the disk that this runs from may be a copy of the same image
    *) return 1 ;;
  esac
  loop=$(losetup --find --show --read-only --offset "$2" --sizelimit "$3" "$image") || give_up "no loop device for $image"
  mount -t "$type" -o "$options" "$loop" "$mount_point" 2>/dev/null && return
  mount -t "$type" -o "$options,$without_journal" "$loop" "$mount_point" || return 1
  journal=unread
}

if [ "${1-}" = --partition ] && [ $# -gt 1 ]; then
  partition=$2
  shift 2
fi
[ $# -gt 0 ] || give_up "name an image: ami-scan.sh [--partition N] IMAGE [OPTION OF rolemeter scan ...]"
image=$1
shift
read -ra rolemeter <<<"${ROLEMETER:-rolemeter}"
[ "$(id -u)" = 0 ] || give_up "mounting takes root: run it as root"
for tool in losetup partx blkid mountpoint mount "${rolemeter[0]}"; do
  command -v "$tool" >/dev/null || give_up "there is no $tool on the PATH"
done
[ -f "$image" ] || [ -b "$image" ] || give_up "$image is neither a file nor a block device"

root='' others=()
while read -r number start size; do
  type=$(blkid --probe --offset "$start" --size "$size" --match-tag TYPE --output value "$image" || true)
  if [ -z "$root" ] && [ "$number" = "${partition:-$number}" ] && mount_read_only "$type" "$start" "$size"; then
    if [ -n "$partition" ] || [ -e "$mount_point/etc/os-release" ] || [ -L "$mount_point/etc/os-release" ]; then
      root="$number ($type)"
      continue
    fi
  fi
  [ -n "$root" ] || detach
  [ -z "$type" ] || others+=("$number ($type)")
done < <(partitions)
[ -n "$root" ] || give_up "no root file system in ext4 or xfs on $image${others[*]:+; it has ${others[*]}} (a raw image? \
qemu-img convert -O raw makes one of another format)"

say "looking at partition $root of $image${others[*]:+, and not at ${others[*]}}"
"${rolemeter[@]}" scan --root "$mount_point" "$@" </dev/null &
child=$!
status=0
wait "$child" || status=$?
child=''
if [ -n "$journal" ]; then
  say "$image was not shut down: what was written last is in its journal, which was not read"
  [ "$status" != 0 ] || status=1
fi
case $status in
  0) say "no key on $image" ;;
  1) say "keys in comments or backups on $image, or something could not be read" ;;
  2) say "there is a key on $image: it must not become an AMI" ;;
  *) say "rolemeter ended with $status, so nothing is known about $image" ;;
esac
exit "$status"
