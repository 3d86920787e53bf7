package io.rolemeter.collect.keys.places.users;

import io.rolemeter.collect.keys.Program;
import io.rolemeter.collect.keys.Survey;
import io.rolemeter.model.KeyWriter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Programs of AWS's that keep temporary keys in shared credentials files.
 *
 * @param ofRolesAnywhere the files that {@code aws_signing_helper} runs for
 * @param ofSsmAgent the file that the SSM agent shares its keys in; empty on a host that is not activated as a hybrid one
 */
record Renewers(Set<String> ofRolesAnywhere, Optional<String> ofSsmAgent) {
    /** As long as the kernel lets the name of a program be. */
    private static final String SIGNING_HELPER = "aws_signing_hel";

    private static final String REGISTRATION = "/var/lib/amazon/ssm/registration";
    private static final String SHARED_BY_SSM_AGENT = "/root/.aws/credentials";

    static Renewers of(Survey survey) {
        Set<String> ofRolesAnywhere = survey.programs().programs().stream()
                .filter(program -> program.name().startsWith(SIGNING_HELPER))
                .map(Program::choice)
                .map(choice -> survey.realPath(choice.credentialsFile()))
                .collect(Collectors.toSet());
        boolean hybrid = survey.exists(REGISTRATION);
        return new Renewers(
                ofRolesAnywhere, hybrid ? Optional.of(survey.realPath(SHARED_BY_SSM_AGENT)) : Optional.empty());
    }

    /** @param file without links */
    Optional<KeyWriter> writer(String file) {
        if (ofRolesAnywhere.contains(file)) {
            return Optional.of(KeyWriter.ROLES_ANYWHERE);
        }
        return ofSsmAgent.filter(file::equals).map(shared -> KeyWriter.SSM_AGENT);
    }
}
