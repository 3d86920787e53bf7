package io.rolemeter.collect.host;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvironmentTest {
    @Test
    void theFirstValueOfANameCounts() {
        Environment environment = new Environment("XHOME=/x\0HOME=/a\0HOME=/b\0BLANK= \0EMPTY=\0LAST=z");
        assertThat(environment.get("HOME")).contains("/a");
        assertThat(environment.get("LAST")).contains("z");
        assertThat(environment.get("BLANK")).isEmpty();
        assertThat(environment.get("EMPTY")).isEmpty();
        assertThat(environment.get("OME")).isEmpty();
        assertThat(new Environment("").get("HOME")).isEmpty();
    }

    @Test
    void onlyTheWholeTextOfALongValueIsGiven() {
        String value = "x".repeat(5000);
        assertThat(new Environment("A=" + value).get("A")).isEmpty();
        assertThat(new Environment("A=" + value).text("A")).contains(value);
    }
}
