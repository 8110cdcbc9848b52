package consular.benchmarks.ledger;

import consular.benchmarks.notes.Notes;
import consular.benchmarks.target.DurablePostgres;
import consular.benchmarks.target.TemporaryFolder;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.messaging.StreamableMessageSource;

/** A projection built anew from the same log, by a processor as the service has them and by one that is left as Axon has it. */
public final class ReplayRates implements AutoCloseable {
    private static final int FILES = 2000;
    private static final int NOTES_EACH = 100;
    private static final int WRITERS = 4;
    private static final int POOL = 16;

    /** What the read models have. */
    private static final int SEGMENTS = 4;

    private static final int BATCH_SIZE = 500;
    private static final int COORDINATORS = 2;

    private static final int ROUNDS = 3;
    private static final Duration SETTLE = Duration.ofSeconds(2);
    private static final Duration COUNTED = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final long LOOK_EVERY_MILLIS = 5;

    private final TemporaryFolder folder = new TemporaryFolder();
    private final DurablePostgres postgres = new DurablePostgres();
    private final Notes notes = Notes.onLedger(postgres, POOL, folder.path(), 0);
    private final NoteCounts counts = new NoteCounts(notes.pool());
    private final ScheduledExecutorService coordinators = Executors.newScheduledThreadPool(COORDINATORS);
    private final ScheduledExecutorService workers = Executors.newScheduledThreadPool(SEGMENTS);
    private final PrintStream progress;

    /** Events a second; the middle of all rounds. */
    public record Rates(double asConfigured, double withDefaults) {}

    /** Starts a node with an empty log. */
    public ReplayRates(PrintStream progress) {
        this.progress = progress;
        counts.create();
    }

    /** Fills the log; the processors take turns. */
    public Rates measure() {
        fill();
        progress.printf("the log has %,d events%n", head());
        var configured = new ArrayList<Double>();
        var defaults = new ArrayList<Double>();
        for (var round = 1; round <= ROUNDS; round++) {
            defaults.add(withDefaults(round));
            configured.add(asConfigured(round));
            progress.printf(
                    "round %d: %,.0f events a second as configured, %,.0f with the defaults%n",
                    round, configured.getLast(), defaults.getLast());
        }
        return new Rates(middle(configured), middle(defaults));
    }

    private void fill() {
        var left = new AtomicInteger(FILES);
        var tasks = new ArrayList<Callable<Boolean>>();
        for (var writer = 0; writer < WRITERS; writer++) {
            tasks.add(() -> {
                for (var file = left.getAndDecrement(); file > 0; file = left.getAndDecrement()) {
                    var id = UUID.randomUUID().toString();
                    notes.open(id);
                    notes.add(id, Notes.text(file), NOTES_EACH);
                }
                return true;
            });
        }
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (var task : threads.invokeAll(tasks)) {
                task.get();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the log could not be filled", failed.getCause());
        }
        await("every event has its place", () -> head() == FILES * (NOTES_EACH + 1L));
    }

    private long head() {
        var head = notes.log().createHeadToken();
        return head == null ? 0 : head.position().orElse(0);
    }

    /** The whole log: four segments, five hundred events to a batch, each batch written at once. */
    private double asConfigured(int round) {
        counts.clear();
        var processor = PooledStreamingEventProcessor.builder()
                .name("configured-" + round)
                .eventHandlerInvoker(invoker(new NoteCounts.BatchByBatch(counts)))
                .messageSource(notes.log())
                .tokenStore(notes.tokens())
                .transactionManager(notes.transactions())
                .initialSegmentCount(SEGMENTS)
                .initialToken(StreamableMessageSource::createTailToken)
                .batchSize(BATCH_SIZE)
                .coordinatorExecutor(coordinators)
                .workerExecutor(workers)
                .build();
        var events = head();
        var began = System.nanoTime();
        processor.start();
        try {
            await(
                    "the projection has seen the whole log",
                    () -> processor.processingStatus().size() == SEGMENTS
                            && processor.processingStatus().values().stream()
                                    .allMatch(segment ->
                                            segment.getCurrentPosition().orElse(0) >= events));
            var perSecond = events * 1e9 / (System.nanoTime() - began);
            if (counts.notes() != FILES * (long) NOTES_EACH) {
                throw new IllegalStateException("the projection has " + counts.notes() + " notes");
            }
            return perSecond;
        } finally {
            processor.shutDown();
        }
    }

    /**
     * For a while only: one thread, one segment, one event to a batch. Only where it begins is said: Axon's replay token is
     * one that its Jackson 3 serializer writes but refuses to read.
     */
    private double withDefaults(int round) {
        counts.clear();
        var processor = TrackingEventProcessor.builder()
                .name("defaults-" + round)
                .eventHandlerInvoker(invoker(new NoteCounts.EventByEvent(counts)))
                .messageSource(notes.log())
                .tokenStore(notes.tokens())
                .transactionManager(notes.transactions())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken))
                .build();
        processor.start();
        try {
            pause(SETTLE);
            var before = counts.notes();
            var began = System.nanoTime();
            pause(COUNTED);
            var seen = counts.notes() - before;
            var perSecond = seen * 1e9 / (System.nanoTime() - began);
            if (seen == 0 || processor.isError()) {
                throw new IllegalStateException("the processor with the defaults does not work");
            }
            return perSecond;
        } finally {
            processor.shutDown();
        }
    }

    private static EventHandlerInvoker invoker(Object handler) {
        return SimpleEventHandlerInvoker.builder()
                .eventHandlers(handler)
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .build();
    }

    private static void await(String what, BooleanSupplier reached) {
        var end = System.nanoTime() + LONGEST.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("it takes too long until " + what);
            }
            pause(Duration.ofMillis(LOOK_EVERY_MILLIS));
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    @Override
    public void close() {
        notes.close();
        coordinators.shutdownNow();
        workers.shutdownNow();
        postgres.close();
        folder.close();
    }
}
