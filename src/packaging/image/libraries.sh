#!/bin/sh
# What an image without a base needs beside the runtime: the C library's files that the runtime is linked with, of this machine, at
# the places that the program interpreter looks at; the UTF-8 locale; a place for the state.
#   libraries.sh RUNTIME IMAGE
set -eu
runtime=$1
image=$2
rm -rf "$image"
mkdir -p "$image/usr/lib/locale" "$image/var/lib/rolemeter"
find "$runtime" -type f \( -name '*.so' -o -name java \) -exec ldd {} + |
  awk '/=> \// { print $3 } $1 ~ /^\/.*ld-linux/ { print $1 }' |
  grep -v "^$(realpath "$runtime")/" | sort -u |
  while read -r library; do
    mkdir -p "$image$(dirname "$library")"
    cp -L "$library" "$image$library"
    chmod 755 "$image$library"
  done
cp -R /usr/lib/locale/C.utf8 "$image/usr/lib/locale/"
