package consular.cases.domain.golden;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever can carry one case through a scenario: the decider itself, or the service over HTTP. */
public interface CaseDriver {

    /** The zone of a post, in which a scenario's times are told. */
    ZoneId zoneOf(String post);

    /** Moves the clock, and answers when everything due by then has been acted on. */
    void moveClock(Instant now);

    /**
     * Gives a command. {@code RegisterCase} comes first, with a case number that the driver may replace by
     * one of its own.
     *
     * @param who a demonstration user
     * @return the rejection's code; empty when accepted
     */
    Optional<String> give(
            String who,
            String command,
            ObjectNode body,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason);

    /** The case as {@code GET /cases/{id}} answers it. */
    JsonNode state();

    /** The types of the history, in order. */
    List<String> eventTypes();

    /** What the events of one type carry, in order. */
    List<JsonNode> payloads(String type);

    /**
     * A letter of the case as plain text, its latest issue, or the draft while there is none; empty if this driver prints
     * no letters.
     *
     * @param language {@code en} or {@code es}
     */
    Optional<String> letter(String letterId, String language);

    /** Records that somebody asked without applying, at the post and the clock; it has to be accepted. */
    void recordQuasiRefusal(String who, ObjectNode body);

    /**
     * The rows of the report of a fiscal year for the post: objects with at least ground, found, overcome, waived and
     * reversed.
     */
    List<JsonNode> report28(int fiscalYear);

    /** The clocks of the case: an array of objects with at least kind, due, firesOn and state. */
    JsonNode deadlines();
}
