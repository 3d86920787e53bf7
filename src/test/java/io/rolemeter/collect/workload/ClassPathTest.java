package io.rolemeter.collect.workload;

import static org.assertj.core.api.Assertions.assertThat;

import io.rolemeter.collect.host.Host;
import io.rolemeter.collect.keys.FakeHost;
import io.rolemeter.model.Sdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPathTest {
    @TempDir
    private Path root;

    private SdkTraces.Found found(String... arguments) {
        CommandLine command = new CommandLine(
                "/usr/bin/java",
                Optional.of("java"),
                List.of(arguments),
                Optional.empty(),
                "Main",
                "/srv/app",
                Set.of("/srv/app"));
        return new ClassPath(new Host(root).files(), new SearchedBinaries()).found(command, Map.of());
    }

    @ParameterizedTest
    @CsvSource({
        "aws-java-sdk-bundle-1.12.797.jar,JAVA_V1,true",
        "aws-java-sdk-core-1.12.797.jar,JAVA_V1,false",
        "bundle-2.29.52.jar,JAVA_V2,true",
        "auth-2.29.52.jar,JAVA_V2,false"
    })
    void aBundleHoldsStsToo(String archive, Sdk sdk, boolean assumesRoles) {
        FakeHost host = new FakeHost(root).file("/opt/spark/jars/" + archive, "PK");
        for (int i = 0; i < 30; i++) {
            host.file("/opt/spark/jars/a" + i + ".jar", "PK");
        }
        SdkTraces.Found found = found("-cp", "/opt/spark/jars/*", "org.apache.spark.deploy.SparkSubmit");
        assertThat(found.sdk()).isEqualTo(sdk);
        assertThat(found.assumesRoles()).isEqualTo(assumesRoles);
    }

    @Test
    void anArchiveOfAnotherNameIsSearched() {
        new FakeHost(root)
                .file(
                        "/srv/app/app.jar",
                        "PK software/amazon/awssdk/auth/credentials/ software/amazon/awssdk/services/sts/");
        SdkTraces.Found found = found("-jar", "app.jar");
        assertThat(found.sdk()).isEqualTo(Sdk.JAVA_V2);
        assertThat(found.assumesRoles()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/app/lib/sts-2.29.52.jar,/srv/app/lib/auth-2.29.52.jar",
        "/srv/app/lib/main/software.amazon.awssdk.sts-2.29.52.jar,/srv/app/lib/main/software.amazon.awssdk.auth-2.29.52.jar"
    })
    void theArchivesBesideAThinOneAreItsClassPath(String sts, String auth) {
        new FakeHost(root).file("/srv/app/app.jar", "PK").file(sts, "PK").file(auth, "PK");
        assertThat(found("-jar", "app.jar").sdk()).isEqualTo(Sdk.JAVA_V2);
        assertThat(found("-jar", "/srv/app/app.jar").assumesRoles()).isTrue();
    }

    @Test
    void theApplicationsOfTomcatAreSearched() {
        new FakeHost(root)
                .file("/opt/tomcat/bin/bootstrap.jar", "PK")
                .file("/opt/tomcat/webapps/ROOT/WEB-INF/lib/aws-java-sdk-core-1.12.797.jar", "PK");
        String classPath = "/opt/tomcat/bin/bootstrap.jar";
        assertThat(found("-Dcatalina.base=/opt/tomcat", "-cp", classPath, "Bootstrap")
                        .sdk())
                .isEqualTo(Sdk.JAVA_V1);
        assertThat(found("-cp", classPath, "Bootstrap").sdk()).isEqualTo(Sdk.UNKNOWN);
    }
}
