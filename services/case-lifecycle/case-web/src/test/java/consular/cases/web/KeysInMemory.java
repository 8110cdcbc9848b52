package consular.cases.web;

import consular.cases.application.CommandFailure;
import consular.cases.application.CommandKey;
import consular.cases.application.KeyedOperations;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keys of operations on one node, which nobody repeats at once. */
final class KeysInMemory implements KeyedOperations {
    private final Map<CommandKey, Done> done = new HashMap<>();

    private record Done(String requestHash, Object answer) {}

    synchronized void clear() {
        done.clear();
    }

    @Override
    public synchronized <T> Outcome<T> perform(@Nullable CommandKey key, Class<T> type, Supplier<T> operation) {
        if (key == null) {
            return new Outcome<>(operation.get(), false);
        }
        var scope = new CommandKey(key.caller(), key.key(), "");
        var earlier = done.get(scope);
        if (earlier == null) {
            var answer = operation.get();
            done.put(scope, new Done(key.requestHash(), answer));
            return new Outcome<>(answer, false);
        }
        if (!earlier.requestHash().equals(key.requestHash())) {
            throw new CommandFailure.KeyReused();
        }
        return new Outcome<>(type.cast(earlier.answer()), true);
    }
}
