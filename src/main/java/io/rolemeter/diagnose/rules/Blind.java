package io.rolemeter.diagnose.rules;

import io.rolemeter.diagnose.Draft;
import io.rolemeter.diagnose.Rule;
import io.rolemeter.model.CallerAnswer;
import io.rolemeter.model.CallerSubject;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.CollectorRun;
import io.rolemeter.model.Facts;
import io.rolemeter.model.FailureReason;
import io.rolemeter.model.Finding;
import io.rolemeter.model.FindingCode;
import io.rolemeter.model.ImdsFailure;
import io.rolemeter.model.KeysFact;
import io.rolemeter.model.LogsFact;
import io.rolemeter.model.PlaceScan;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.Times;
import io.rolemeter.model.WorkloadsFact;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Something could not be looked at: what is not said about it is not good news. */
public final class Blind implements Rule {
    /**
     * Failures that leave the identity open. The others say something about the credentials, and other rules say it. No policy
     * of the caller can deny the call or hide its answer, but that of a VPC endpoint can.
     */
    private static final Set<FailureReason> NO_ANSWER = EnumSet.of(
            FailureReason.DENIED,
            FailureReason.NOT_FOUND,
            FailureReason.THROTTLED,
            FailureReason.TIMEOUT,
            FailureReason.UNREACHABLE,
            FailureReason.TLS,
            FailureReason.UNEXPECTED_ANSWER,
            FailureReason.INVALID_REQUEST,
            FailureReason.ERROR);

    /** Failures that come about on this host too, before STS is asked. */
    private static final Set<FailureReason> OWN = EnumSet.of(FailureReason.TIMEOUT, FailureReason.ERROR);

    /** Of credentials that the metadata service hands out and that have not ended, no other rule says that STS refuses them. */
    private static final Set<FailureReason> REFUSED =
            EnumSet.of(FailureReason.EXPIRED_TOKEN, FailureReason.BAD_SIGNATURE);

    /** A document that is not found is an answer, and no failure; a request for a token always finds one. */
    private static final Set<ImdsFailure> NO_SENSE =
            EnumSet.of(ImdsFailure.MALFORMED, ImdsFailure.UNAUTHORIZED, ImdsFailure.NOT_FOUND);

    /** How long a first run may take: longer than the first scan of a host, and than any patience of a collector. */
    private static final Duration FIRST_RUN = Duration.ofSeconds(90);

    private static final int NAMED = 3;

    @Override
    public List<Finding> findings(Facts facts, Instant now) {
        Stream<Draft> collectors = facts.runs().values().stream().flatMap(run -> ofRun(run, now).stream());
        Stream<Draft> unfinished = facts.watchedSince()
                .map(since -> Duration.between(since, now))
                .filter(watched -> watched.compareTo(FIRST_RUN) > 0)
                .map(watched -> Stream.of(CollectorName.values())
                        .filter(name -> facts.run(name).isEmpty())
                        .map(name -> ofUnfinished(name, watched)))
                .orElse(Stream.empty());
        Stream<Draft> scanner = facts.runs().values().stream()
                .flatMap(run -> run.refusal().stream())
                .distinct()
                .map(Blind::ofScanner);
        Stream<Draft> role = facts.role().flatMap(Blind::ofRole).stream();
        Stream<Draft> callers = Stream.of(CallerSubject.values())
                .flatMap(subject -> facts
                        .callers()
                        .flatMap(fact -> Optional.ofNullable(fact.answers().get(subject)))
                        .flatMap(answer -> ofCaller(subject, answer, facts, now))
                        .stream());
        Stream<Draft> places = facts.keys().map(KeysFact::places).orElse(List.of()).stream()
                .filter(place -> !place.complete())
                .map(Blind::ofPlace);
        Stream<Draft> workloads = facts
                .workloads()
                .map(WorkloadsFact::unreadable)
                .filter(unseen -> !unseen.isEmpty())
                .map(Blind::ofWorkloads)
                .stream();
        Stream<Draft> logs = facts.logs().filter(fact -> !fact.complete()).map(Blind::ofLogs).stream();
        return Stream.of(collectors, unfinished, scanner, role, callers, places, workloads, logs)
                .flatMap(drafts -> drafts)
                .map(draft -> draft.at(now))
                .toList();
    }

    private static Optional<Draft> ofRun(CollectorRun run, Instant now) {
        if (run.refusal().isPresent()) {
            return Optional.empty();
        }
        String subject = "collector:" + run.collector().label();
        if (!run.up()) {
            return Optional.of(Draft.warning(FindingCode.BLIND, subject)
                    .because("its last run broke off")
                    .remedy("This is a bug of Rolemeter: report it with the lines of its log."));
        }
        if (run.stale(now)) {
            return Optional.of(Draft.warning(FindingCode.BLIND, subject)
                    .because("its facts are older than three of its intervals"
                            + run.lastSuccess()
                                    .map(at -> ": from " + Times.when(at, now))
                                    .orElse(""))
                    .remedy("The host may be overloaded, or a file system may hang; see Rolemeter's log."));
        }
        return Optional.empty();
    }

