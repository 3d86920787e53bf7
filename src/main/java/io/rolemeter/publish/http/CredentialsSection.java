package io.rolemeter.publish.http;

import io.rolemeter.model.Diagnosis;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleState;

/** The role of the instance, and the life of its credentials. */
final class CredentialsSection {
    private CredentialsSection() {}

    static void write(Markup page, Diagnosis diagnosis) {
        page.open("section").element("h2", "The role and its credentials");
        diagnosis
                .facts()
                .role()
                .ifPresentOrElse(
                        fact -> write(page, fact, diagnosis),
                        () -> page.element("p", "Not looked at yet.", "class", "nothing"));
        page.close();
    }

    private static void write(Markup page, RoleFact fact, Diagnosis diagnosis) {
        boolean attached = fact.state() == RoleState.ATTACHED;
        page.open("p", "class", "state")
                .element("span", fact.state().label(), "class", attached ? "badge good" : "badge bad")
                .text(" " + fact.detail())
                .close();
        fact.session().ifPresent(session -> CredentialLife.write(page, session, diagnosis));
        page.open("dl", "class", "facts");
        fact.session()
                .ifPresent(session -> Terms.term(
                        page,
                        "Role",
                        session.role(),
                        "key id " + session.keyId().masked()));
        fact.profile().ifPresent(profile -> Terms.term(page, "Instance profile", profile.arn(), "id " + profile.id()));
        page.close();
    }
}
