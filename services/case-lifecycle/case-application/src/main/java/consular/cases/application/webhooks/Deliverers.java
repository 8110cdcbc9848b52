package consular.cases.application.webhooks;

import consular.cases.application.LogNews;
import consular.cases.application.PlainCause;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Delivers every subscription that no other node does, each in a thread of its own. Looks every second whether a lease is free,
 * and whether somebody changed a subscription, which ends its lease here.
 */
final class Deliverers implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Deliverers.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

    /** Between two rounds in which there is something to send; a page is more than anybody takes in that time. */
    private static final Duration PACE = Duration.ofMillis(50);

    private final UUID node = UUID.randomUUID();
    private final Delivery.Means means;
    private final LogNews news;
    private final Map<UUID, Worker> workers = new HashMap<>();
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;

    Deliverers(Delivery.Means means, LogNews news) {
        this.means = means;
        this.news = news;
    }

    private record Worker(Lease lease, Thread thread) {}

    private void run() {
        while (!stopping) {
            try {
                look(means.deliveries().lease(node, means.properties().lease()));
            } catch (RuntimeException | Error failure) {
                LOG.warn(
                        "Can't see which webhooks to deliver ({}); trying again",
                        PlainCause.of(failure).toString());
            }
            if (!sleep(LOOK)) {
                return;
            }
        }
    }

    /** Another thread begins on a subscription when the one before has ended, so that never two send the same. */
    private void look(List<Lease> leases) {
        workers.values().removeIf(worker -> !worker.thread().isAlive());
        var left = new HashMap<>(workers);
        for (var lease : leases) {
            var worker = left.remove(lease.subscription());
            if (worker == null) {
                workers.put(lease.subscription(), begin(lease));
            } else if (worker.lease().isSame(lease)) {
                worker.lease().renew(lease);
            } else {
                worker.lease().end();
            }
        }
        left.values().forEach(worker -> worker.lease().end());
    }

    private Worker begin(Lease lease) {
        var thread = Thread.ofVirtual().name("webhook-" + lease.subscription()).unstarted(() -> deliver(lease));
        thread.start();
        return new Worker(lease, thread);
    }

    private void deliver(Lease lease) {
        var delivery = new Delivery(lease, means);
        while (goesOn(lease)) {
            try {
                var next = delivery.round();
                if (next.isEmpty()) {
                    return;
                }
                await(lease, next.get());
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error failure) {
                // what the failure says may hold personal data, which has no place in the service's own log
                LOG.warn(
                        "Could not deliver subscription {} ({}); trying again",
                        lease.subscription(),
                        PlainCause.of(failure).toString());
                if (!sleep(PAUSE_AFTER_FAILURE)) {
                    return;
                }
            }
        }
    }

    private boolean goesOn(Lease lease) {
        return !stopping && lease.lasts(means.properties().timeout().multipliedBy(2));
    }

    private void await(Lease lease, Delivery.Next next) throws InterruptedException {
        var end = System.nanoTime() + Math.max(PACE.toNanos(), next.pause().toNanos());
        for (var left = end - System.nanoTime(); left > 0 && goesOn(lease); left = end - System.nanoTime()) {
            var slice = Duration.ofNanos(Math.min(left, LOOK.toNanos()));
            if (!next.listens()) {
                Thread.sleep(slice);
            } else if (news.awaitMoreThan(next.position(), slice)) {
                return;
            }
        }
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        stopping = false;
        thread = Thread.ofPlatform().daemon().name("webhooks").start(this::run);
    }

    /** Ends after the attempts that are under way, and then lets other nodes go on at once. */
    @Override
    public void stop() {
        stopping = true;
        var running = thread;
        if (running == null) {
            return;
        }
        running.interrupt();
        try {
            var patience = means.properties().timeout().plus(LOOK);
            running.join(patience);
            var end = System.nanoTime() + patience.toNanos();
            for (var worker : workers.values()) {
                worker.thread().join(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
            }
            if (workers.values().stream().noneMatch(worker -> worker.thread().isAlive())) {
                means.deliveries().release(node);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Other nodes deliver webhooks only after the lease ({})",
                    PlainCause.of(failure).toString());
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
