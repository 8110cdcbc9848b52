package consular.cases.application;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * The cases that were worked on last, so that a command on one of them is decided without reading its
 * events again. The log still checks the version of every append, so a remembered case that another
 * node has since changed costs a second try and never a wrong event.
 */
@SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Axon's signatures
final class CaseCache implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    CaseCache(long size) {
        entries = Caffeine.newBuilder().maximumSize(size).build();
    }

    @Override
    @SuppressWarnings("NullAway") // Axon expects null for what is not there and says so in words only
    public <K, V> V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return entries.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return entries.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
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
