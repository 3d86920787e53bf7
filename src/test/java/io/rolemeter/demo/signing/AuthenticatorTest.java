package io.rolemeter.demo.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.demo.account.Account;
import io.rolemeter.demo.account.Credential;
import io.rolemeter.demo.account.Identities;
import io.rolemeter.demo.account.Refusal;
import io.rolemeter.demo.account.Session;
import io.rolemeter.demo.http.Request;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A request of the role that is signed well, and what becomes of it when one thing is changed after the signing. */
class AuthenticatorTest {

    private static final Instant NOW = Instant.parse("2026-11-21T16:00:00Z");
    private static final String SIGNED = "host;x-amz-date;x-amz-security-token";

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Identities identities = new Identities(clock, true);
    private final Credential role =
            identities.issue(new Session(Account.ROLE, Account.INSTANCE_ID, NOW, NOW.plus(Duration.ofHours(6))));
    private final Authenticator authenticator = new Authenticator(identities, clock, "sts", Duration.ofMinutes(5));

    @Test
    void an_unchanged_request_is_the_roles() {
        assertThat(authenticator.authenticate(signed("20261121T160000Z", SIGNED)))
                .isInstanceOfSatisfying(
                        Authentication.Signed.class,
                        signed -> assertThat(signed.principal().arn())
                                .endsWith("assumed-role/app-backend-role/" + Account.INSTANCE_ID));
    }

    @Test
    void a_changed_request_does_not_match() {
        Request good = signed("20261121T160000Z", SIGNED);
        assertIsRefused(copy(good, "GET", "/?a=1", "body", headers -> headers), Refusal.WRONG_SIGNATURE);
        assertIsRefused(copy(good, "POST", "/other?a=1", "body", headers -> headers), Refusal.WRONG_SIGNATURE);
        assertIsRefused(copy(good, "POST", "/?a=2", "body", headers -> headers), Refusal.WRONG_SIGNATURE);
        assertIsRefused(copy(good, "POST", "/?a=1", "other", headers -> headers), Refusal.WRONG_SIGNATURE);
        assertIsRefused(changed(good, "host", "elsewhere"), Refusal.WRONG_SIGNATURE);
        assertIsRefused(changed(good, "x-amz-date", "20261121T160001Z"), Refusal.WRONG_SIGNATURE);
        String header = good.header("authorization").orElseThrow();
        char last = header.charAt(header.length() - 1);
        String flipped = header.substring(0, header.length() - 1) + (last == '0' ? '1' : '0');
        assertIsRefused(changed(good, "authorization", flipped), Refusal.WRONG_SIGNATURE);
        assertIsRefused(changed(good, "authorization", header.replace("/sts/", "/s3/")), Refusal.WRONG_SIGNATURE);
        assertIsRefused(changed(good, "authorization", "Bearer me"), Refusal.WRONG_SIGNATURE);
    }

    @Test
    void the_host_the_time_and_the_token_must_be_signed() {
        assertIsRefused(signed("20261121T160000Z", "x-amz-date;x-amz-security-token"), Refusal.WRONG_SIGNATURE);
        assertIsRefused(signed("20261121T160000Z", "host;x-amz-security-token"), Refusal.WRONG_SIGNATURE);
        assertIsRefused(signed("20261121T160000Z", "host;x-amz-date"), Refusal.WRONG_SIGNATURE);
    }

    @Test
    void a_request_may_be_five_minutes_off_and_no_more() {
        assertThat(authenticator.authenticate(signed("20261121T155500Z", SIGNED)))
                .isInstanceOf(Authentication.Signed.class);
        assertIsRefused(signed("20261121T155459Z", SIGNED), Refusal.SKEWED_CLOCK);
        assertIsRefused(signed("20261121T160501Z", SIGNED), Refusal.SKEWED_CLOCK);
    }

    @Test
    void without_a_signature_nobody_is_known() {
        assertIsRefused(new Request("POST", "/", Map.of(), new byte[0]), Refusal.UNSIGNED);
    }

    private Request signed(String time, String signedHeaders) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("host", List.of("127.0.0.1:8080"));
        headers.put("x-amz-date", List.of(time));
        headers.put("x-amz-security-token", List.of(role.token().orElseThrow()));
        String header = "AWS4-HMAC-SHA256 Credential=" + role.keyId() + "/20261121/us-east-1/sts/aws4_request, "
                + "SignedHeaders=" + signedHeaders + ", Signature=";
        Authorization unsigned = Authorization.parse(header + "0".repeat(64)).orElseThrow();
        Request request = new Request("POST", "/?a=1", headers, "body".getBytes(StandardCharsets.UTF_8));
        headers.put("authorization", List.of(header + new Signature(unsigned, time, role.secret()).of(request)));
        return new Request("POST", "/?a=1", headers, "body".getBytes(StandardCharsets.UTF_8));
    }

    private static Request changed(Request good, String name, String value) {
        return copy(good, "POST", "/?a=1", "body", headers -> {
            headers.put(name, List.of(value));
            return headers;
        });
    }

    private static Request copy(
            Request good, String method, String target, String body, UnaryOperator<Map<String, List<String>>> change) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String name : List.of("host", "x-amz-date", "x-amz-security-token", "authorization")) {
            headers.put(name, good.headers(name));
        }
        return new Request(method, target, change.apply(headers), body.getBytes(StandardCharsets.UTF_8));
    }

    private void assertIsRefused(Request request, Refusal refusal) {
        assertThat(authenticator.authenticate(request)).isEqualTo(new Authentication.Refused(refusal));
    }
}
