package consular.cases.client;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cases on which nothing may be sent any more, so that nothing overtakes what may yet succeed. A case has two names, an id and a
 * number, and which belong together is known only where an answer said so: what may be a case that is held counts as held.
 */
final class HeldCases {

    private final Map<String, String> idOfNumber = new HashMap<>();
    private final Map<String, String> numberOfId = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();

    /** How a command names its case; one of them is null, or both. */
    record Name(@Nullable String id, @Nullable String number) {}

    /** Remembers that a number is that of a case. */
    void learn(String number, String id) {
        idOfNumber.put(number, id);
        numberOfId.put(id, number);
    }

    /** Holds a case from now on. */
    void hold(Name name) {
        if (name.id() != null) {
            ids.add(name.id());
        }
        if (name.number() != null) {
            numbers.add(name.number());
        }
    }

    /** Whether a case is held, or may be one that is. */
    boolean mayHave(Name name) {
        return mayHave(name.id(), ids, numberOfId, numbers, idOfNumber)
                || mayHave(name.number(), numbers, idOfNumber, ids, numberOfId);
    }

    /** Looks for one kind of name, and for the other kind that the same case has or may have. */
    private static boolean mayHave(
            @Nullable String name,
            Set<String> held,
            Map<String, String> otherOf,
            Set<String> othersHeld,
            Map<String, String> nameOfOther) {
        if (name == null) {
            return false;
        }
        var other = otherOf.get(name);
        return held.contains(name)
                || (other == null ? !nameOfOther.keySet().containsAll(othersHeld) : othersHeld.contains(other));
    }
}
