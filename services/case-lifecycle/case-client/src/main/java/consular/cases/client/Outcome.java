package consular.cases.client;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What came of one of many commands.
 *
 * @param status what it would have been answered alone
 * @param headers those that say something, such as {@code ETag}
 * @param body the answer or the problem
 */
public record Outcome(int status, Map<String, String> headers, JsonNode body) {

    /** The answer, if it was accepted. */
    public Optional<CommandAnswer> answer() {
        return status < 300 ? Optional.of(Json.read(body, CommandAnswer.class)) : Optional.empty();
    }

    /** The problem, if it was not. */
    public Optional<Problem> problem() {
        return status < 300 ? Optional.empty() : Optional.of(Json.read(body, Problem.class));
    }

    /** Whether the same command, given again, may be answered otherwise: it lost a race, the service was busy, or it was not its turn. */
    public boolean isWorthAnotherTry() {
        return status == 409 || status == 424 || status >= 500;
    }
}
