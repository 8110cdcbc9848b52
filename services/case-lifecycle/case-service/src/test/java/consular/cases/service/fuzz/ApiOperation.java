package consular.cases.service.fuzz;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An operation as it is described.
 *
 * @param bodies what describes a body, by its content type; none if it takes none
 * @param answers by their status
 */
record ApiOperation(
        String id,
        String method,
        String path,
        String description,
        List<Parameter> parameters,
        Map<String, JsonNode> bodies,
        Map<Integer, Answer> answers) {
    /**
     * A parameter.
     *
     * @param in path, query or header
     */
    record Parameter(String name, String in, boolean required, JsonNode schema) {}

    /**
     * What an answer of a status looks like.
     *
     * @param forms its schema by content type; none where it has no body
     * @param problems the type of each problem by its code
     */
    record Answer(Map<String, JsonNode> forms, Map<String, String> problems) {}

    boolean isRead() {
        return method.equals("GET");
    }

    @Override
    public String toString() {
        return id;
    }
}
