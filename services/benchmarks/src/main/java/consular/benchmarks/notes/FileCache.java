package consular.benchmarks.notes;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/** Remembers every file, until it is told to forget them all. */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signatures
final class FileCache implements Cache {
    private final ConcurrentMap<Object, Object> entries = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("NullAway") // Axon expects null for what is not there and says so in words only
    public <K, V> V get(K key) {
        return (V) entries.get(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.clear();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.computeIfPresent(key, (_, value) -> update.apply((V) value));
    }

    /** Nobody listens: Axon's repository does not. */
    @Override
    public @Nullable Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("the cache of files has no listeners");
    }
}
