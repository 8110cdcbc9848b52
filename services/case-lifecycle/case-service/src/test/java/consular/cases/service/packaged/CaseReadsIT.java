package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CommandName;
import consular.cases.domain.law.RejectionCode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What may be read of a case and of the log, and what a repeated or a tried command leaves, on the packaged service. */
class CaseReadsIT {
    @TempDir
    private static Path folder;

    private static PackagedService service;

    private HttpCase one;

    @BeforeAll
    static void start() {
        service = PackagedService.start("simulation", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /** Registered, applied for and refused at 10, 11 and 12 o'clock on a Tuesday in Manila. */
    @BeforeEach
    void refuseACase() {
        clock("2024-03-05T02:00:00Z");
        one = HttpCase.register(service, "MNL");
        clock("2024-03-05T03:00:00Z");
        one.applied();
        clock("2024-03-05T04:00:00Z");
        one.refused();
    }

    private static void clock(String now) {
        var answer = service.send("PUT", "/api/v1/simulation/clock", "{\"now\": \"" + now + "\"}", "admin");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void the_log_is_read_page_by_page_without_a_gap() {
        HttpCase.register(service, "MNL").applied();
        var whole = service.get("/api/v1/events?limit=500", "auditor");
        assertThat(whole.get("next").isNull()).isTrue();
        var ids = new TreeSet<String>();
        var last = 0L;
        for (var next = "0"; next != null; ) {
            var page = service.get("/api/v1/events?limit=2&after=" + next, "auditor");
            for (var event : page.get("items")) {
                assertThat(event.get("position").asLong()).isGreaterThan(last);
                last = event.get("position").asLong();
                ids.add(event.get("id").asString());
            }
            next = page.get("next").asString(null);
        }
        assertThat(ids).hasSize(whole.get("items").size());
        assertThat(service.get("/api/v1/events?after=" + last, "auditor").get("items"))
                .isEmpty();
    }

    @Test
    void a_read_model_waits_for_a_version_and_gives_up_on_one_that_never_comes() {
        var seen = service.awaitSeen("/api/v1/fee-windows?limit=500&atLeast=" + one.id() + ":3", "auditor");
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        assertThat(HttpCase.json(seen)
                        .get("items")
                        .valueStream()
                        .map(row -> row.get("caseId").asString()))
                .contains(one.id());
        for (var path : new String[] {"fee-windows", "terminations", "reviews", "decisions-due", "events"}) {
            var never = service.send("GET", "/api/v1/" + path + "?atLeast=" + one.id() + ":99", null, "auditor");
            assertThat(never.statusCode()).as(path).isEqualTo(503);
            assertThat(never.headers().firstValue("Retry-After")).as(path).isPresent();
            assertThat(HttpCase.json(never).get("code").asString()).isEqualTo("NOT_YET_VISIBLE");
        }
    }

    @Test
    void a_case_is_read_as_it_was_by_version_and_along_either_axis() {
        clock("2024-03-07T06:00:00Z");
        var late = one.give("intake", "PresentEvidence", """
            {"applicantId": "a1", "findingIds": ["F1"], "effectiveAt": "2024-03-06T04:00:00Z",
             "lateEntryReason": "found in the mail room",
             "documents": [{"type": "BC", "original": true, "description": "birth certificate"}]}\
            """);
        assertThat(late.statusCode()).as(late.body()).isEqualTo(200);
        assertIs("?version=1", 1, "REGISTERED");
        assertIs("?version=2", 2, "UNDECIDED");
        assertIs("?asOf=2024-03-05T03:59:59Z", 2, "UNDECIDED");
        assertIs("?asOf=2024-03-05T11:00:00%2B08:00&axis=effective", 2, "UNDECIDED");
        assertIs("?asOf=2024-03-06T10:00:00Z&axis=recorded", 3, "REFUSED");
        assertIs("?asOf=2024-03-06T10:00:00Z&axis=effective", 4, "REFUSED");
        assertIs("", 4, "REFUSED");
        var before = service.send("GET", one.path() + "?asOf=2024-03-05T01:59:59Z", null, "auditor");
        assertThat(before.statusCode()).isEqualTo(404);
        var beyond = service.send("GET", one.path() + "?version=5", null, "auditor");
        assertThat(beyond.statusCode()).isEqualTo(400);
    }

    private void assertIs(String moment, int version, String state) {
        var answer = service.send("GET", one.path() + moment, null, "auditor");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("ETag")).hasValue("\"" + version + "\"");
        var view = HttpCase.json(answer);
        assertThat(view.get("version").asInt()).isEqualTo(version);
        assertThat(view.get("applicants").get(0).get("state").asString()).isEqualTo(state);
    }

    @Test
    void every_command_is_listed_and_says_why_it_may_not_be_given() {
        var listed =
                service.get(one.path() + "/commands?limit=500", "officer-a").get("items");
        assertThat(listed.valueStream().map(item -> item.get("command").asString()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(CommandName.values())
                        .filter(name -> name != CommandName.RegisterCase)
                        .map(CommandName::name)
                        .toList());
        assertThat(of(listed, "PresentEvidence").get("allowed").asBoolean()).isTrue();
        assertThat(of(listed, "SupervisorConcur").get("code").asString()).isEqualTo("FORBIDDEN_ROLE");
        assertThat(of(listed, "IssueVisa").get("code").asString()).isEqualTo("FINDINGS_ACTIVE");
        var ofTheLaw = Arrays.stream(RejectionCode.values()).map(Enum::name).toList();
        for (var item : listed) {
            var code = item.get("code").asString(null);
            assertThat(item.get("allowed").asBoolean()).as(item.toString()).isEqualTo(code == null);
            if (ofTheLaw.contains(code)) {
                var rule = RejectionCode.valueOf(code).rule().orElseThrow();
                assertThat(item.get("rule").asString()).isEqualTo(rule.id());
                assertThat(item.get("citation").asString()).isEqualTo(rule.citation());
            }
        }
    }

    private static JsonNode of(JsonNode items, String command) {
        return items.valueStream()
                .filter(item -> item.get("command").asString().equals(command))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_command_under_the_same_key_has_one_effect_and_one_answer() {
        var key = UUID.randomUUID().toString();
        var first = one.give("officer-a", "AddCaseNote", "{\"text\": \"x\"}", "Idempotency-Key", key);
        var again = one.give("officer-a", "AddCaseNote", "{ \"text\": \"x\" }", "Idempotency-Key", key);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(again.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
        HttpCase.assertRepeats(again, HttpCase.json(first));
        assertThat(one.events()).hasSize(4);
        var reused = one.give("officer-a", "AddCaseNote", "{\"text\": \"y\"}", "Idempotency-Key", key);
        assertThat(reused.statusCode()).isEqualTo(422);
        assertThat(HttpCase.json(reused).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_dry_run_says_what_would_follow_and_stores_nothing() {
        var key = UUID.randomUUID().toString();
        var log = service.get("/api/v1/events?limit=500", "auditor");
        var number = Requests.caseNumber();
        var body = Requests.registration(number, "MNL");
        var tried = service.send("POST", "/api/v1/cases?dryRun=true", body, "intake", "Idempotency-Key", key);
        assertThat(tried.statusCode()).as(tried.body()).isEqualTo(200);
        assertThat(HttpCase.json(tried).get("events")).hasSize(1);
        var note = one.give("officer-a", "AddCaseNote?dryRun=true", "{\"text\": \"x\"}", "Idempotency-Key", key);
        assertThat(HttpCase.json(note).get("version").asLong()).isEqualTo(4);
        assertThat(HttpCase.json(note).get("position").isNull()).isTrue();
        assertThat(one.view().get("version").asLong()).isEqualTo(3);
        assertThat(service.get("/api/v1/events?limit=500", "auditor")).isEqualTo(log);
        var kept = service.send("POST", "/api/v1/cases", body, "intake", "Idempotency-Key", key);
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        assertThat(kept.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }
}
