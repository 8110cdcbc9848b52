package consular.cases.projections;

import consular.cases.application.CaseHistories;
import consular.cases.application.EventFeed;
import consular.cases.application.StoredEvent;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.CaseId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/** A log in memory: what the store promises to the read side, and no more. Positions start at 1. */
final class MemoryLog implements CaseHistories, EventFeed, StreamableMessageSource<TrackedEventMessage<?>> {
    private final List<StoredEvent> log = new ArrayList<>();
    private final Set<Runnable> sleepers = ConcurrentHashMap.newKeySet();
    private final Map<CaseId, List<StoredEvent>> cases = new HashMap<>();
    private final Set<CaseId> garbled = new HashSet<>();

    synchronized void append(CaseId caseId, List<RecordedEvent> events) {
        for (var line : events) {
            var stored =
                    new StoredEvent(caseId, UUID.randomUUID().toString(), line.event(), line.stamp(), log.size() + 1L);
            log.add(stored);
            cases.computeIfAbsent(caseId, _ -> new ArrayList<>()).add(stored);
        }
        notifyAll();
        sleepers.forEach(Runnable::run);
    }

    private int mostAtOnce;

    synchronized void clear() {
        log.clear();
        cases.clear();
    }

    synchronized List<StoredEvent> of(CaseId caseId) {
        return List.copyOf(cases.getOrDefault(caseId, List.of()));
    }

    /** Lets the history of a case, and of all that are read with it, be unreadable. */
    synchronized void garble(CaseId caseId) {
        garbled.add(caseId);
    }

    /** How many cases somebody has asked for that were to be in memory together. */
    synchronized int mostAtOnce() {
        return mostAtOnce;
    }

    synchronized List<CaseId> caseIds() {
        return List.copyOf(cases.keySet());
    }

    @Override
    public synchronized Map<CaseId, List<StoredEvent>> of(Collection<CaseId> caseIds) {
        if (!Collections.disjoint(garbled, caseIds)) {
            throw new IllegalStateException("an event holds what nobody can read");
        }
        mostAtOnce = Math.max(mostAtOnce, caseIds.size());
        var found = new LinkedHashMap<CaseId, List<StoredEvent>>();
        for (var caseId : caseIds) {
            var history = of(caseId);
            if (!history.isEmpty()) {
                found.put(caseId, history);
            }
        }
        return found;
    }

    /** One case at a time, as where all are long. */
    @Override
    public void forEachPortion(Collection<CaseId> caseIds, Consumer<Map<CaseId, List<StoredEvent>>> consumer) {
        for (var caseId : caseIds) {
            var portion = of(List.of(caseId));
            if (!portion.isEmpty()) {
                consumer.accept(portion);
            }
        }
    }

    @Override
    public synchronized List<StoredEvent> after(long position, int limit) {
        var from = (int) Math.min(position, log.size());
        return List.copyOf(log.subList(from, Math.min(from + limit, log.size())));
    }

    @Override
    public synchronized long head() {
        return log.size();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(head());
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new Tail(token == null ? 0 : token.position().orElse(0));
    }

    /** All events of a case as they are delivered. */
    synchronized List<DomainEventMessage<?>> messagesOf(CaseId caseId) {
        return of(List.of(caseId)).getOrDefault(caseId, List.of()).stream()
                .<DomainEventMessage<?>>map(stored -> (DomainEventMessage<?>) message(stored))
                .toList();
    }

    private static TrackedEventMessage<?> message(StoredEvent stored) {
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(Objects.requireNonNull(stored.position())),
                new GenericDomainEventMessage<>(
                        "Case",
                        stored.caseId().toString(),
                        stored.stamp().sequence(),
                        stored.event(),
                        MetaData.emptyInstance(),
                        stored.eventId(),
                        stored.stamp().recordedAt()));
    }

    private final class Tail implements BlockingStream<TrackedEventMessage<?>> {
        private long position;
        private @Nullable Runnable sleeper;

        private Tail(long position) {
            this.position = position;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return after(position, 1).stream().findFirst().map(MemoryLog::message);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            synchronized (MemoryLog.this) {
                if (head() <= position && timeout > 0) {
                    unit.timedWait(MemoryLog.this, timeout);
                }
                return head() > position;
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                // As the interface has it, until there is one.
            }
            var next = message(after(position, 1).getFirst());
            position++;
            return next;
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
        }
    }
}
