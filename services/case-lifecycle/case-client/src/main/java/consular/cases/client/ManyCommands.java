package consular.cases.client;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Gives commands in as many requests as it takes; between those holds what holds within one. */
final class ManyCommands {

    /** As many as one request may have. */
    private static final int MOST_TOGETHER = 500;

    /** As long as one request may be. */
    private static final int MOST_BYTES = 1 << 20;

    private static final String END = "]}";

    private final Connection connection;
    private final OnFailure onFailure;
    private final String beginning;
    private final HeldCases held = new HeldCases();
    private final Map<Integer, Outcome> outcomes = new TreeMap<>();
    private final List<Item> together = new ArrayList<>();
    private int bytes;

    ManyCommands(Connection connection, OnFailure onFailure) {
        this.connection = connection;
        this.onFailure = onFailure;
        var stop = onFailure == OnFailure.STOP_CASE;
        this.beginning = (stop ? "{\"stopCaseOnFailure\":true," : "{") + "\"items\":[";
    }

    /** @param length its bytes, with the comma behind it */
    private record Item(int place, HeldCases.Name name, String json, int length) {}

    /** What came of each, in their order. To be called once. */
    List<Outcome> give(List<Command> commands) {
        List<Item> items = new ArrayList<>(commands.size());
        for (var command : commands) {
            items.add(item(items.size(), command));
        }
        for (var item : items) {
            if (together.size() == MOST_TOGETHER || bytes + item.length() > room()) {
                send();
            }
            if (held.mayHave(item.name())) {
                outcomes.put(item.place(), notAttempted());
                held.hold(item.name());
            } else {
                together.add(item);
                bytes += item.length();
            }
        }
        send();
        return List.copyOf(outcomes.values());
    }

    private int room() {
        return MOST_BYTES - beginning.length() - END.length();
    }

    private Item item(int place, Command command) {
        var tree = Json.treeOf(members(command));
        var json = tree.toString();
        var length = json.getBytes(StandardCharsets.UTF_8).length + 1;
        if (length > room()) {
            throw new IllegalArgumentException(
                    "command " + place + " is longer than a request may be; nothing was sent");
        }
        return new Item(place, name(command, tree), json, length);
    }

    private static Map<String, Object> members(Command command) {
        var item = new HashMap<String, Object>();
        item.put("command", command.name());
        item.put("idempotencyKey", command.key());
        item.put("body", command.body());
        if (command.caseId() != null) {
            item.put("caseId", command.caseId());
        }
        if (command.caseNumber() != null) {
            item.put("caseNumber", command.caseNumber());
        }
        if (command.expectedVersion() != null) {
            item.put("expectedVersion", command.expectedVersion());
        }
        return item;
    }

    /** To the service numbers are the same in capitals, and ids in any letters. */
    private static HeldCases.Name name(Command command, JsonNode item) {
        var id = command.caseId();
        var number = command.isRegistration() ? item.at("/body/caseNumber").stringValue(null) : command.caseNumber();
        return new HeldCases.Name(
                id == null ? null : id.toLowerCase(Locale.ROOT),
                number == null ? null : number.toUpperCase(Locale.ROOT));
    }

    private void send() {
        if (together.isEmpty()) {
            return;
        }
        var request = connection
                .request("/commands:batch", Map.of())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body()));
        var answered = Json.tree(connection.send(request).body()).path("outcomes");
        if (answered.size() != together.size()) {
            throw new IllegalStateException(
                    answered.size() + " outcomes for " + together.size() + " commands: that is another service");
        }
        for (var i = 0; i < together.size(); i++) {
            take(together.get(i), Json.read(answered.get(i), Outcome.class));
        }
        together.clear();
        bytes = 0;
    }

    private String body() {
        return together.stream().map(Item::json).collect(Collectors.joining(",", beginning, END));
    }

    private void take(Item item, Outcome outcome) {
        outcomes.put(item.place(), outcome);
        var id = caseOf(outcome);
        if (item.name().number() != null && id != null) {
            held.learn(item.name().number(), id.toLowerCase(Locale.ROOT));
        }
        if (outcome.isWorthAnotherTry() || (onFailure == OnFailure.STOP_CASE && outcome.status() >= 400)) {
            held.hold(item.name());
        }
    }

    private static @Nullable String caseOf(Outcome outcome) {
        return outcome.status() < 300 ? outcome.body().path("caseId").stringValue(null) : null;
    }

    /** As the service has it within one request. */
    private static Outcome notAttempted() {
        var problem = new HashMap<String, Object>();
        problem.put("type", "urn:consular:problem:not-attempted");
        problem.put("title", "An earlier command on the case failed");
        problem.put("status", 424);
        problem.put("code", "NOT_ATTEMPTED");
        problem.put(
                "detail",
                "an earlier command on the case failed, so this one was not sent; give both again, with the same keys");
        return new Outcome(424, Map.of(), Json.treeOf(problem));
    }
}
