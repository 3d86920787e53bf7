package io.rolemeter.machine;

/** What is tried from inside a unit, in Python: each prints what came of it, and nothing that was read. */
final class Privileges {
    static final String NONE = "0000000000000000";
    /** CAP_DAC_READ_SEARCH is bit 2, CAP_SYS_PTRACE bit 19. */
    static final String READ_ALL = "0000000000080004";

    private Privileges() {}

    /** The lines of a process's status that name its five sets of capabilities, as {@code capabilities} has them. */
    static String capabilitiesOf(String pid) {
        return "grep ^Cap /proc/" + pid + "/status";
    }

    /** All five sets the same. */
    static String capabilities(String set) {
        return "CapInh:\t%s\nCapPrm:\t%s\nCapEff:\t%s\nCapBnd:\t%s\nCapAmb:\t%s".formatted(set, set, set, set, set);
    }

    static final String OWN = "print(''.join(l for l in open('/proc/self/status') if l.startswith('Cap')), end='')";

    static String reading(String pid) {
        return """
                for path in '/proc/%s/environ', '%s':
                  try:
                    print('read' if b'AKIA' in open(path, 'rb').read() else 'nothing there')
                  except OSError as e:
                    print(type(e).__name__)""".formatted(pid, Keys.FILE);
    }

    static final String SOCKETS = """
            import socket
            for family in 'AF_INET', 'AF_INET6', 'AF_NETLINK', 'AF_PACKET', 'AF_VSOCK', 'AF_UNIX':
              try:
                socket.socket(getattr(socket, family), socket.SOCK_DGRAM).close()
                print(family, 'opened')
              except OSError as e:
                print(family, 'refused')
            lines = open('/proc/net/dev').read().split('\\n')
            print('interfaces:', *(line.split(':')[0].strip() for line in lines if ':' in line))""";

    static final String WRITES = """
            for folder in '/etc', '/usr', '/home/ubuntu', '/root', '/run', '/var/lib/dpkg':
              try:
                open(folder + '/attempt', 'w').close()
                print(folder, 'written')
              except OSError as e:
                print(folder, 'refused')""";

    static final String NO_WRITES = """
            /etc refused
            /usr refused
            /home/ubuntu refused
            /root refused
            /run refused
            /var/lib/dpkg refused""";
}
