package consular.ledger.postgres.secrets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The keys of persons at hand. Those used last are remembered, and are good for {@link #GOOD_FOR} after a look has shown that nobody
 * was erased meanwhile, on any node: so whoever was erased is out of reach everywhere as soon as that is over.
 */
final class DataKeys {

    /** How long a node may go on with a key that another node has destroyed. */
    static final Duration GOOD_FOR = Duration.ofSeconds(2);

    private static final int REMEMBERED = 50_000;

    private final DataKeyTable table;
    private final LongSupplier nanos;
    private final Cache<UUID, DataKey> remembered;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock looking = new ReentrantLock();
    /** Held for a moment by whoever remembers keys, or forgets all: nothing is remembered of a time before the last erasure. */
    private final ReentrantLock remembering = new ReentrantLock();

    private volatile long erasures = -1;

    /** The erasures that all listeners were told of; only by whoever looks. */
    private long told = -1;

    private volatile long lookedAt;

    DataKeys(DataKeyTable table, LongSupplier nanos) {
        this(table, nanos, Caffeine.newBuilder().maximumSize(REMEMBERED).build());
    }

    /** For whoever wants to see what is remembered. */
    DataKeys(DataKeyTable table, LongSupplier nanos, Cache<UUID, DataKey> remembered) {
        this.table = table;
        this.nanos = nanos;
        this.remembered = remembered;
    }

    /** Has something done whenever somebody was erased, on this node or on another. */
    void onErasure(Runnable listener) {
        listeners.add(listener);
    }

    /** Looks whether anybody was erased, and forgets all keys if so. */
    void look() {
        looking.lock();
        try {
            var now = nanos.getAsLong();
            var number = table.erasures();
            if (number != erasures) {
                forgetAll(number);
            }
            if (number != told) {
                listeners.forEach(Runnable::run);
                told = number;
            }
            lookedAt = now;
        } finally {
            looking.unlock();
        }
    }

    private void forgetAll(long number) {
        remembering.lock();
        try {
            erasures = number;
            remembered.invalidateAll();
        } finally {
            remembering.unlock();
        }
    }

    /** What there is of the keys of these persons; those without one are left out. */
    Map<UUID, DataKey> of(Collection<UUID> persons) {
        if (erasures < 0 || nanos.getAsLong() - lookedAt > GOOD_FOR.toNanos()) {
            look();
        }
        while (true) {
            var before = erasures;
            var keys = new HashMap<>(remembered.getAllPresent(persons));
            var unknown = persons.stream()
                    .filter(person -> !keys.containsKey(person))
                    .distinct()
                    .toList();
            if (unknown.isEmpty()) {
                return keys;
            }
            var found = table.find(unknown);
            if (remember(before, found)) {
                keys.putAll(found);
                return keys;
            }
            // Somebody was erased while these were read; it may have been one of them.
        }
    }

    /** Remembers keys, unless somebody was erased since: it may have been one of their persons. */
    private boolean remember(long before, Map<UUID, DataKey> keys) {
        remembering.lock();
        try {
            if (erasures != before) {
                return false;
            }
            remembered.putAll(keys);
            return true;
        } finally {
            remembering.unlock();
        }
    }

    /**
     * The keys to seal with. Whoever has none gets one, which is good once it is stored.
     *
     * @param made keys that were made for the same append; more are added
     * @param likelyNew whether not to look for what is hardly there
     */
    Map<UUID, byte[]> forWriting(List<UUID> persons, Map<UUID, NewKey> made, boolean likelyNew) {
        var asked = persons.stream().filter(person -> !made.containsKey(person)).toList();
        var known = likelyNew ? remembered.getAllPresent(asked) : of(asked);
        var before = erasures;
        var usable = new HashMap<UUID, byte[]>();
        for (var person : persons) {
            var key = known.get(person);
            usable.put(
                    person,
                    key == null
                            ? made.computeIfAbsent(person, it -> table.make(it, before))
                                    .dataKey()
                            : usable(person, key));
        }
        return usable;
    }

    /**
     * Remembers keys that were stored by now. Not those that were made before the last erasure that this node knows of: it may have been one
     * of their persons, and nothing would make the node forget them again.
     */
    void stored(Collection<NewKey> keys) {
        var before = erasures;
        var current = keys.stream()
                .filter(key -> key.erasures() == before)
                .collect(Collectors.toMap(NewKey::person, key -> (DataKey) new DataKey.Usable(key.dataKey())));
        if (!current.isEmpty()) {
            remember(before, current);
        }
    }

    void requireOpenable() {
        table.requireOpenable();
    }

    long damaged() {
        return table.damaged();
    }

    void countDamaged() {
        table.countDamaged();
    }

    /** Finds the keys of persons who turned out to have one. */
    void learn(Collection<UUID> persons) {
        remembered.invalidateAll(persons);
        of(persons);
    }

    private static byte[] usable(UUID person, DataKey key) {
        return switch (key) {
            case DataKey.Usable(var bytes) -> bytes;
            case DataKey.Destroyed(var position) -> throw new PersonErased(person, position);
        };
    }
}
