# 0: it is removed, and not replaced by another version.
if [ "$1" = 0 ]; then
  rm -f /usr/lib/rolemeter/scan.jsa /usr/lib/rolemeter/serve.jsa
  systemctl --no-reload disable --quiet rolemeter-scan.path rolemeter-scan.timer rolemeter.service || :
  if [ -d /run/systemd/system ]; then
    systemctl stop rolemeter-scan.path rolemeter-scan.timer rolemeter-scan.service rolemeter.service || :
  fi
fi
