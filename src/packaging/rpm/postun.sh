# State and users stay, as is usual for an rpm: a later installation finds both.
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload || :
  [ "$1" = 0 ] || systemctl try-restart rolemeter-scan.path rolemeter-scan.timer rolemeter.service || :
fi
