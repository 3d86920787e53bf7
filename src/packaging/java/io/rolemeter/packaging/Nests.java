package io.rolemeter.packaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.tree.ClassNode;

/** The classes that may use each other's private members: a host names the members of its nest, and they name the host. */
final class Nests {
    private final Map<String, List<String>> hosts = new LinkedHashMap<>();

    void add(String host, Collection<String> members) {
        if (!members.isEmpty()) {
            hosts.computeIfAbsent(host, first -> new ArrayList<>()).addAll(members);
        }
    }

    /** The members that each host has more than before. */
    Map<String, List<String>> hosts() {
        return hosts;
    }

    static byte[] with(byte[] host, List<String> members) {
        ClassNode node = new ClassNode();
        new ClassReader(host).accept(node, 0);
        List<String> all = new ArrayList<>(node.nestMembers == null ? List.of() : node.nestMembers);
        all.addAll(members);
        node.nestMembers = all;
        ClassWriter writer = new ClassWriter(0);
        node.accept(writer);
        return writer.toByteArray();
    }
}
