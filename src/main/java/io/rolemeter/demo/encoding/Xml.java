package io.rolemeter.demo.encoding;

/** Writes texts as elements of XML. */
public final class Xml {

    private Xml() {}

    /** An element without attributes, whose content is this text, escaped. */
    public static String element(String name, String text) {
        return "<" + name + ">" + escape(text) + "</" + name + ">";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