    private static Draft ofUnfinished(CollectorName collector, Duration watched) {
        return Draft.warning(FindingCode.BLIND, "collector:" + collector.label())
                .because("its first run has not ended, " + Times.span(watched) + " after Rolemeter began to look")
                .remedy("The host may be overloaded, or what it waits for may hang; see Rolemeter's log.");
    }

    private static Draft ofScanner(String refusal) {
        return Draft.warning(FindingCode.BLIND, "scanner")
                .because(refusal)
                .remedy("See why it does not look.")
                .command("systemctl status rolemeter-scan.timer rolemeter-scan.service")
                .command("journalctl -u rolemeter-scan -n 50");
    }

    private static Optional<Draft> ofRole(RoleFact role) {
        return role.imds()
                .failure()
                .filter(NO_SENSE::contains)
                .map(failure -> Draft.warning(FindingCode.BLIND, "imds")
                        .because(role.detail())
                        .remedy(
                                "Something else answers in the place of the metadata service: look for a proxy, a captive"
                                        + " portal or a development tool at its address."));
    }

    private static Set<FailureReason> refusable(CallerSubject subject, Facts facts, Instant now) {
        boolean alive = subject == CallerSubject.INSTANCE_ROLE
                && facts.role()
                        .flatMap(RoleFact::session)
                        .filter(session -> now.isBefore(session.expiresAt()))
                        .isPresent();
        return alive ? REFUSED : Set.of();
    }

    private static Optional<Draft> ofCaller(CallerSubject subject, CallerAnswer answer, Facts facts, Instant now) {
        if (!(answer instanceof CallerAnswer.Unidentified unidentified)) {
            return Optional.empty();
        }
        Draft draft = Draft.warning(FindingCode.BLIND, "caller:" + subject.label())
                .because("STS did not say who it is: " + unidentified.detail());
        if (refusable(subject, facts, now).contains(unidentified.reason())) {
            return Optional.of(
                    draft.remedy(
                            "The credentials that the metadata service hands out are refused: check that the"
                                    + " role was not deleted or re-created, and that what answers is the metadata service and STS."));
        }
        if (!NO_ANSWER.contains(unidentified.reason())) {
            return Optional.empty();
        }
        boolean own = OWN.contains(unidentified.reason())
                && facts.callers()
                        .flatMap(callers -> callers.identity(CallerSubject.INSTANCE_ROLE))
                        .isPresent();
        return Optional.of(
                draft.remedy(
                        own
                                ? "STS tells the role from here, so look at what the default chain of Rolemeter's own user"
                                        + " finds before the role: a credential_process, a profile, a variable."
                                : "Check the way to the regional STS endpoint: route, DNS, VPC endpoint and its policy, proxy."));
    }

    private static Draft ofWorkloads(List<String> unseen) {
        Draft draft = Draft.warning(FindingCode.BLIND, "workloads")
                .because("not every running program, and what it uses, could be seen");
        unseen.stream().limit(NAMED).forEach(draft::because);
        if (unseen.size() > NAMED) {
            draft.because("and " + (unseen.size() - NAMED) + " more");
        }
        return draft.remedy(
                "Give Rolemeter CAP_DAC_READ_SEARCH and CAP_SYS_PTRACE, as its service unit does, or run it as root, outside of"
                        + " containers; where files do not answer or time runs out, a file system may hang.");
    }

    private static Draft ofLogs(LogsFact logs) {
        Draft draft = Draft.warning(FindingCode.BLIND, "logs")
                .because("not all that programs write into their logs could be read");
        logs.unreadable().stream()
                .limit(NAMED)
                .forEach(unread -> draft.because(unread.path() + ": " + unread.reason()));
        return draft.remedy("Give Rolemeter CAP_DAC_READ_SEARCH, as its service unit does, or correct logs.files.");
    }

    private static Draft ofPlace(PlaceScan place) {
        Draft draft = Draft.warning(FindingCode.BLIND, "keys:" + place.place().label())
                .because(place.unreadable() + " of " + (place.examined() + place.unreadable()) + " could not be read");
        place.examples().stream()
                .limit(NAMED)
                .forEach(example -> draft.because(example.path() + ": " + example.reason()));
        return draft.remedy(
                "Give Rolemeter CAP_DAC_READ_SEARCH and CAP_SYS_PTRACE, as its service unit does, or run it as"
                        + " root; what is not an ordinary file under such a name is worth a look of its own.");
    }
}
