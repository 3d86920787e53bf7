systemd-sysusers rolemeter.conf
sh /usr/lib/rolemeter/share-classes || :
# By name and not by preset: the presets of Amazon Linux and RHEL leave everything disabled that they do not know.
if [ "$1" = 1 ]; then
  systemctl --no-reload enable --quiet rolemeter-scan.path rolemeter-scan.timer rolemeter.service || :
  # Not in a chroot or while an image is built: there, the units start at the first boot.
  if [ -d /run/systemd/system ]; then
    systemctl daemon-reload || :
    systemctl start rolemeter-scan.path rolemeter-scan.timer rolemeter.service || :
  fi
fi
