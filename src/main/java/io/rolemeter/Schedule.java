package io.rolemeter;

import io.rolemeter.collect.Collector;
import io.rolemeter.model.CollectorName;
import io.rolemeter.model.Fact;
import io.rolemeter.model.RoleFact;
import io.rolemeter.model.RoleSession;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Lets every collector run at its own interval, each on a thread of its own: one that hangs holds up no other, and shows as
 * stale. The others than keys and logs begin when the role has been looked at, in vain or not, because they ask AWS with what
 * it brings, or ask whether it is there.
 */
final class Schedule implements AutoCloseable {
    /** How old a thought may be before the same facts are thought over: time alone makes credentials expire and facts stale. */
    private static final Duration RETHINK = Duration.ofSeconds(5);

    /** How often the facts of another process are looked for: a question to the file system, unless they are new. */
    private static final Duration LISTEN = Duration.ofSeconds(2);

    private static final double JITTER = 0.1;

    private final Agent agent;
    private final Clock clock;
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch roleSeen = new CountDownLatch(1);
    private final Semaphore callerWanted = new Semaphore(0);
    private volatile Optional<RoleSession> session = Optional.empty();
    private volatile boolean closed;

    private Schedule(Agent agent, Clock clock) {
        this.agent = agent;
        this.clock = clock;
    }

    static Schedule start(Collectors collectors, Clock clock, Agent agent) {
        Schedule schedule = new Schedule(agent, clock);
        schedule.loop(collectors.role(), new CountDownLatch(0), new Semaphore(0));
        if (collectors.host() instanceof Collectors.Looking looking) {
            schedule.loop(looking.keys(), new CountDownLatch(0), new Semaphore(0));
            schedule.loop(looking.logs(), new CountDownLatch(0), new Semaphore(0));
            schedule.loop(looking.workload(), schedule.roleSeen, new Semaphore(0));
        }
        if (collectors.host() instanceof Collectors.Told told) {
            schedule.thread("facts", () -> schedule.listen(told));
        }
        schedule.loop(collectors.caller(), schedule.roleSeen, schedule.callerWanted);
        schedule.loop(collectors.probe(), schedule.roleSeen, collectors.probed());
        schedule.thread("rethink", schedule::rethink);
        agent.watch();
        schedule.threads.forEach(Thread::start);
        return schedule;
    }

    /** @param wanted a permit makes the collector run at once, and puts off nothing of its ordinary runs */
    private void loop(Collector collector, CountDownLatch begin, Semaphore wanted) {
        Cycle cycle = new Cycle(collector, clock);
        thread(collector.name().label(), () -> {
            begin.await();
            long next = System.nanoTime();
            while (!closed) {
                Cycle.Result result = cycle.run();
                if (!closed) {
                    agent.take(result);
                    result.fact().ifPresent(this::follow);
                    if (collector.name() == CollectorName.ROLE) {
                        roleSeen.countDown();
                    }
                }
                if (next - System.nanoTime() <= 0) {
                    next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(jittered(cycle.interval()));
                }
                wanted.tryAcquire(next - System.nanoTime(), TimeUnit.NANOSECONDS);
                wanted.drainPermits();
            }
        });
    }

    /** After a rotation the caller is asked for at once. */
    private void follow(Fact fact) {
        if (fact instanceof RoleFact role) {
            boolean first = roleSeen.getCount() > 0;
            if (!first && !role.session().equals(session)) {
                callerWanted.release();
            }
            session = role.session();
        }
    }

    /** Takes what another process tells, as soon as it does. */
    private void listen(Collectors.Told told) throws InterruptedException {
        roleSeen.await();
        while (!closed) {
            List<Cycle.Result> results = told.facts().look(told.role().get());
            if (!results.isEmpty()) {
                agent.take(results);
            }
            TimeUnit.MILLISECONDS.sleep(LISTEN.toMillis());
        }
    }

    private void rethink() throws InterruptedException {
        Duration pause = RETHINK;
        while (!closed) {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis() + 1);
            if (agent.callerOutdated()) {
                callerWanted.release();
            }
            pause = agent.rethink(RETHINK);
        }
    }

    private static long jittered(Duration interval) {
        double spread = 1 + JITTER * (ThreadLocalRandom.current().nextDouble() - 0.5);
        return (long) (interval.toMillis() * spread);
    }

    private interface Interruptible {
        void run() throws InterruptedException;
    }

    private void thread(String name, Interruptible work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (InterruptedException e) {
                        // The schedule was closed: the thread ends here.
                    }
                },
                "rolemeter-" + name);
        thread.setDaemon(true);
        threads.add(thread);
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
    }
}
