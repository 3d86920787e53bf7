package io.rolemeter.publish.http;

/** Entries of a list of terms. */
final class Terms {
    private Terms() {}

    /** Within an open {@code dl}. */
    static void term(Markup page, String term, String value) {
        page.open("div").element("dt", term).element("dd", value).close();
    }

    /** With particulars on a line of their own. */
    static void term(Markup page, String term, String value, String particulars) {
        page.open("div")
                .element("dt", term)
                .open("dd")
                .text(value)
                .element("small", particulars)
                .close()
                .close();
    }
}
