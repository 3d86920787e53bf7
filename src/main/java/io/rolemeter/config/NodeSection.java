package io.rolemeter.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.rolemeter.config.Node.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A section over a {@link Node.Mapping}. */
final class NodeSection implements Section {
    private final String path;
    private final int line;
    private final Map<String, Entry> entries;
    private final Problems problems;
    private final Set<String> known = new LinkedHashSet<>();

    private NodeSection(String path, int line, Map<String, Entry> entries, Problems problems) {
        this.path = path;
        this.line = line;
        this.entries = entries;
        this.problems = problems;
    }

    /** The section that {@code node} is; if it is none, that is a problem, and nothing that it then lacks is another. */
    static NodeSection of(String path, int line, Node node, Problems problems) {
        if (node instanceof Node.Mapping mapping) {
            return new NodeSection(path, line, mapping.entries(), problems);
        }
        if (node instanceof Node.Nothing) {
            return new NodeSection(path, line, Map.of(), problems);
        }
        if (!(node instanceof Node.Refused)) {
            problems.add(node.line(), path, "found " + node.described() + "; expected a mapping");
        }
        return new NodeSection(path, line, Map.of(), new Problems(""));
    }

    @Override
    public <T> Optional<T> required(String key, String expected, Function<String, Optional<T>> reader) {
        if (find(key).isEmpty()) {
            reject(key, expected);
        }
        return value(key, expected, reader);
    }

    @Override
    public <T> Optional<T> value(String key, String expected, Function<String, Optional<T>> reader) {
        Optional<Node> node = find(key);
        Optional<T> value = node.flatMap(Node::text).flatMap(reader);
        if (node.isPresent() && value.isEmpty()) {
            reject(key, expected);
        }
        return value;
    }

    @Override
    public Optional<Duration> duration(String key, Duration least, Duration most) {
        Optional<Node> node = find(key);
        if (node.flatMap(Node::text).filter(Scalars::isWithoutUnit).isPresent()) {
            problem(key, node.get().described() + " has no unit; expected " + Scalars.A_DURATION);
            return Optional.empty();
        }
        Optional<Duration> duration = value(key, Scalars.A_DURATION, Durations::parse);
        if (duration.filter(value -> value.compareTo(least) < 0 || value.compareTo(most) > 0)
                .isPresent()) {
            reject(key, "a duration from " + Durations.format(least) + " to " + Durations.format(most));
            return Optional.empty();
        }
        return duration;
    }

    @Override
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        List<Node> nodes = nodes(key, "a list of texts, as in [\"one\", \"two\"]");
        for (int i = 0; i < nodes.size(); i++) {
            Node node = nodes.get(i);
            Optional<String> text = node.text().flatMap(Scalars::notBlank);
            text.ifPresent(texts::add);
            if (text.isEmpty() && !(node instanceof Node.Refused)) {
                String entry = inside(key) + "[" + i + "]";
                problems.add(node.line(), entry, "found " + node.described() + "; expected a text that is not empty");
            }
        }
        return texts;
    }

    @Override
    public Map<String, String> map(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        Section section = section(key);
        for (String name : section.keys()) {
            section.required(name, "a text", Optional::of).ifPresent(text -> map.put(name, text));
        }
        section.finish();
        return map;
    }

    @Override
    public Optional<JsonNode> json(String key) {
        return find(key).map(JsonTree::of);
    }

    @Override
    public Section section(String key) {
        known.add(key);
        return of(inside(key), lineOf(key), valueOf(key), problems);
    }

    @Override
    public List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Node node : nodes(key, "a list of mappings, each beginning with \"- \"")) {
            sections.add(of(inside(key) + "[" + sections.size() + "]", node.line(), node, problems));
        }
        return sections;
    }

    @Override
    public boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    @Override
    public Set<String> keys() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public void reject(String key, String expected) {
        Optional<Node> node = find(key);
        problem(key, (node.isPresent() ? "found " + node.get().described() : "is missing") + "; expected " + expected);
    }

    @Override
    public void problem(String key, String text) {
        known.add(key);
        Node value = valueOf(key);
        if (!(value instanceof Node.Refused)) {
            problems.add(value instanceof Node.Nothing ? lineOf(key) : value.line(), inside(key), text);
        }
    }

    @Override
    public void problem(String text) {
        problems.add(line, path, text);
    }

    @Override
    public void finish() {
        entries.forEach((key, entry) -> {
            if (!known.contains(key)) {
                problems.add(entry.line(), inside(key), UnknownKey.problem(key, known));
            }
        });
    }

    private Optional<Node> find(String key) {
        known.add(key);
        return Optional.of(valueOf(key))
                .filter(node -> !(node instanceof Node.Nothing) && !(node instanceof Node.Refused));
    }

    private Node valueOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? new Node.Nothing(line) : entry.value();
    }

    private List<Node> nodes(String key, String expected) {
        Optional<Node> node = find(key);
        if (node.isPresent() && node.get() instanceof Node.Sequence sequence) {
            return sequence.entries();
        }
        node.ifPresent(other -> reject(key, expected));
        return List.of();
    }

    private int lineOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? line : entry.line();
    }

    private String inside(String key) {
        return path.isEmpty() ? Quoted.key(key) : path + "." + Quoted.key(key);
    }
}
