package io.rolemeter.aws;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An element of an answer in XML. Namespaces do not count; document types, and with them entities, are refused. */
public final class Xml {
    /** Elements nested deeper than this are refused: their text is gathered by as many calls within each other. */
    private static final String MAX_DEPTH = "100";

    private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";

    private final Element element;

    private Xml(Element element) {
        this.element = element;
    }

    /** The root of a document; empty for what is not well-formed. */
    public static Optional<Xml> parse(String text) {
        try {
            DocumentBuilder builder = factory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return Optional.of(new Xml(
                    builder.parse(new InputSource(new StringReader(text))).getDocumentElement()));
        } catch (SAXException | IOException e) {
            return Optional.empty();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("This Java runtime cannot refuse document types", e);
        }
    }

    private static DocumentBuilderFactory factory() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setAttribute(DEPTH, MAX_DEPTH);
        return factory;
    }

    /** All elements that lie under this one at a path of names with slashes between them. */
    public List<Xml> at(String path) {
        List<Xml> found = List.of(this);
        for (String name : path.split("/", -1)) {
            List<Xml> below = new ArrayList<>();
            found.forEach(one -> one.children().stream()
                    .filter(child -> name.equals(child.element.getLocalName()))
                    .forEach(below::add));
            found = below;
        }
        return found;
    }

    /** The text of the first element at a path. */
    public Optional<String> text(String path) {
        return at(path).stream().findFirst().map(Xml::text);
    }

    public String text() {
        return element.getTextContent().strip();
    }

    /** This element or the first one of that name beneath it, in the order of the document. */
    Optional<Xml> named(String name) {
        if (name.equals(element.getLocalName())) {
            return Optional.of(this);
        }
        NodeList found = element.getElementsByTagNameNS("*", name);
        return found.getLength() == 0 ? Optional.empty() : Optional.of(new Xml((Element) found.item(0)));
    }

    private List<Xml> children() {
        List<Xml> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found) {
                children.add(new Xml(found));
            }
        }
        return children;
    }
}
