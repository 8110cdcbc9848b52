package consular.cases.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nothing overtakes what may yet succeed, in whichever request it goes. */
class ManyCommandsTest {

    private static final int TOGETHER = 500;

    private final Map<String, Integer> statusOfKey = new HashMap<>();
    private ScriptedService service;
    private CaseClient client;

    @BeforeEach
    void start() throws IOException {
        service = new ScriptedService();
        client = CaseClient.of(service.uri(), Credentials.basic("intake", "local"));
    }

    @AfterEach
    void stop() {
        client.close();
        service.close();
    }

    /** Answers each item as its key says, else 200 of the case {@code x}. */
    private ManyCommandsTest thenABatch() {
        service.then(exchange -> {
            var outcomes = itemsOf(service.asked().getLast())
                    .valueStream()
                    .map(item ->
                            statusOfKey.getOrDefault(item.path("idempotencyKey").asString(), 200))
                    .map(status -> Map.of(
                            "status", status, "headers", Map.of(), "body", Map.of("caseId", "X", "status", status)))
                    .toList();
            var body = Json.write(Map.of("outcomes", outcomes));
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });
        return this;
    }

    private static JsonNode itemsOf(ScriptedService.Asked asked) {
        return Json.tree(asked.body().getBytes(UTF_8)).path("items");
    }

    private List<String> keysOf(int request) {
        return itemsOf(service.asked().get(request))
                .valueStream()
                .map(item -> item.path("idempotencyKey").asString())
                .toList();
    }

    private static Command on(String caseId, String key) {
        return Command.on(caseId, "AddCaseNote", Map.of("text", "t")).withKey(key);
    }

    private static Command onNumber(String number, String key) {
        return Command.onNumber(number, "AddCaseNote", Map.of("text", "t")).withKey(key);
    }

    /** As many as one request takes, the last of which are these; then those that would go with the next. */
    private static List<Command> over(List<Command> last, List<Command> next) {
        List<Command> all = new ArrayList<>(IntStream.range(0, TOGETHER - last.size())
                .mapToObj(number -> on("other" + number, "other" + number))
                .toList());
        all.addAll(last);
        all.addAll(next);
        return all;
    }

    private List<Integer> statusOf(List<Command> commands, int last) {
        var outcomes = client.giveAll(commands);
        assertThat(outcomes).hasSameSizeAs(commands);
        return outcomes.subList(commands.size() - last, commands.size()).stream()
                .map(Outcome::status)
                .toList();
    }

    @Test
    void what_is_behind_a_command_that_may_yet_succeed_does_not_go_with_the_next_request() {
        statusOfKey.put("first", 503);
        thenABatch().thenABatch();
        var commands = over(List.of(on("X", "first")), List.of(on("x", "second"), on("Y", "third")));
        var outcomes = client.giveAll(commands);
        assertThat(outcomes.subList(TOGETHER - 1, TOGETHER + 2))
                .extracting(Outcome::status)
                .containsExactly(503, 424, 200);
        assertThat(outcomes.get(TOGETHER).isWorthAnotherTry()).isTrue();
        assertThat(outcomes.get(TOGETHER).problem()).map(Problem::code).contains("NOT_ATTEMPTED");
        assertThat(keysOf(1)).containsExactly("third");
    }

    @Test
    void a_definite_no_holds_nothing_unless_the_case_is_to_stop() {
        statusOfKey.put("first", 422);
        thenABatch().thenABatch();
        var commands = over(List.of(on("X", "first")), List.of(on("X", "second")));
        assertThat(statusOf(commands, 2)).containsExactly(422, 200);
        assertThat(Json.tree(service.asked().getFirst().body().getBytes(UTF_8)).has("stopCaseOnFailure"))
                .isFalse();

        thenABatch();
        assertThat(client.giveAll(commands, OnFailure.STOP_CASE).getLast().status())
                .isEqualTo(424);
        assertThat(service.asked()).hasSize(3);
        assertThat(Json.tree(service.asked().getLast().body().getBytes(UTF_8))
                        .path("stopCaseOnFailure")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_registration_that_may_yet_succeed_holds_what_names_its_number() {
        statusOfKey.put("first", 409);
        thenABatch();
        var registration = Command.register(Map.of("caseNumber", "mnl1")).withKey("first");
        assertThat(statusOf(over(List.of(registration), List.of(onNumber("MNL1", "second"))), 2))
                .containsExactly(409, 424);
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void another_name_is_the_same_case_where_an_answer_said_so() {
        statusOfKey.put("second", 503);
        thenABatch().thenABatch();
        var commands = over(
                List.of(onNumber("MNL1", "first"), on("X", "second")),
                List.of(onNumber("MNL1", "third"), on("Y", "fourth")));
        assertThat(statusOf(commands, 4)).containsExactly(200, 503, 424, 200);
    }

    @Test
    void a_name_of_the_other_kind_may_be_that_of_a_case_that_is_held() {
        statusOfKey.put("first", 503);
        thenABatch().thenABatch();
        var commands = over(List.of(onNumber("MNL1", "first")), List.of(onNumber("MNL2", "second"), on("Y", "third")));
        assertThat(statusOf(commands, 3)).containsExactly(503, 200, 424);
    }

    @Test
    void no_request_is_longer_than_the_service_takes() {
        thenABatch().thenABatch();
        var text = "é".repeat(200_000);
        var commands = IntStream.range(0, 3)
                .mapToObj(number -> Command.on("X", "AddCaseNote", Map.of("text", text)))
                .toList();
        assertThat(client.giveAll(commands)).extracting(Outcome::status).containsExactly(200, 200, 200);
        assertThat(service.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.body().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(1 << 20));
    }

    @Test
    void what_no_request_could_take_is_found_before_anything_is_sent() {
        var commands = List.of(on("X", "first"), Command.on("X", "AddCaseNote", Map.of("text", "x".repeat(1 << 20))));
        assertThatThrownBy(() -> client.giveAll(commands))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("command 1 ");
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void fewer_outcomes_than_commands_are_no_answer() {
        service.then(200, "{\"outcomes\": []}");
        assertThatThrownBy(() -> client.giveAll(List.of(on("X", "first")))).isInstanceOf(IllegalStateException.class);
    }
}
