package consular.cases.application;

import consular.ledger.postgres.OperationKeys;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the keys of operations beside those of commands. */
final class LoggedOperations implements KeyedOperations {
    private static final int DONE = 200;

    private final OperationKeys keys;
    private final JsonMapper json = CaseJson.mapper();

    LoggedOperations(OperationKeys keys) {
        this.keys = keys;
    }

    @Override
    public <T> Outcome<T> perform(@Nullable CommandKey key, Class<T> type, Supplier<T> operation) {
        if (key == null) {
            return new Outcome<>(operation.get(), false);
        }
        var earlier = answer(key, keys.reserve(key.caller(), key.key(), key.requestHash()));
        if (earlier != null) {
            return new Outcome<>(json.readValue(earlier, type), true);
        }
        var answer = operation.get();
        var kept = keys.complete(key.caller(), key.key(), key.requestHash(), DONE, json.writeValueAsString(answer));
        var first = json.readValue(Objects.requireNonNull(answer(key, kept)), type);
        return new Outcome<>(first, !first.equals(answer));
    }

    private static @Nullable String answer(CommandKey key, OperationKeys.Kept kept) {
        if (!kept.requestHash().equals(key.requestHash())) {
            throw new CommandFailure.KeyReused();
        }
        return kept.answer();
    }
}
