/* The same loop as EnvironsMain's, in C: every environment of the processes that are there now is read whole and searched for the
 * words that a key begins with. Each line on the input asks for one loop; the answer is its nanoseconds and what was read. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const char *words[] = {"AKIA", "ASIA", "ABIA", "ACCA", "ABSK"};
static char environment[2 << 20];
static unsigned char places[256];

static int holds_key(const char *text, long length) {
    for (long at = 3; at < length; at += 4)
        for (int place = 0, bits = places[(unsigned char)text[at]]; bits; place++, bits >>= 1)
            if (bits & 1 && at - place + 4 <= length)
                for (int i = 0; i < 5; i++)
                    if (memcmp(text + at - place, words[i], 4) == 0) return 1;
    return 0;
}

static long read_whole(int pid) {
    char path[64];
    snprintf(path, sizeof path, "/proc/%d/environ", pid);
    int file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
    if (file < 0) return -1;
    long length = 0, count;
    while ((count = read(file, environment + length, sizeof environment - length)) > 0) length += count;
    close(file);
    return count < 0 ? -1 : length;
}

int main(void) {
    static int pids[100000];
    int known = 0;
    char line[16];
    for (int i = 0; i < 5; i++)
        for (int j = 0; j < 4; j++) places[(unsigned char)words[i][j]] |= 1 << j;
    DIR *proc = opendir("/proc");
    for (struct dirent *entry; (entry = readdir(proc)) && known < 100000;)
        if (atoi(entry->d_name) > 0) pids[known++] = atoi(entry->d_name);
    while (fgets(line, sizeof line, stdin)) {
        struct timespec from, to;
        long bytes = 0, held = 0;
        clock_gettime(CLOCK_MONOTONIC, &from);
        for (int i = 0; i < known; i++) {
            long length = read_whole(pids[i]);
            if (length > 0) {
                bytes += length;
                held += holds_key(environment, length);
            }
        }
        clock_gettime(CLOCK_MONOTONIC, &to);
        printf("%ld %ld %ld\n", (to.tv_sec - from.tv_sec) * 1000000000L + to.tv_nsec - from.tv_nsec, bytes, held);
        fflush(stdout);
    }
    return 0;
}
