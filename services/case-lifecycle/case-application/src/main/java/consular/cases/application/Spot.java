package consular.cases.application;

import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A place in an event where something personal stands.
 *
 * @param name a JSON Pointer into the payload, or the name of a member of the metadata
 * @param isText whether words may stand there
 */
record Spot(String name, UUID person, boolean isText, JsonNode value, Consumer<JsonNode> replacing) {
    static Spot of(ObjectNode parent, String member, String pointer, UUID person, boolean isText) {
        var name = pointer.isEmpty() ? member : pointer;
        return new Spot(name, person, isText, parent.get(member), other -> parent.set(member, other));
    }

    static Spot of(ArrayNode parent, int index, String pointer, UUID person, boolean isText) {
        return new Spot(pointer, person, isText, parent.get(index), other -> parent.set(index, other));
    }

    void replace(JsonNode other) {
        replacing.accept(other);
    }
}
