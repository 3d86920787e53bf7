package io.rolemeter.config;

import io.rolemeter.config.Node.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserException;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Turns YAML text into a {@link Node}. Of YAML it takes mappings, lists and scalars in one document; anchors, aliases, merge
 * keys and tags are problems, so that every value stands on the line that a message names.
 */
final class YamlReader {
    static final String TOO_DEEP = "nested more than 20 levels deep; expected a few";

    private static final int DEEPEST = 20;
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    private final Parser parser;
    private final Problems problems;
    private int depth;
    private int reached = 1;

    private YamlReader(String text, Problems problems) {
        this.parser = new ParserImpl(new StreamReader(text), new LoaderOptions());
        this.problems = problems;
    }

    /** What the text says: {@link Node.Nothing} if it says nothing, or if it is not YAML, which is a problem. */
    static Node read(String text, Problems problems) {
        YamlReader reader = new YamlReader(text, problems);
        try {
            return reader.document();
        } catch (MarkedYAMLException e) {
            SyntaxProblem problem = SyntaxProblem.of(e);
            problems.add(problem.line(), "", problem.text());
        } catch (ReaderException e) {
            int line = SyntaxProblem.lineOf(text, e.getPosition());
            problems.add(line, "", "a control character cannot stand in a YAML file; expected plain text");
        } catch (YAMLException e) {
            // What the parser takes for its own mistake has no place.
            problems.add(reader.reached, "", "not valid YAML, here or below");
        } catch (IllegalArgumentException e) {
            // The parser lets Java's own exceptions through for escapes that stand for no character.
            problems.add(reader.reached, "", "not valid YAML: a number or escape is too large, here or below");
        }
        return new Node.Nothing(1);
    }

    private Node document() {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return new Node.Nothing(1);
        }
        parser.getEvent();
        Node root = node("", parser.getEvent());
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            problems.add(line(parser.peekEvent()), "", "a second document begins here; expected only one");
        }
        return root;
    }

    private Node node(String path, Event event) {
        int line = line(event);
        reached = line;
        if (event.getEventId() == Event.ID.Alias) {
            problems.add(line, path, "an alias (*) is not supported; write the value out, or quote it if it is a text");
            return new Node.Refused(line);
        }
        if (event instanceof NodeEvent anchored && anchored.getAnchor() != null) {
            problems.add(line, path, "an anchor (&) is not supported; write the value out wherever it is needed");
        }
        return event instanceof ScalarEvent scalar ? scalar(path, scalar) : collection(path, event);
    }

    private Node scalar(String path, ScalarEvent event) {
        int line = line(event);
        if (event.getTag() != null) {
            problems.add(line, path, "a tag (!) is not supported; write the plain value, or quote it if it is a text");
            return new Node.Refused(line);
        }
        return event.isPlain() && NOTHING.contains(event.getValue())
                ? new Node.Nothing(line)
                : new Node.Scalar(line, event.getValue(), !event.isPlain());
    }

    private Node collection(String path, Event event) {
        depth++;
        if (depth > DEEPEST) {
            throw new ParserException(null, null, TOO_DEEP, event.getStartMark());
        }
        Node node = event.getEventId() == Event.ID.SequenceStart ? sequence(path, event) : mapping(path, event);
        depth--;
        return node;
    }

    private Node sequence(String path, Event start) {
        List<Node> entries = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            entries.add(node(path + "[" + entries.size() + "]", parser.getEvent()));
        }
        parser.getEvent();
        return new Node.Sequence(line(start), entries);
    }

    private Node mapping(String path, Event start) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Event event = parser.getEvent();
            int line = line(event);
            if (event instanceof ScalarEvent scalar) {
                String key = scalar.getValue();
                String inside = path.isEmpty() ? Quoted.key(key) : path + "." + Quoted.key(key);
                Entry entry = new Entry(line, node(inside, parser.getEvent()));
                if (scalar.isPlain() && key.equals("<<")) {
                    problems.add(line, path, "a merge key (<<) is not supported; write the keys out");
                } else if (entries.containsKey(key)) {
                    String first = "the first is on line " + entries.get(key).line();
                    problems.add(line, inside, "stands here a second time; " + first);
                } else {
                    entries.put(key, entry);
                }
            } else {
                node(path, event);
                node(path, parser.getEvent());
                problems.add(line, path, "a list or mapping cannot be a key; quote a value that begins with [ or {");
            }
        }
        parser.getEvent();
        return new Node.Mapping(line(start), entries);
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }
}
