package consular.cases.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever the description has can be asked for with the client, by the method that is made for its kind. */
class EveryOperationTest {

    private static final Path PAGE = Path.of("../docs/reference/openapi.json");
    private static final Pattern COMMAND = Pattern.compile("/cases/[^/]+/commands/([A-Za-z0-9]+)");
    private static final String JSON = "application/json";
    private static final String KEY = "monday/1";

    @TempDir
    private Path folder;

    private ScriptedService service;
    private CaseClient client;

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService();
        client = CaseClient.of(service.uri(), Credentials.basic("admin", "local"));
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    /** An operation with a path in which everything is named, such as {@code /rules/id}. */
    private record Operation(String id, String method, String path, Map<String, JsonNode> parameters, JsonNode said) {
        Set<String> takes() {
            return Set.copyOf(said.at("/requestBody/content").propertyNames());
        }

        Set<String> answers() {
            return said.path("responses").properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .flatMap(answer -> answer.getValue().path("content").propertyNames().stream())
                    .collect(Collectors.toSet());
        }

        Map<String, String> query() {
            return parameters.values().stream()
                    .filter(parameter -> parameter.path("in").asString().equals("query"))
                    .filter(parameter -> parameter.path("required").asBoolean(false))
                    .collect(
                            Collectors.toMap(parameter -> parameter.path("name").asString(), parameter -> "7"));
        }

        boolean hasVersion() {
            return parameters.containsKey("If-Match");
        }

        boolean hasKey() {
            return parameters.containsKey("Idempotency-Key");
        }
    }

    @TestFactory
    Stream<DynamicTest> every_operation_can_be_asked_for() throws IOException {
        var operations = operations();
        assertThat(operations).hasSizeGreaterThan(100);
        return operations.stream().map(it -> DynamicTest.dynamicTest(it.id(), () -> canBeAskedFor(it)));
    }

    private static List<Operation> operations() throws IOException {
        var page = Json.tree(Files.readAllBytes(PAGE));
        return page.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Operation(
                                operation.getValue().path("operationId").asString(),
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey().replaceFirst("^/api/v1", "").replaceAll("[{}]", ""),
                                parameters(page, operation.getValue()),
                                operation.getValue())))
                .toList();
    }

    private static Map<String, JsonNode> parameters(JsonNode page, JsonNode operation) {
        var parameters = new LinkedHashMap<String, JsonNode>();
        for (var parameter : operation.path("parameters")) {
            var resolved = parameter.has("$ref")
                    ? page.at(parameter.path("$ref").asString().substring(1))
                    : parameter;
            parameters.put(resolved.path("name").asString(), resolved);
        }
        return parameters;
    }

    private void canBeAskedFor(Operation operation) throws IOException {
        var before = service.asked().size();
        service.then(200, answer(operation));
        ask(operation);
        assertThat(service.asked()).hasSize(before + 1);
        var asked = service.asked().getLast();
        assertThat(asked.method()).isEqualTo(operation.method());
        assertThat(asked.path()).startsWith("/api/v1" + operation.path());
        operation.query().keySet().forEach(name -> assertThat(asked.path()).contains(name + "=7"));
        if (operation.takes().isEmpty()) {
            assertThat(asked.body()).isEmpty();
        } else {
            assertThat(asked.body()).isNotEmpty();
            assertThat(asked.header("Content-type")).isIn(operation.takes());
        }
        assertThat(asked.headers().containsKey("Idempotency-key")).isEqualTo(operation.hasKey());
        assertThat(asked.headers().containsKey("If-match")).isEqualTo(operation.hasVersion());
        if (operation.method().equals("GET")) {
            assertThat(operation.answers()).contains(asked.header("Accept"));
        }
        required(operation, "header")
                .forEach(name -> assertThat(asked.header(name)).isNotEmpty());
    }

    private static Stream<String> required(Operation operation, String in) {
        return operation.parameters().values().stream()
                .filter(parameter -> parameter.path("in").asString().equals(in))
                .filter(parameter -> parameter.path("required").asBoolean(false))
                .map(parameter -> {
                    var name = parameter.path("name").asString();
                    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
                });
    }

    private static String answer(Operation operation) {
        return operation.id().equals("giveCommands")
                ? "{\"outcomes\": [{\"status\": 200, \"headers\": {}, \"body\": {}}]}"
                : "{\"caseId\": \"c1\", \"version\": 1, \"events\": [], \"items\": []}";
    }

    /** By the method that is made for its kind; what is of no kind that there is a method for fails. */
    private void ask(Operation operation) throws IOException {
        var path = operation.path();
        switch (operation.method()) {
            case "GET" -> get(operation);
            case "DELETE" -> client.delete(path);
            case "PUT" -> client.put(path, Map.of());
            case "POST" -> post(operation);
            default -> throw new AssertionError("no method of the client sends " + operation.method());
        }
    }

    private void get(Operation operation) {
        if (operation.answers().contains(JSON)) {
            client.read(operation.path(), operation.query());
        } else {
            var type = operation.answers().iterator().next();
            client.download(operation.path(), operation.query(), type, folder.resolve("answer"));
        }
    }

    private void post(Operation operation) throws FileNotFoundException, IOException {
        var path = operation.path();
        var command = COMMAND.matcher(path);
        if (command.matches()) {
            client.give(Command.on("caseId", command.group(1), Map.of()).ifVersion(7));
        } else if (operation.id().equals("RegisterCase")) {
            client.give(Command.register(Map.of()).ifVersion(7));
        } else if (operation.id().equals("giveCommands")) {
            client.giveAll(List.of(Command.on("caseId", "AddCaseNote", Map.of())));
        } else if (operation.id().equals("searchCases")) {
            assertThat(client.search(Map.of(), "Santos")).isEmpty();
        } else if (operation.takes().isEmpty()) {
            client.post(path, operation.query(), null, KEY);
        } else if (operation.hasVersion()) {
            client.post(path, operation.query(), Map.of(), KEY, 7);
        } else if (operation.takes().contains(JSON)) {
            client.post(path, operation.query(), Map.of(), KEY);
        } else {
            var file = Files.writeString(folder.resolve("rows"), "a row");
            client.upload(
                    path, operation.query(), file, operation.takes().iterator().next(), KEY);
        }
    }
}
