package consular.cases.web.api;

import consular.cases.application.CommandFailure;
import consular.cases.application.KeyedOperations;
import consular.cases.application.KeyedOperations.Outcome;
import consular.cases.web.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Questions that are asked with POST because of their bodies. Their answers follow from the body and the moment at which
 * they are asked; so the moment is all that is kept under an idempotency key, and nothing that is said about anybody.
 */
@Component
final class KeyedQuestions {
    private final KeyedOperations operations;
    private final Clock clock;

    KeyedQuestions(KeyedOperations operations, Clock clock) {
        this.operations = operations;
        this.clock = clock;
    }

    /**
     * The moment for which to answer: now, or the first time that this question was asked under this key.
     *
     * @param version how many events the case that is asked about has now; 0 if the question is about none
     * @param expected the version that the sender saw, which an answer given before does not depend on
     * @throws CommandFailure.KeyReused if the key was used for another request
     * @throws CommandFailure.VersionMismatch if the case has another version than expected
     */
    Outcome<Moment> moment(
            SignedIn person,
            HttpServletRequest request,
            String path,
            JsonNode body,
            long version,
            @Nullable Long expected) {
        var key = CommandHeaders.key(request).map(text -> CommandHeaders.commandKey(person.name(), text, path, body));
        return operations.perform(key.orElse(null), Moment.class, () -> {
            if (expected != null && expected != version) {
                throw new CommandFailure.VersionMismatch(expected, version);
            }
            return new Moment(clock.instant().truncatedTo(ChronoUnit.MILLIS), version);
        });
    }

    static ResponseEntity.BodyBuilder answer(Outcome<Moment> asked) {
        var response = ResponseEntity.ok();
        return asked.replayed() ? response.header(CommandHeaders.REPLAYED, "true") : response;
    }

    /**
     * When a question was asked.
     *
     * @param version the version that the case had then
     */
    record Moment(Instant at, long version) {}
}
