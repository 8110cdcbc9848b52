package consular.cases.projections;

import consular.cases.application.EventFeed;
import consular.cases.application.TriedAgain;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs the event processor of the generation that serves, and during a rebuild on this node that of the other. Each
 * second it looks which one serves, since another node may have switched.
 */
final class Processors implements SmartLifecycle, DisposableBean {
    /** Four segments are half again as fast as one in a replay, and still leave a small pool its connections. */
    static final int SEGMENTS = 4;

    private static final int BATCH_SIZE = 500;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Processors.class);

    private final Map<Generation, PooledStreamingEventProcessor> processors = new EnumMap<>(Generation.class);
    private final Generations generations;
    private final Positions positions;
    private final LiveNodes nodes;
    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final ReadModelWriter writer;
    private final CaseIntakes intakes;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final ScheduledExecutorService watch = threads("read-models-watch", 1);
    private final ScheduledExecutorService coordinators = threads("read-models-coordinator", 2);
    private final ScheduledExecutorService workers = threads("read-models-worker", SEGMENTS);
    private @Nullable Future<?> looking;
    private volatile @Nullable Generation rebuilding;
    private volatile boolean running;
    private volatile @Nullable ReadModelLag lag;

    Processors(
            ReadModelWriter writer,
            CaseIntakes intakes,
            Arrivals arrivals,
            Generations generations,
            EventFeed feed,
            Clock clock,
            JdbcClient jdbc,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions) {
        this.generations = generations;
        this.positions = new Positions(this::processor, feed, clock, jdbc);
        this.nodes = new LiveNodes(jdbc);
        this.log = log;
        this.writer = writer;
        this.intakes = intakes;
        this.tokens = tokens;
        this.transactions = transactions;
        for (var generation : Generation.values()) {
            processors.put(
                    generation,
                    PooledStreamingEventProcessor.builder()
                            .name(generation.processor())
                            .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                                    .eventHandlers(new CaseProjection(generation, intakes.of(generation), arrivals))
                                    .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                                    .build())
                            .errorHandler(TriedAgain.errorHandler())
                            .messageSource(this.log)
                            .tokenStore(tokens)
                            .transactionManager(transactions)
                            .initialSegmentCount(SEGMENTS)
                            .initialToken(StreamableMessageSource::createTailToken)
                            .batchSize(BATCH_SIZE)
                            .maxSegmentProvider(_ -> segmentsOf(generation))
                            .tokenClaimInterval(LOOK_EVERY.toMillis())
                            .claimExtensionThreshold(LOOK_EVERY.toMillis())
                            .enableCoordinatorClaimExtension()
                            .coordinatorExecutor(coordinators)
                            .workerExecutor(workers)
                            .build());
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        looking = watch.scheduleWithFixedDelay(this::lookSafely, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** May be started again afterwards. */
    @Override
    public synchronized void stop() {
        running = false;
        if (looking != null) {
            looking.cancel(false);
        }
        // What others say of the lag while nobody works rests on this last word.
        safely("say how far the read models are", () -> processors.keySet().forEach(positions::report));
        processors.values().forEach(PooledStreamingEventProcessor::shutDown);
        safely("leave the work to other nodes", nodes::leave);
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
        coordinators.shutdown();
        workers.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Sees to it that just those processors run that should. */
    synchronized void look() {
        if (running) {
            nodes.say();
        }
        var active = generations.active();
        processors.forEach((generation, processor) -> {
            var wanted = running && (generation == active || generation == rebuilding);
            if (wanted && !processor.isRunning()) {
                processor.start();
            } else if (!wanted && processor.isRunning()) {
                processor.shutDown();
            }
        });
        processors.keySet().forEach(positions::report);
        lag = positions.lagOf(active);
    }

    /**
     * Empties a generation that does not serve and starts to fill it from the beginning of the log.
     *
     * @throws UnableToClaimTokenException when another node has not yet stopped its processor
     */
    synchronized void startOver(Generation generation) {
        var processor = processor(generation);
        if (processor.isRunning()) {
            processor.shutDown();
        }
        transactions.executeInTransaction(() -> empty(generation));
        rebuilding = generation;
        processor.start();
    }

    /**
     * First it claims the tokens, which fails while any other node works on them. Not {@code resetTokens}: the replay
     * token that it stores is one that Axon's Jackson 3 serializer writes but refuses to read.
     */
    private void empty(Generation generation) {
        var segments = tokens.fetchSegments(generation.processor());
        for (var segment : segments) {
            tokens.fetchToken(generation.processor(), segment);
        }
        writer.clear(generation);
        intakes.of(generation).clear();
        positions.forget(generation);
        var tail = log.createTailToken();
        for (var segment : segments) {
            tokens.storeToken(tail, generation.processor(), segment);
        }
    }

    /** Leaves the rebuilt generation to itself; it goes on only if it serves by now. */
    void rebuildIsOver() {
        synchronized (this) {
            rebuilding = null;
        }
        lookSafely();
    }

    synchronized boolean isRebuilding() {
        return rebuilding != null;
    }

    /** The position up to which this node has filled a generation; 0 while it does not have all of its segments. */
    long positionHere(Generation generation) {
        return positions.here(generation);
    }

    /** Whether the generation that serves has come as far as a position of the log. */
    boolean hasSeen(long target) {
        return positions.of(generations.active()) >= target;
    }

    /** How far the generation that serves trails the log, on whichever nodes it is filled. */
    ReadModelLag lag() {
        return positions.lagOf(generations.active());
    }

    /** The same as of the last look, at no cost; empty when that look failed. */
    Optional<ReadModelLag> recentLag() {
        return Optional.ofNullable(lag);
    }

    /** A rebuild is the work of one node, and only those that serve are shared. */
    private int segmentsOf(Generation generation) {
        return generation == rebuilding ? SEGMENTS : nodes.shareOf(SEGMENTS);
    }

    private PooledStreamingEventProcessor processor(Generation generation) {
        var processor = processors.get(generation);
        if (processor == null) {
            throw new IllegalStateException("there is a processor for every generation");
        }
        return processor;
    }

    private void lookSafely() {
        if (!safely("look which read models serve", this::look)) {
            lag = null;
        }
    }

    /** Whatever goes wrong, a database that is away for a while or worse, must end neither the looking nor the shutting down. */
    private static boolean safely(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException | Error failure) {
            LOG.warn("Could not {}", what, failure);
            return false;
        }
    }

    private static ScheduledExecutorService threads(String name, int count) {
        return Executors.newScheduledThreadPool(
                count, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }
}
