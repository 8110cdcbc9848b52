package consular.cases.application;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * The cases that were worked on last, so that a command on one of them is decided without reading its
 * events again. The log still checks the version of every append, so a remembered case that another
 * node has since changed costs a second try and never a wrong event.
 *
 * <p>After an erasure all are forgotten. A command that began before it holds words that are gone, and hands its case back when it
 * ends: such a case is not kept, and nobody finds it in the moment before that is seen. So {@link #noteBegin} has to know of every
 * command.
 */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signatures
final class CaseCache implements Cache {
    private static final String BEGAN = CaseCache.class.getName() + ".began";
    private static final String WEIGHT = CaseCache.class.getName() + ".weight";

    /** Bytes of events for which a case counts as one; as many as most have. */
    private static final long USUAL = 16 << 10;

    private final com.github.benmanes.caffeine.cache.Cache<Object, Remembered> entries;
    private final AtomicLong erasures = new AtomicLong();

    /**
     * Nothing is remembered yet.
     *
     * @param size of how many cases; a long one takes the room of several
     */
    CaseCache(long size) {
        entries = Caffeine.newBuilder()
                .maximumWeight(size)
                .weigher((Object _, Remembered it) -> it.weight)
                .build();
    }

    /** Notes how long the events of the case are that the command under way has changed. */
    static void noteSize(long bytes) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().resources().put(WEIGHT, (int)
                    Math.min(Integer.MAX_VALUE, 1 + bytes / USUAL));
        }
    }

    private static int weight() {
        return CurrentUnitOfWork.get().root().resources().get(WEIGHT) instanceof Integer noted ? noted : 1;
    }

    /** Notes that a command begins, before it reads anything. */
    void noteBegin(UnitOfWork<?> command) {
        command.root().resources().putIfAbsent(BEGAN, erasures.get());
    }

    /** How many erasures there had been when the command began that is under way; null if it is not known. */
    private static @Nullable Long began() {
        return CurrentUnitOfWork.isStarted()
                ? (Long) CurrentUnitOfWork.get().root().resources().get(BEGAN)
                : null;
    }

    private @Nullable Remembered find(Object key) {
        var found = entries.getIfPresent(key);
        return found == null || found.erasures != erasures.get() ? null : found;
    }

    @Override
    @SuppressWarnings("NullAway") // Axon expects null for what is not there and says so in words only
    public <K, V> V get(K key) {
        var found = find(key);
        return found == null ? null : (V) found.value;
    }

    @Override
    public void put(Object key, Object value) {
        var began = began();
        if (began != null) {
            entries.put(key, new Remembered(value, began, weight()));
        }
        if (began == null || began != erasures.get()) {
            // nobody would find it, and its words are to go
            entries.invalidate(key);
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        var isAbsent = find(key) == null;
        if (isAbsent) {
            put(key, value);
        }
        return isAbsent;
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        erasures.incrementAndGet();
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return find(key) != null;
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap()
                .computeIfPresent(
                        key, (_, old) -> new Remembered(update.apply((V) old.value), old.erasures, old.weight));
    }

    /** Nobody listens: Axon's repository does not. */
    @Override
    public @Nullable Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("the cache of cases has no listeners");
    }

    /** A case, and how many erasures there had been when the command began that handed it back. */
    private record Remembered(Object value, long erasures, int weight) {}
}
