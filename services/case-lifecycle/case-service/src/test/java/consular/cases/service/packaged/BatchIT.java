package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fifty cases in one request, on the packaged service and its database. */
class BatchIT {
    private static final int CASES = 50;
    private static final String BATCH = "/api/v1/commands:batch";
    private static final String APPLICATION = """
        {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "receipt": "R1", "place": "NVC"}}\
        """;

    @TempDir
    private static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        service = PackagedService.start("simulation", folder);
        var clock = service.send("PUT", "/api/v1/simulation/clock", "{\"now\": \"2024-03-05T02:00:00Z\"}", "admin");
        assertThat(clock.statusCode()).as(clock.body()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void fifty_cases_are_registered_and_walked_and_what_fails_on_the_way_holds_up_nothing() {
        var numbers =
                IntStream.range(0, CASES).mapToObj(_ -> Requests.caseNumber()).toList();
        var items = new ArrayList<String>();
        // one case after the other in each round, so that each case has its turn again before it is done
        numbers.forEach(number -> items.add("""
            {"command": "RegisterCase", "idempotencyKey": "register-%s", "body": %s}\
            """.formatted(number, Requests.registration(number, "MNL"))));
        numbers.forEach(
                number -> items.add(item("apply", "ApplyForVisa", number, "\"expectedVersion\": 1,", APPLICATION)));
        var one = numbers.getFirst();
        items.add(item("stale", "ApplyForVisa", one, "\"expectedVersion\": 1,", APPLICATION));
        items.add(item("twice", "ApplyForVisa", one, "", APPLICATION));
        items.add(item("senseless", "ApplyForVisa", one, "", "{\"applicantId\": 1}"));
        items.add(item("forbidden", "Refuse221g", one, "", refusal()));
        items.add(item("apply", "ApplyForVisa", one, "\"expectedVersion\": 1,", APPLICATION));
        items.add("\"no item at all\"");
        items.add(item("after-all-that", "NotifyVisaAvailability", one, "", "{\"transmittedOn\": \"2024-01-15\"}"));

        var outcomes = give("intake", items);
        assertThat(statuses(outcomes.subList(0, CASES))).containsOnly(201);
        assertThat(statuses(outcomes.subList(CASES, 2 * CASES))).containsOnly(200);
        assertThat(statuses(outcomes.subList(2 * CASES, outcomes.size())))
                .containsExactly(412, 422, 400, 403, 200, 400, 200);
        assertThat(codes(outcomes.subList(2 * CASES, outcomes.size())))
                .containsExactly(
                        "VERSION_MISMATCH",
                        "ALREADY_EXECUTED",
                        "MALFORMED_REQUEST",
                        "FORBIDDEN_ROLE",
                        "",
                        "MALFORMED_REQUEST",
                        "");
        var repeated = outcomes.get(2 * CASES + 4);
        assertThat(repeated.at("/headers/Idempotency-Replayed").asString()).isEqualTo("true");
        assertThat(repeated.get("body")).isEqualTo(outcomes.get(CASES).get("body"));

        var decisions = new ArrayList<String>();
        for (var number : numbers) {
            decisions.add(item("refuse", "Refuse221g", number.toLowerCase(Locale.ROOT), "", refusal()));
            decisions.add(item("evidence", "PresentEvidence", number, "", """
                {"applicantId": "a1", "findingIds": ["F1"],
                 "documents": [{"type": "BC", "original": true, "description": "PSA copy"}]}\
                """));
            decisions.add(item(
                    "overcome", "OvercomeRefusal", number, "", "{\"findingIds\": [\"F1\"], \"basis\": \"EVIDENCE\"}"));
            decisions.add(item("issue", "IssueVisa", number, "", "{\"applicantId\": \"a1\"}"));
        }
        var decided = give("officer-a", decisions);
        assertThat(codes(decided)).containsOnly("");
        for (var registered : outcomes.subList(0, CASES)) {
            var view = service.get(registered.at("/headers/Location").asString(), "auditor");
            assertThat(view.at("/applicants/0/state").asString()).isEqualTo("ISSUED");
        }

        // sent again after the connection broke: the same answers, and nothing more on record
        var head = head();
        var again = give("officer-a", decisions);
        assertThat(again)
                .allSatisfy(outcome -> assertThat(
                                outcome.at("/headers/Idempotency-Replayed").asString())
                        .isEqualTo("true"));
        assertThat(again.stream().map(outcome -> outcome.get("body")).toList())
                .isEqualTo(decided.stream().map(outcome -> outcome.get("body")).toList());
        var registrations = give("intake", items.subList(0, 2 * CASES));
        assertThat(registrations.stream().map(outcome -> outcome.get("body")).toList())
                .isEqualTo(outcomes.subList(0, 2 * CASES).stream()
                        .map(outcome -> outcome.get("body"))
                        .toList());
        assertThat(head()).isEqualTo(head);
    }

    private static String refusal() {
        return "{\"applicantId\": \"a1\", \"reasons\": [{\"annotation\": \"Or BC\"}]}";
    }

    private static String item(String key, String command, String number, String more, String body) {
        return """
            {"command": "%s", "caseNumber": "%s", "idempotencyKey": "%s-%s", %s "body": %s}\
            """.formatted(command, number, key, number, more, body);
    }

    private static List<JsonNode> give(String user, List<String> items) {
        var answer = service.send("POST", BATCH, "{\"items\": [" + String.join(", ", items) + "]}", user);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var outcomes = JsonMapper.shared().readTree(answer.body()).get("outcomes");
        assertThat(outcomes).hasSize(items.size());
        return outcomes.valueStream().toList();
    }

    private static List<Integer> statuses(List<JsonNode> outcomes) {
        return outcomes.stream().map(outcome -> outcome.get("status").asInt()).toList();
    }

    private static List<String> codes(List<JsonNode> outcomes) {
        return outcomes.stream()
                .map(outcome -> outcome.at("/body/code").asString(""))
                .toList();
    }

    /** The version of the log: the place of its last event. */
    private static long head() {
        var last = 0L;
        while (true) {
            var page = service.get("/api/v1/events?limit=500&after=" + last, "auditor")
                    .get("items");
            if (page.isEmpty()) {
                return last;
            }
            last += page.size();
        }
    }
}
