package io.rolemeter.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointsTest {
    private static final Endpoints USUAL = new Endpoints(Map.of());
    private static final URI INTERFACE = URI.create("https://vpce-0.kinesisvideo.us-east-1.vpce.amazonaws.com");

    @ParameterizedTest
    @CsvSource({
        "sts, eu-west-1, https://sts.eu-west-1.amazonaws.com, eu-west-1, sts",
        "ec2, us-gov-west-1, https://ec2.us-gov-west-1.amazonaws.com, us-gov-west-1, ec2",
        "kinesisvideo, us-east-1, https://kinesisvideo.us-east-1.amazonaws.com, us-east-1, kinesisvideo",
        "bedrock-runtime, us-west-2, https://bedrock-runtime.us-west-2.amazonaws.com, us-west-2, bedrock",
        "iam, eu-central-1, https://iam.amazonaws.com, us-east-1, iam",
        "iam, cn-northwest-1, https://iam.cn-north-1.amazonaws.com.cn, cn-north-1, iam",
        "iam, us-gov-east-1, https://iam.us-gov.amazonaws.com, us-gov-west-1, iam",
        "sns, cn-north-1, https://sns.cn-north-1.amazonaws.com.cn, cn-north-1, sns",
        "new-service, xx-new-1, https://new-service.xx-new-1.amazonaws.com, xx-new-1, new-service"
    })
    void aServiceIsWhereItsPartitionHasIt(
            String name, String region, URI endpoint, String signingRegion, String signingName) {
        ApiService service = ApiService.of(name, region);

        assertThat(USUAL.of(service)).isEqualTo(endpoint);
        assertThat(Endpoints.signingRegion(service)).isEqualTo(signingRegion);
        assertThat(service.signingName()).isEqualTo(signingName);
    }

    @Test
    void aConfiguredEndpointComesBeforeTheUsualAndAnAnsweredOneBeforeBoth() {
        Endpoints configured = new Endpoints(Map.of("kinesisvideo", INTERFACE));
        ApiService service = ApiService.of("kinesisvideo", "us-east-1");
        URI data = URI.create("https://b-1.kinesisvideo.us-east-1.amazonaws.com");

        assertThat(configured.of(service)).isEqualTo(INTERFACE);
        assertThat(configured.of(service.at(data))).isEqualTo(data);
    }

    @ParameterizedTest
    @CsvSource({
        "https://b-1.kinesisvideo.us-east-1.amazonaws.com, true",
        "http://b-1.kinesisvideo.us-east-1.amazonaws.com, false",
        "https://b-1.amazonaws.com.evil.example, false",
        "https://evilamazonaws.com, false",
        "https://169.254.169.254, false"
    })
    void signedRequestsGoOnlyToAwsHosts(URI endpoint, boolean trusted) {
        assertThat(USUAL.trusts(endpoint, ApiService.of("kinesisvideo", "us-east-1")))
                .isEqualTo(trusted);
    }

    @Test
    void theConfiguredHostIsTrustedToo() {
        Endpoints configured = new Endpoints(Map.of("kinesisvideo", URI.create("http://127.0.0.1:4566")));
        ApiService service = ApiService.of("kinesisvideo", "us-east-1");

        assertThat(configured.trusts(URI.create("http://127.0.0.1:4566/x"), service))
                .isTrue();
        assertThat(configured.trusts(URI.create("http://127.0.0.1:22"), service))
                .isFalse();
    }
}
