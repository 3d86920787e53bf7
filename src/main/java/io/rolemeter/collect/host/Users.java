package io.rolemeter.collect.host;

import io.rolemeter.model.SafeText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The users that the host's own {@code /etc/passwd} names; lines that are not users are passed over. A name is for people, and
 * safe to show.
 */
public record Users(List<User> users) {
    /** Lines beyond this number are not seen. */
    private static final int MAX_USERS = 20_000;

    public Users {
        users = List.copyOf(users);
    }

    static Users parse(String passwd) {
        List<User> users = new ArrayList<>();
        for (String line : passwd.lines().limit(MAX_USERS).toList()) {
            String[] fields = line.split(":", -1);
            if (fields.length >= 6 && !fields[0].isEmpty() && fields[5].startsWith("/")) {
                uid(fields[2]).ifPresent(uid -> users.add(new User(SafeText.name(fields[0]), uid, fields[5])));
            }
        }
        return new Users(users);
    }

    /** The first user of that number. */
    public Optional<User> byUid(int uid) {
        return users.stream().filter(user -> user.uid() == uid).findFirst();
    }

    /** The name, or the number where there is no name. */
    public String name(int uid) {
        return byUid(uid).map(User::name).orElseGet(() -> Integer.toUnsignedString(uid));
    }

    /** Every home once, in the order of the file. */
    public Set<String> homes() {
        Set<String> homes = new LinkedHashSet<>();
        users.forEach(user -> homes.add(user.home()));
        return homes;
    }

    private static Optional<Integer> uid(String digits) {
        try {
            return Optional.of(Integer.parseUnsignedInt(digits));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
