package consular.cases.web.openapi;

import consular.cases.application.CaseJson;
import consular.cases.web.json.WebJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Describes the feed of events in AsyncAPI 3. */
final class AsyncApi {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path SAMPLES = Path.of("../case-application/src/test/resources/events");
    private static final JsonNode KAFKA = JSON.readTree("""
        {"key": {"type": "string", "format": "uuid", "description": "the case or quasi-refusal"}, "bindingVersion": "0.5.0"}
        """);
    private static final String FRAME = "/asyncapi/frame.json";

    private final ObjectNode document;
    private final ObjectNode sample;
    private final ObjectNode messages;
    private final ObjectNode schemas;

    private AsyncApi() throws IOException {
        try (var frame = AsyncApi.class.getResourceAsStream(FRAME)) {
            document = (ObjectNode) JSON.readTree(frame);
        }
        sample = (ObjectNode) document.remove("sample");
        messages = (ObjectNode) document.get("components").get("messages");
        schemas = (ObjectNode) document.get("components").get("schemas");
    }

    /** The frame, with a message for each type of event in its newest revision. */
    static ObjectNode document() throws IOException {
        var made = new AsyncApi();
        var types = EventSchemas.types().stream()
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
        for (var type : types) {
            made.add(type, EventSchemaTest.revision(type));
        }
        made.refer(types);
        return made.document;
    }

    private void add(Class<?> type, int revision) throws IOException {
        var name = type.getSimpleName();
        var data = EventSchemas.of(type, revision);
        data.remove("$schema");
        var parts = (ObjectNode) data.remove("$defs");
        parts.properties().forEach(part -> schemas.set(part.getKey(), within(part.getValue())));
        schemas.set(name + "Data", within(data));
        var message = messages.putObject(name);
        message.put("name", name);
        message.put("title", name);
        message.put("contentType", "application/cloudevents+json");
        message.putObject("bindings").set("kafka", KAFKA.deepCopy());
        var payload = message.putObject("payload");
        var both = payload.putArray("allOf");
        both.addObject().put("$ref", "#/components/schemas/CloudEvent");
        var members = both.addObject().put("type", "object").putObject("properties");
        members.putObject("type").put("const", name);
        members.putObject("data").put("$ref", "#/components/schemas/" + name + "Data");
        message.putArray("examples").addObject().put("name", name).set("payload", example(type, revision));
    }

    private static JsonNode within(JsonNode schema) {
        return JSON.readTree(schema.toString().replace("#/$defs/", "#/components/schemas/"));
    }

    private ObjectNode example(Class<?> type, int revision) throws IOException {
        var name = type.getSimpleName();
        var event =
                CaseJson.mapper().readValue(Files.readString(SAMPLES.resolve(name + "." + revision + ".json")), type);
        var example = sample.deepCopy();
        example.put("type", name);
        example.put("dataschema", example.get("dataschema").stringValue() + name + "/" + revision);
        var data = (ObjectNode) example.get("data");
        data.put("type", name);
        data.set("payload", JSON.readTree(WebJson.MAPPER.writeValueAsString(event)));
        return example;
    }

    private void refer(List<Class<?>> types) {
        refer(types, "events", "followLog");
        refer(types, "topic", "publishLog");
    }

    private void refer(List<Class<?>> types, String channelName, String operation) {
        var channel = (ObjectNode) document.get("channels").get(channelName);
        var ofChannel = channel.putObject("messages");
        var ofOperation = ((ObjectNode) document.get("operations").get(operation)).putArray("messages");
        for (var type : types) {
            var name = type.getSimpleName();
            ofChannel.putObject(name).put("$ref", "#/components/messages/" + name);
            ofOperation.addObject().put("$ref", "#/channels/" + channelName + "/messages/" + name);
        }
    }
}
