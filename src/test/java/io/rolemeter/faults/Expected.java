package io.rolemeter.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the agent must say of each target at each fault: codes of findings, and the reason; a dash where nothing is wrong. A tilde
 * parts what depends on the moment: with a token in hand, 404 says that there is no profile; a clock that is off may be noticed
 * before the first refusal. The JDK's client reads on to the end of a connection that is not kept, so that
 * an application's answer with a length that is too small is whole.
 */
final class Expected {
    private static final String TABLE = """
            none          | - | - | - | - | -
            refused       | imds_unreachable refused | blind unreachable | probe_failed unreachable | probe_failed unreachable | probe_failed unreachable
            html          | blind malformed | blind unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer
            403           | imds_disabled forbidden | blind denied | probe_failed denied | probe_failed denied | probe_failed denied
            5xx           | imds_unreachable unavailable | blind error | probe_failed error | probe_failed error | probe_failed unexpected_answer
            redirect      | blind malformed | blind unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer
            reset         | blind malformed | blind unreachable | probe_failed unreachable | probe_failed unreachable | probe_failed unreachable
            truncated     | blind malformed | blind unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer
            wrong-length  | blind malformed | blind unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer | -
            endless       | blind malformed | blind unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer
            empty         | blind malformed | blind unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer
            charset       | blind malformed | blind unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer
            nested        | blind malformed | blind unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer
            401           | blind unauthorized | blind unexpected_answer | probe_failed unexpected_answer | probe_failed unexpected_answer | probe_failed denied
            404           | blind not_found ~ no_instance_profile | blind not_found | probe_failed not_found | probe_failed not_found | probe_failed unexpected_answer
            429           | imds_throttled throttled | blind throttled | probe_failed throttled | probe_failed throttled | probe_failed unexpected_answer
            expired-token | credentials_expired_but_accepted | blind expired_token | probe_failed expired_token | probe_failed expired_token | probe_failed denied
            clock         | - | clock_skewed ~ clock_skewed clock_skew | probe_failed clock_skew | probe_failed clock_skew | -
            tls           | blind malformed | blind tls | probe_failed tls | probe_failed tls | probe_failed tls
            dns           | imds_unreachable refused | blind unreachable | probe_failed unreachable | probe_failed unreachable | probe_failed unreachable
            black-hole    | imds_unreachable timeout | blind timeout | probe_failed timeout | probe_failed timeout | probe_failed timeout
            silent        | imds_unreachable timeout | blind timeout | probe_failed timeout | probe_failed timeout | probe_failed timeout
            drip          | imds_unreachable timeout | blind timeout | probe_failed timeout | probe_failed timeout | probe_failed timeout
            """;

    private static final Map<String, List<String>> ROWS = TABLE.lines()
            .map(line -> List.of(line.split("\\|", -1)))
            .collect(Collectors.toMap(row -> row.get(0).strip(), row -> row.subList(1, row.size())));

    private Expected() {}

    static List<String> of(Target target, Fault fault) {
        List<Target> columns = List.of(Target.values());
        String cell = ROWS.getOrDefault(fault.name(), List.of("", "", "", "", ""))
                .get(columns.indexOf(target))
                .strip();
        return cell.equals("-") ? List.of() : List.of(cell.split(" ~ ", -1));
    }
}
