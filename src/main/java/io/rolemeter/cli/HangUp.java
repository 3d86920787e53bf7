package io.rolemeter.cli;

import java.lang.reflect.Proxy;

/** The signal SIGHUP, by which daemons are told to read their configuration again. */
final class HangUp {
    private HangUp() {}

    /**
     * Java hears of signals only through {@code sun.misc.Signal}, which every JDK so far has and whose mere name the compiler
     * warns of; so it is looked up by name.
     */
    static void runs(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling = Proxy.newProxyInstance(
                    handler.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        action.run();
                        return null;
                    });
            Object hangUp = signal.getConstructor(String.class).newInstance("HUP");
            signal.getMethod("handle", signal, handler).invoke(null, hangUp, handling);
        } catch (ReflectiveOperationException e) {
            throw new CommandFailedException(
                    "This Java cannot hear of SIGHUP; run a standard JDK or JRE of version 17 or later.");
        }
    }
}
