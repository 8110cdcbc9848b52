package consular.cases.web.api;

import consular.cases.application.CommandKey;
import consular.cases.application.KeyedOperations;
import consular.cases.web.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Changes that append nothing, each done once under its idempotency key. */
@Component
final class KeyedChanges {
    private final KeyedOperations operations;

    KeyedChanges(KeyedOperations operations) {
        this.operations = operations;
    }

    /**
     * Makes a change, or answers as when it was first made under its key.
     *
     * @param type what is kept under the key
     * @param told what is answered; asked each time, so that it may tell what must not be kept
     */
    <T, A> ResponseEntity<A> perform(
            SignedIn person,
            HttpServletRequest request,
            JsonNode body,
            Class<T> type,
            Supplier<T> change,
            ResponseEntity.BodyBuilder response,
            Function<T, A> told) {
        var outcome = operations.perform(key(person, request, body).orElse(null), type, change);
        if (outcome.replayed()) {
            response.header(CommandHeaders.REPLAYED, "true");
        }
        return response.body(told.apply(outcome.answer()));
    }

    private static Optional<CommandKey> key(SignedIn person, HttpServletRequest request, JsonNode body) {
        return CommandHeaders.key(request)
                .map(text -> CommandHeaders.commandKey(person.name(), text, request.getRequestURI(), body));
    }

    /** An id for what is made: under a key the same each time, so that a change that is made twice makes one thing. */
    static UUID idOf(SignedIn person, HttpServletRequest request, String what) {
        return CommandHeaders.key(request)
                .map(key -> String.join("\n", what, request.getRequestURI(), person.name(), key))
                .map(text -> UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)))
                .orElseGet(UUID::randomUUID);
    }
}
