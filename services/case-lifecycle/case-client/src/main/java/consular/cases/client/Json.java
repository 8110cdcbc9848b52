package consular.cases.client;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Members that are not known are passed over: the service gains some without notice. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Json() {}

    static byte[] write(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    static JsonNode treeOf(Object value) {
        return MAPPER.valueToTree(value);
    }

    static JsonNode tree(byte[] text) {
        return MAPPER.readTree(text);
    }

    static <T> T read(byte[] text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    static <T> T read(JsonNode tree, Class<T> type) {
        return MAPPER.treeToValue(tree, type);
    }

    /** A gateway on the way may answer with something that is no problem document. */
    static Problem problem(int status, byte[] text) {
        try {
            if (MAPPER.readTree(text).isObject()) {
                return MAPPER.readValue(text, Problem.class);
            }
        } catch (JacksonException notOurs) {
            return unknown(status, "the answer is no problem document: " + notOurs.getOriginalMessage());
        }
        return unknown(status, "the answer is no problem document");
    }

    private static Problem unknown(int status, String detail) {
        return new Problem(status, null, null, detail, null, null, List.of());
    }
}
