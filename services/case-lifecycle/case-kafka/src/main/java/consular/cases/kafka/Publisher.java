package consular.cases.kafka;

import consular.cases.application.LogNews;
import consular.cases.application.publishing.PublishedLog;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Publishes the log as long as it is this node's turn, in one thread. Nothing is kept between two rounds but what is in the
 * database, so another node goes on where this one ended; what was acknowledged and not yet recorded there is published again.
 */
final class Publisher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    /** How often a node whose turn it is not looks whether it is. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How soon whoever waits sees that the service stops. */
    private static final Duration SLICE = Duration.ofMillis(100);

    /** Between two rounds that were no full batches, so that a busy log is not published event by event. */
    private static final Duration PACE = Duration.ofMillis(50);

    /** How long a stop waits for what is under way before it breaks it off, and for that. Nobody else's stop may be held up by brokers. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int MOST_DOUBLINGS = 30;

    private final PublishedLog log;
    private final LogNews news;
    private final Publications publications;
    private final KafkaProperties properties;
    private final AtomicLong failures = new AtomicLong();
    private volatile boolean stopping;
    private volatile @Nullable Thread thread;
    private volatile @Nullable Opened opened;
    private int failuresInARow;

    /** Not while the lease is given up at the end; guarded by this. */
    private boolean interruptible;

    Publisher(PublishedLog log, LogNews news, Publications publications, KafkaProperties properties) {
        this.log = log;
        this.news = news;
        this.publications = publications;
        this.properties = properties;
    }

    /** The topic, opened within an epoch of the lease. */
    private record Opened(long epoch, Topic topic) {}

    /** Whether it is this node that publishes. */
    boolean isPublishing() {
        return opened != null;
    }

    /** How often it could not. */
    long failures() {
        return failures.get();
    }

    private void run() {
        try {
            while (!stopping) {
                attempt();
            }
        } catch (InterruptedException _) {
            // nobody interrupts it but stop()
        }
        synchronized (this) {
            interruptible = false;
            // closing and releasing are waits too
            var _ = Thread.interrupted();
        }
        giveUp();
    }

    private void attempt() throws InterruptedException {
        try {
            round();
        } catch (RuntimeException | Error failure) {
            // nobody would begin the thread again
            if (!stopping) {
                fail(failure);
            }
        }
    }

    private void round() throws InterruptedException {
        var taken = publications.take();
        if (taken.isEmpty()) {
            close();
            pause(LOOK);
            return;
        }
        var turn = taken.get();
        var mine = opened;
        if (mine == null || mine.epoch() != turn.epoch()) {
            // what an earlier node has still under way is refused from here on; only then is its position the last word
            close();
            opened = new Opened(turn.epoch(), Topic.open(properties));
            return;
        }
        var events = log.after(turn.position(), properties.batch());
        if (events.isEmpty()) {
            failuresInARow = 0;
            awaitMoreThan(turn.position());
            return;
        }
        mine.topic().publish(events);
        failuresInARow = 0;
        if (!publications.advance(turn, events.getLast().position())) {
            close();
        } else if (events.size() < properties.batch()) {
            pause(PACE);
        }
    }

    /** No longer than the lease is safe. */
    private void awaitMoreThan(long position) throws InterruptedException {
        var end = System.nanoTime() + properties.lease().dividedBy(4).toNanos();
        while (!stopping && System.nanoTime() < end) {
            if (news.awaitMoreThan(position, SLICE)) {
                return;
            }
        }
    }

    private void pause(Duration length) throws InterruptedException {
        var end = System.nanoTime() + length.toNanos();
        for (var left = length.toNanos(); !stopping && left > 0; left = end - System.nanoTime()) {
            Thread.sleep(Duration.ofNanos(Math.min(left, SLICE.toNanos())));
        }
    }

    /** Another node may fare better. */
    private void fail(Throwable failure) throws InterruptedException {
        failures.incrementAndGet();
        failuresInARow++;
        LOG.warn("Could not publish to {} ({}); trying again", properties.topic(), reason(failure));
        LOG.debug("Why it could not be published", failure);
        giveUp();
        pause(backoff());
    }

    private Duration backoff() {
        var doubled = properties.firstPause().multipliedBy(1L << Math.min(failuresInARow - 1, MOST_DOUBLINGS));
        return doubled.compareTo(properties.longestPause()) < 0 ? doubled : properties.longestPause();
    }

    /** What a broker said, or else no more than the kind of the failure: its words may hold personal data, or a secret setting. */
    private static String reason(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ApiException || cause instanceof ConfigException) {
                return cause.getClass().getSimpleName() + ": " + cause.getMessage();
            }
        }
        return failure.getClass().getName();
    }

    private void close() {
        var mine = opened;
        opened = null;
        if (mine == null) {
            return;
        }
        try {
            mine.topic().close();
        } catch (RuntimeException | Error failure) {
            // it is of no use any more, closed or not; what it has under way is refused when the topic is opened again
            LOG.warn("Could not close what publishes to {} ({})", properties.topic(), reason(failure));
            LOG.debug("Why it could not be closed", failure);
        }
    }

    private void giveUp() {
        close();
        try {
            publications.release();
        } catch (RuntimeException | Error unavailable) {
            LOG.warn(
                    "Other nodes publish to {} only after the lease ({})",
                    properties.topic(),
                    unavailable.getClass().getName());
        }
    }

    @Override
    public synchronized void start() {
        stopping = false;
        interruptible = true;
        thread = Thread.ofPlatform().daemon().name("kafka").start(this::run);
    }

    /** Ends after what is under way, or breaks it off when that takes too long, and then lets other nodes go on at once. */
    @Override
    public void stop() {
        stopping = true;
        var running = thread;
        if (running == null) {
            return;
        }
        try {
            if (!running.join(GRACE)) {
                interrupt(running);
                running.join(GRACE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    private synchronized void interrupt(Thread running) {
        if (interruptible) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
