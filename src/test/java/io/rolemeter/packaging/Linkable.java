package io.rolemeter.packaging;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Every kind of call that the JVM links when it comes by; to be tried as it is and linked by the build. */
@SuppressWarnings({"ArrayRecordComponent", "ArrayToString", "EqualsNull"}) // as strange as code may be
public final class Linkable implements Supplier<List<String>> {
    private final String own = "own";
    private int counter = 1;

    record Nothing() {}

    record Everything(
            boolean truth,
            byte little,
            short few,
            char letter,
            int some,
            long many,
            float rough,
            double real,
            String text,
            int[] row) {
        private static String shared(Object value) {
            return "everything " + value;
        }
    }

    /** An interface of its own whose bridge a lambda has to have. */
    interface Named<T> {
        String name(T of);
    }

    interface NamedText extends Named<String> {
        @Override
        String name(String of);
    }

    interface Throwing {
        int call() throws IOException;
    }

    interface WithPrivate {
        private String hidden(String of) {
            return "hidden " + of;
        }

        default UnaryOperator<String> reference() {
            return this::hidden;
        }
    }

    private static final class Inner {
        private final String text;

        private Inner(String text) {
            this.text = text;
        }

        private String text(int times) {
            return text.repeat(times);
        }
    }

    @Override
    public List<String> get() {
        List<String> seen = new ArrayList<>();
        lambdas(seen::add, 7, 8L, 1.5f, 2.5, true, (byte) 3, (short) 4, 'c');
        numbers(seen);
        references(seen);
        interfaces(seen);
        concatenations(seen);
        records(seen);
        return seen;
    }

    private void lambdas(
            java.util.function.Consumer<String> seen,
            int i,
            long l,
            float f,
            double d,
            boolean z,
            byte b,
            short s,
            char c) {
        Supplier<String> all = () -> own + i + l + f + d + z + b + s + c;
        Supplier<String> fewer = () -> "" + d + i + l;
        Supplier<Supplier<String>> nested = () -> () -> all.get() + fewer.get();
        Runnable counts = () -> counter += i;
        counts.run();
        seen.accept(nested.get().get() + counter);
        BiFunction<Integer, Long, Double> sum = (x, y) -> x + y + d;
        seen.accept(String.valueOf(sum.andThen(value -> value * 2).apply(1, 2L)));
        Predicate<String> empty = String::isEmpty;
        seen.accept(String.valueOf(empty.negate().or(text -> text == null).test("")));
    }

    private static void numbers(List<String> seen) {
        IntFunction<Object> boxes = Integer::valueOf;
        IntUnaryOperator negative = x -> -x;
        IntPredicate even = x -> x % 2 == 0;
        ToIntFunction<Integer> unboxes = Integer::intValue;
        ToLongFunction<Integer> widens = Integer::intValue;
        ToDoubleFunction<Long> toDouble = Long::longValue;
        LongFunction<Number> ofLong = Long::valueOf;
        DoubleUnaryOperator root = Math::sqrt;
        IntSupplier letter = () -> 'x';
        Function<Integer, Long> wide = Integer::longValue;
        Function<Character, Boolean> digit = Character::isDigit;
        BinaryOperator<Integer> larger = Math::max;
        BiConsumer<List<Integer>, Integer> drops = List::add;
        List<Integer> list = new ArrayList<>();
        drops.accept(list, larger.apply(3, 4));
        seen.add(Arrays.asList(
                        boxes.apply(1),
                        negative.applyAsInt(2),
                        even.test(3),
                        unboxes.applyAsInt(4),
                        widens.applyAsLong(5),
                        toDouble.applyAsDouble(6L),
                        ofLong.apply(7L),
                        root.applyAsDouble(9),
                        letter.getAsInt(),
                        wide.apply(8),
                        digit.apply('9'),
                        list)
                .toString());
    }

    private void references(List<String> seen) {
        Function<String, Inner> makes = Inner::new;
        BiFunction<Inner, Integer, String> text = Inner::text;
        IntFunction<int[]> rows = int[]::new;
        Function<String, String> upper = of -> of.toUpperCase(Locale.ROOT);
        Supplier<String> mine = this::mine;
        Supplier<String> above = super::toString;
        seen.add(text.apply(makes.apply("ab"), 2) + rows.apply(3).length + upper.apply("u") + mine.get());
        seen.add(String.valueOf(above.get().startsWith(Linkable.class.getName())));
        seen.add(new WithPrivate() {}.reference().apply("one"));
        Function<Object, String> ofNest = Everything::shared;
        seen.add(ofNest.apply(1));
    }

    private String mine() {
        return own;
    }

    private static void interfaces(List<String> seen) {
        NamedText named = text -> "named " + text;
        Named<String> general = named;
        Throwing throwing = () -> {
            throw new IOException("thrown");
        };
        Callable<String> called = () -> "called";
        Comparator<String> order = (Comparator<String> & Serializable) (one, other) -> other.compareTo(one);
        List<String> sorted = new ArrayList<>(List.of("a", "c", "b"));
        sorted.sort(order);
        seen.add(general.name("it") + sorted + (order instanceof Serializable));
        try {
            seen.add(called.call() + throwing.call());
        } catch (Exception e) {
            seen.add(String.valueOf(e.getMessage()));
        }
    }

    private void concatenations(List<String> seen) {
        Object nothing = null;
        char[] letters = {'a'};
        seen.add("a" + counter + 'b' + 2L + 1.5f + 2.5 + true + nothing + (byte) -1 + (short) 5 + own);
        seen.add(String.valueOf(("" + letters).startsWith("[C@")));
        String grows = own;
        grows += counter;
        seen.add(grows);
        seen.add(own + "\1" + own + "\2");
    }

    private static void records(List<String> seen) {
        int[] row = {1};
        Everything one = new Everything(true, (byte) 1, (short) 2, 'c', 3, 4L, 0.0f, Double.NaN, "text", row);
        Everything same = new Everything(true, (byte) 1, (short) 2, 'c', 3, 4L, 0.0f, Double.NaN, "text", row);
        List<Everything> others = List.of(
                new Everything(false, (byte) 1, (short) 2, 'c', 3, 4L, 0.0f, Double.NaN, "text", row),
                new Everything(true, (byte) 2, (short) 2, 'c', 3, 4L, 0.0f, Double.NaN, "text", row),
                new Everything(true, (byte) 1, (short) 2, 'c', 3, 5L, 0.0f, Double.NaN, "text", row),
                new Everything(true, (byte) 1, (short) 2, 'c', 3, 4L, -0.0f, Double.NaN, "text", row),
                new Everything(true, (byte) 1, (short) 2, 'c', 3, 4L, 0.0f, 1.0, "text", row),
                new Everything(true, (byte) 1, (short) 2, 'c', 3, 4L, 0.0f, Double.NaN, "other", row),
                new Everything(true, (byte) 1, (short) 2, 'c', 3, 4L, 0.0f, Double.NaN, "text", new int[] {1}));
        seen.add(String.valueOf(one.equals(same))
                + others.stream().map(one::equals).toList());
        seen.add(String.valueOf(one.equals((Object) "text")) + one.equals(null) + (one.hashCode() == same.hashCode()));
        seen.add(new Everything(true, (byte) 1, (short) 2, 'c', 3, 4L, 0.5f, 0.25, "text", row)
                .toString()
                .replaceAll("@.*", ""));
        seen.add(new Nothing() + " " + new Nothing().hashCode() + new Nothing().equals(new Nothing()));
    }
}
