package io.rolemeter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** The sentences that say which folder may know which: one test a sentence. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.rolemeter");

    @Test
    void modelImportsNothingOfOurs() {
        onlyKnows("model");
    }

    @Test
    void configImportsOnlyModel() {
        onlyKnows("config", "model");
    }

    @Test
    void storeImportsOnlyModel() {
        onlyKnows("store", "model");
    }

    @Test
    void handoverImportsOnlyModelAndStore() {
        onlyKnows("handover", "model", "store");
    }

    @Test
    void awsImportsOnlyModel() {
        onlyKnows("aws", "model");
    }

    @Test
    void collectImportsOnlyModelConfigAwsAndStore() {
        onlyKnows("collect", "model", "config", "aws", "store");
    }

    @Test
    void diagnoseImportsOnlyModel() {
        onlyKnows("diagnose", "model");
    }

    @Test
    void publishImportsOnlyModel() {
        onlyKnows("publish", "model");
    }

    @Test
    void rememberImportsOnlyModelAndStore() {
        onlyKnows("remember", "model", "store");
    }

    @Test
    void serviceImportsNothingOfOurs() {
        onlyKnows("service");
    }

    @Test
    void theSimulatedHostKnowsNothingOfTheAgent() {
        onlyKnows("demo");
    }

    @Test
    void theSimulatorsFoldersHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("io.rolemeter.(**)")
                .should()
                .beFreeOfCycles()
                .because("each of demo's folders is read alone; what two of them share belongs to the one below")
                .check(CLASSES.that(JavaClass.Predicates.resideInAPackage("io.rolemeter.demo..")));
    }

    @Test
    void collectorsDoNotKnowEachOther() {
        for (String collector : new String[] {"role", "caller", "keys", "workload", "logs", "probe"}) {
            check(noClasses()
                    .that()
                    .resideInAPackage("io.rolemeter.collect." + collector + "..")
                    .should()
                    .dependOnClassesThat(ours().and(JavaClass.Predicates.resideInAPackage("io.rolemeter.collect.*.."))
                            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                                    "io.rolemeter.collect." + collector + "..", "io.rolemeter.collect.host.."))))
                    .because("what two collectors share belongs to collect/host, aws or model"));
        }
    }

    @Test
    void meteringLibrariesAppearOnlyInMetricsAndAgent() {
        only("io.micrometer..", "publish.metrics", "Agent");
        only("io.prometheus..", "publish.metrics", "Agent");
    }

    @Test
    void theYamlParserAppearsOnlyInConfig() {
        only("com.fasterxml.jackson.dataformat.yaml..", "config", "");
        only("org.yaml..", "config", "");
    }

    @Test
    void theAwsSdkAppearsOnlyInAwsAndInCollectorsThatAreNothingButItsClients() {
        check(classes()
                .that()
                .resideInAPackage("io.rolemeter..")
                .and()
                .resideOutsideOfPackages(
                        "io.rolemeter.aws..", "io.rolemeter.collect.caller..", "io.rolemeter.collect.probe..")
                .should()
                .onlyDependOnClassesThat(
                        DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("software.amazon..")))
                .because("what a client answers is turned into our own words where it is called"));
    }

    private static void onlyKnows(String folder, String... known) {
        String[] allowed = new String[known.length + 1];
        allowed[0] = "io.rolemeter." + folder + "..";
        for (int i = 0; i < known.length; i++) {
            allowed[i + 1] = "io.rolemeter." + known[i] + "..";
        }
        check(noClasses()
                .that()
                .resideInAPackage("io.rolemeter." + folder + "..")
                .should()
                .dependOnClassesThat(
                        ours().and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(allowed))))
                .because(folder + " may import only " + String.join(", ", known) + "; hand the rest in from Agent"));
    }

    private static void only(String library, String folder, String topClass) {
        check(classes()
                .that()
                .resideInAPackage("io.rolemeter..")
                .and()
                .resideOutsideOfPackage("io.rolemeter." + folder + "..")
                .and()
                .doNotHaveFullyQualifiedName("io.rolemeter." + topClass)
                .should()
                .onlyDependOnClassesThat(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(library)))
                .because(library + " stays behind " + folder
                        + ", so that a change of library is a change of one folder"));
    }

    private static DescribedPredicate<JavaClass> ours() {
        return JavaClass.Predicates.resideInAPackage("io.rolemeter..");
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CLASSES);
    }
}
