package consular.cases.projections;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log, with word of new events. A pooled processor sleeps half a second whenever it finds nothing to do, unless its
 * stream promises to call it; Axon's embedded event store promises nothing. So one thread follows the log's end, which
 * costs no query of its own, and calls.
 */
final class PromptLog implements StreamableMessageSource<TrackedEventMessage<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(PromptLog.class);

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final Set<Runnable> sleepers = ConcurrentHashMap.newKeySet();
    private @Nullable Thread follower;

    PromptLog(StreamableMessageSource<TrackedEventMessage<?>> log) {
        this.log = log;
    }

    synchronized void start() {
        follower = Thread.ofPlatform().daemon().name("read-models-follower").start(this::follow);
    }

    synchronized void stop() {
        if (follower != null) {
            follower.interrupt();
            follower = null;
        }
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new PromptStream(log.openStream(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return log.createTokenAt(dateTime);
    }

    /** Without it processors find new events by themselves within a second, so a failure is no more than a delay. */
    private void follow() {
        while (!Thread.currentThread().isInterrupted()) {
            try (var end = log.openStream(log.createHeadToken())) {
                while (true) {
                    if (end.hasNextAvailable(1, TimeUnit.SECONDS)) {
                        end.nextAvailable();
                        sleepers.forEach(Runnable::run);
                    }
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("Lost the end of the log; looking for it again", failure);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(1000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private final class PromptStream implements BlockingStream<TrackedEventMessage<?>> {
        private final BlockingStream<TrackedEventMessage<?>> stream;
        private @Nullable Runnable sleeper;

        private PromptStream(BlockingStream<TrackedEventMessage<?>> stream) {
            this.stream = stream;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return stream.peek();
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            return stream.hasNextAvailable(timeout, unit);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            return stream.nextAvailable();
        }

        @Override
        public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
            stream.skipMessagesWithPayloadTypeOf(ignored);
        }

        @Override
        public boolean setOnAvailableCallback(Runnable callback) {
            sleeper = callback;
            sleepers.add(callback);
            return true;
        }

        @Override
        public void close() {
            if (sleeper != null) {
                sleepers.remove(sleeper);
            }
            stream.close();
        }
    }
}
