package consular.cases.domain.golden;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whatever can carry one case through a scenario and tell what came of it: the decider itself, or the service over HTTP. */
public interface CaseDriver extends CaseActor {

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

    /**
     * The rows of the report of a fiscal year for the post: objects with at least ground, found, overcome, waived and
     * reversed.
     */
    List<JsonNode> report28(int fiscalYear);

    /** The clocks of the case: an array of objects with at least kind, due, firesOn and state. */
    JsonNode deadlines();
}
