package consular.cases.application;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries out operations that append nothing, and answers one that is repeated under its idempotency key as before. */
public interface KeyedOperations {
    /**
     * Reserves the key, carries out the operation, and keeps its answer under the key; on whichever node it is repeated,
     * the answer is that one. An operation that fails keeps no answer, and so does one that a crash cuts short after the
     * reservation: the key then stays with its request, and a repetition carries the operation out again. It must
     * therefore do no harm when done twice, and keep a second of its kind out while it works.
     *
     * @param key null when the caller gave none; the operation is then carried out each time
     * @param type what the answer is read back as, from its JSON
     * @throws CommandFailure.KeyReused if the key was used for another request
     */
    <T> Outcome<T> perform(@Nullable CommandKey key, Class<T> type, Supplier<T> operation);

    /**
     * What an operation answered.
     *
     * @param replayed whether it is the answer given earlier to the same key
     */
    record Outcome<T>(T answer, boolean replayed) {}
}
