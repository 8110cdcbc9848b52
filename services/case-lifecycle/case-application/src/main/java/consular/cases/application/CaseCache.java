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
 * ends: such a case is not kept. So {@link #noteBegin} has to know of every command.
 */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signatures
final class CaseCache implements Cache {
    private static final String BEGAN = CaseCache.class.getName() + ".began";

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;
    private final AtomicLong erasures = new AtomicLong();

    CaseCache(long size) {
        entries = Caffeine.newBuilder().maximumSize(size).build();
    }

    /** Notes that a command begins, before it reads anything. */
    void noteBegin(UnitOfWork<?> command) {
        command.root().resources().putIfAbsent(BEGAN, erasures.get());
    }

    private boolean mayKeep() {
        return CurrentUnitOfWork.isStarted()
                && Long.valueOf(erasures.get())
                        .equals(CurrentUnitOfWork.get().root().resources().get(BEGAN));
    }

    @Override
    @SuppressWarnings("NullAway") // Axon expects null for what is not there and says so in words only
    public <K, V> V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        if (mayKeep()) {
            entries.put(key, value);
        }
        // Looked at again behind it: all may have been forgotten in between.
        if (!mayKeep()) {
            entries.invalidate(key);
        }
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        var isAbsent = !entries.asMap().containsKey(key);
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
        return entries.asMap().containsKey(key);
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.asMap().computeIfPresent(key, (_, value) -> update.apply((V) value));
    }

    /** Nobody listens: Axon's repository does not. */
    @Override
    public @Nullable Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("the cache of cases has no listeners");
    }
}
