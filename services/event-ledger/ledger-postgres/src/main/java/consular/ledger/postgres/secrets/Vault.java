package consular.ledger.postgres.secrets;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts what events say of persons under their keys, and takes it out again.
 *
 * <p>Methods throw Spring's {@code DataAccessException} when the database cannot answer, and {@link Unopenable} when a stored part
 * is not what it was.
 */
public final class Vault {

    private final PersonalData personal;
    private final DataKeys keys;

    /** A vault for what the application says is personal. */
    public Vault(JdbcClient jdbc, PersonalData personal, KeyWrapping wrapping) {
        this(personal, new DataKeys(new DataKeyTable(jdbc, wrapping), System::nanoTime));
    }

    Vault(PersonalData personal, DataKeys keys) {
        this.personal = personal;
        this.keys = keys;
    }

    /**
     * Parts an event that is to be stored in a place.
     *
     * @param made the keys that were made for the same append; to be stored with it, and more are added
     * @throws PersonErased if it is about somebody whose data was erased
     */
    public Closed close(PlainEvent event, Place place, Map<UUID, NewKey> made) {
        var split = personal.split(event);
        if (split.secrets().isEmpty()) {
            return new Closed(split.clear(), List.of());
        }
        var persons = split.secrets().stream().map(PersonalData.Secret::person).toList();
        // In the first event of a stream nobody is known yet, as a rule.
        var dataKeys = keys.forWriting(persons, made, place.sequence() == 0);
        var parts = split.secrets().stream()
                .map(secret -> PartCipher.seal(Objects.requireNonNull(dataKeys.get(secret.person())), place, secret))
                .toList();
        return new Closed(split.clear(), parts);
    }

    /** Tells that keys which were made for an append are stored with it. */
    public void stored(Collection<NewKey> made) {
        keys.stored(made);
    }

    /** Tells that persons for whom keys were made have some already. */
    public void learn(Collection<UUID> persons) {
        keys.learn(persons);
    }

    /** Puts events together again. What was of an erased person stays out, and the application says so in its place. */
    public List<PlainEvent> open(List<Stored> events) {
        var persons = new HashSet<UUID>();
        for (var event : events) {
            event.parts().forEach(part -> persons.add(part.person()));
        }
        if (persons.isEmpty()) {
            return events.stream().map(Stored::clear).toList();
        }
        var found = keys.of(persons);
        if (events.stream().anyMatch(event -> isErasedMeanwhile(event, found))) {
            // on another node, and this one has not looked since
            keys.look();
            var known = keys.of(persons);
            return events.stream().map(event -> open(event, known)).toList();
        }
        return events.stream().map(event -> open(event, found)).toList();
    }

    /** Has the keys of many persons at hand, for whoever is going to open their events one by one. */
    public void fetchKeys(Collection<UUID> persons) {
        if (!persons.isEmpty()) {
            keys.of(persons);
        }
    }

    private static boolean isErasedMeanwhile(Stored event, Map<UUID, DataKey> found) {
        return event.parts().stream()
                .anyMatch(
                        part -> part instanceof StoredPart.Gone && found.get(part.person()) instanceof DataKey.Usable);
    }

    private PlainEvent open(Stored event, Map<UUID, DataKey> found) {
        if (event.parts().isEmpty()) {
            return event.clear();
        }
        var parts = new HashMap<UUID, PersonalData.Part>();
        for (var part : event.parts()) {
            parts.put(part.person(), open(event.place(), part, found.get(part.person())));
        }
        return personal.join(event.clear(), parts);
    }

    private static PersonalData.Part open(
            Place place, StoredPart part, @org.jspecify.annotations.Nullable DataKey key) {
        return switch (key) {
            case null -> throw new Unopenable(place, part.person(), "there is no such key", null);
            case DataKey.Destroyed(var position) -> new PersonalData.Erased(position);
            case DataKey.Usable(var bytes) ->
                switch (part) {
                    case StoredPart.Sealed sealed -> new PersonalData.Opened(PartCipher.open(bytes, place, sealed));
                    case StoredPart.Gone _ ->
                        throw new Unopenable(place, part.person(), "it is gone, and the key is not", null);
                };
        };
    }

    /**
     * Sees to it that the keys of persons open, before anybody needs one. A few that do not are an alarm and no more.
     *
     * @throws Unopenable if the key-encryption key is evidently another than the one that wrapped them, or lacks a version
     */
    public void requireOpenable() {
        keys.requireOpenable();
    }

    /** How often a stored key of a person did not open on this node. */
    public long damagedKeys() {
        return keys.damaged();
    }

    /** Counts a stored key of a person that did not open elsewhere than in this vault. */
    void countDamagedKey() {
        keys.countDamaged();
    }

    /** Looks whether somebody was erased on another node, and forgets all keys if so. */
    public void look() {
        keys.look();
    }

    /** Has something done, on every node, after somebody was erased: forgetting what is still in memory, say. */
    public void onErasure(Runnable listener) {
        keys.onErasure(listener);
    }

    /** An event as it is to be stored. */
    public record Closed(PlainEvent clear, List<StoredPart.Sealed> parts) {}

    /** An event as it is stored. */
    public record Stored(Place place, PlainEvent clear, List<StoredPart> parts) {}
}
