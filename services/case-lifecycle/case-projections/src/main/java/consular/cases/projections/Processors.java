package consular.cases.projections;

import consular.cases.application.EventFeed;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
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
    private final Map<Generation, Map<Integer, Long>> reported = new EnumMap<>(Generation.class);
    private final Generations generations;
    private final EventFeed feed;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final PromptLog log;
    private final ReadModelWriter writer;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final ScheduledExecutorService watch = threads("read-models-watch", 1);
    private final ScheduledExecutorService coordinators = threads("read-models-coordinator", 2);
    private final ScheduledExecutorService workers = threads("read-models-worker", SEGMENTS);
    private @Nullable Future<?> looking;
    private @Nullable Generation rebuilding;
    private volatile boolean running;
    private volatile @Nullable ReadModelLag lag;

    Processors(
            ReadModelWriter writer,
            Arrivals arrivals,
            Generations generations,
            EventFeed feed,
            Clock clock,
            JdbcClient jdbc,
            StreamableMessageSource<TrackedEventMessage<?>> log,
            TokenStore tokens,
            TransactionManager transactions) {
        this.generations = generations;
        this.feed = feed;
        this.clock = clock;
        this.jdbc = jdbc;
        this.log = new PromptLog(log);
        this.writer = writer;
        this.tokens = tokens;
        this.transactions = transactions;
        for (var generation : Generation.values()) {
            reported.put(generation, new HashMap<>());
            processors.put(
                    generation,
                    PooledStreamingEventProcessor.builder()
                            .name(generation.processor())
                            .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                                    .eventHandlers(new CaseProjection(generation, writer, arrivals))
                                    .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                                    .build())
                            .messageSource(this.log)
                            .tokenStore(tokens)
                            .transactionManager(transactions)
                            .initialSegmentCount(SEGMENTS)
                            .initialToken(StreamableMessageSource::createTailToken)
                            .batchSize(BATCH_SIZE)
                            .tokenClaimInterval(LOOK_EVERY.toMillis())
                            .coordinatorExecutor(coordinators)
                            .workerExecutor(workers)
                            .build());
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        log.start();
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
        safely("say how far the read models are", () -> processors.keySet().forEach(this::report));
        processors.values().forEach(PooledStreamingEventProcessor::shutDown);
        log.stop();
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
        var active = generations.active();
        processors.forEach((generation, processor) -> {
            var wanted = running && (generation == active || generation == rebuilding);
            if (wanted && !processor.isRunning()) {
                processor.start();
            } else if (!wanted && processor.isRunning()) {
                processor.shutDown();
            }
        });
        processors.keySet().forEach(this::report);
        lag = lagOf(active);
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
        reported.put(generation, new HashMap<>());
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
        jdbc.sql("delete from read_model_position where generation = ?")
                .param(generation.name())
                .update();
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
        var positions = positionsHere(generation);
        return positions.size() < SEGMENTS ? 0 : least(positions);
    }

    /** Whether the generation that serves has come as far as a position of the log. */
    boolean hasSeen(long target) {
        return position(generations.active()) >= target;
    }

    /** How far the generation that serves trails the log, on whichever nodes it is filled. */
    ReadModelLag lag() {
        return lagOf(generations.active());
    }

    /** The same as of the last look, at no cost; empty when that look failed. */
    Optional<ReadModelLag> recentLag() {
        return Optional.ofNullable(lag);
    }

    private ReadModelLag lagOf(Generation generation) {
        var head = feed.head();
        var seen = position(generation);
        if (seen >= head) {
            return ReadModelLag.NONE;
        }
        var age = feed.after(seen, 1).stream()
                .map(event -> Duration.between(event.stamp().recordedAt(), clock.instant()))
                .filter(Duration::isPositive)
                .findFirst()
                .orElse(Duration.ZERO);
        return new ReadModelLag(head - seen, age);
    }

    /** Other nodes may have some of the segments; what they have said of them stands in the database. */
    private long position(Generation generation) {
        var positions = new HashMap<Integer, Long>();
        var here = positionsHere(generation);
        if (here.size() < SEGMENTS) {
            jdbc.sql("select segment, position from read_model_position where generation = ?")
                    .param(generation.name())
                    .query(row -> {
                        positions.put(row.getInt("segment"), row.getLong("position"));
                    });
        }
        positions.putAll(here);
        return positions.size() < SEGMENTS ? 0 : least(positions);
    }

    private Map<Integer, Long> positionsHere(Generation generation) {
        var positions = new HashMap<Integer, Long>();
        processor(generation)
                .processingStatus()
                .forEach((segment, status) ->
                        positions.put(segment, status.getCurrentPosition().orElse(0)));
        return positions;
    }

    private static long least(Map<Integer, Long> positions) {
        return positions.values().stream().mapToLong(Long::longValue).min().orElse(0);
    }

    private void report(Generation generation) {
        var news = positionsHere(generation);
        news.entrySet().removeAll(reportedOf(generation).entrySet());
        if (!news.isEmpty()) {
            jdbc.sql("""
                insert into read_model_position (generation, segment, position)
                select ?, segment, position
                from unnest(?::integer[], ?::bigint[]) as news (segment, position)
                order by segment
                on conflict (generation, segment) do update set position = excluded.position
                """)
                    .param(generation.name())
                    .param(news.keySet().stream().map(String::valueOf).toArray(String[]::new))
                    .param(news.values().stream().map(String::valueOf).toArray(String[]::new))
                    .update();
            reportedOf(generation).putAll(news);
        }
    }

    private Map<Integer, Long> reportedOf(Generation generation) {
        return reported.computeIfAbsent(generation, _ -> new HashMap<>());
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

    /** A database that is away for a while must end neither the looking nor the shutting down. */
    private static boolean safely(String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("Could not {}", what, failure);
            return false;
        }
    }

    private static ScheduledExecutorService threads(String name, int count) {
        return Executors.newScheduledThreadPool(
                count, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    }
}
