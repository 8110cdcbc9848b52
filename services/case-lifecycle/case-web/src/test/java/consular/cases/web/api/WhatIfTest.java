package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.WebTestBase;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Asking what would follow. */
class WhatIfTest extends WebTestBase {
    private static final String EVIDENCE = """
        {"command": "PresentEvidence", "effectiveAt": "2024-04-02T10:00:00+08:00",
         "body": {"applicantId": "a1", "findingIds": ["F1"],
                  "documents": [{"type": "birth certificate", "original": true, "description": "as asked for"}]}}\
        """;
    private static final String OVERCOME = """
        {"command": "OvercomeRefusal", "effectiveAt": "2024-04-03T10:00:00+08:00", "lateEntryReason": null,
         "body": {"findingIds": ["F1"], "basis": "EVIDENCE"}}\
        """;
    private static final String ISSUE = """
        {"command": "IssueVisa", "effectiveAt": "2024-04-03T11:00:00+08:00", "body": {"applicantId": "a1"}}\
        """;
    private static final String NOTE = """
        {"command": "AddCaseNote", "body": {"text": "x"}}\
        """;

    private String path = "";

    /** Refused under 221(g) for want of a birth certificate. */
    @BeforeEach
    void refusedCase() {
        path = api.register("MNL2024000001", "MNL");
        api.apply(path).isStatus(200);
        api.refuse(path).isStatus(200);
        api = api.as("officer-a");
    }

    private static String commands(String... commands) {
        return "{\"commands\": [" + String.join(", ", commands) + "]}";
    }

    private static List<String> texts(JsonNode items, String member) {
        return items.valueStream().map(item -> item.get(member).asString("")).toList();
    }

    @Test
    void the_answer_tells_the_outcomes_the_events_the_state_and_the_deadlines_that_would_follow() {
        var answer = api.post(path + "/what-if", commands(EVIDENCE, OVERCOME)).isStatus(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        var told = answer.json();
        assertThat(told.propertyNames())
                .containsExactly("caseId", "version", "clock", "outcomes", "events", "state", "deadlines");
        assertThat(told.get("version").longValue()).isEqualTo(3);
        assertThat(told.get("clock").stringValue()).isEqualTo("2024-04-03T02:00:00Z");
        assertThat(texts(told.get("outcomes"), "command")).containsExactly("PresentEvidence", "OvercomeRefusal");
        assertThat(texts(told.get("events"), "type"))
                .containsExactly("NoticeOverdue", "EvidencePresented", "RefusalOvercome", "ApplicationReopened");
        var last = told.get("events").get(3);
        assertThat(last.get("command").intValue()).isEqualTo(1);
        assertThat(last.get("sequence").longValue()).isEqualTo(6);
        assertThat(last.get("actor").stringValue()).isEqualTo("officer-a");
        assertThat(last.get("rules").get(0).get("citation").stringValue()).isNotBlank();
        var state = told.get("state");
        assertThat(state.get("version").longValue()).isEqualTo(7);
        assertThat(state.get("applicants").get(0).get("state").stringValue()).isEqualTo("REOPENED");
        assertThat(texts(told.get("deadlines"), "kind")).contains("DECISION");
    }

    @Test
    void nothing_is_stored_and_the_version_does_not_move() {
        var before = api.get(path).body();
        var head = cases.head();
        api.post(path + "/what-if", commands(EVIDENCE, OVERCOME, ISSUE), "Idempotency-Key", "k1")
                .isStatus(200);
        assertThat(cases.head()).isEqualTo(head);
        assertThat(api.get(path).body()).isEqualTo(before);
    }

    @Test
    void asked_again_under_its_key_it_is_answered_for_the_case_of_the_first_time() {
        var first = api.post(path + "/what-if", commands(NOTE), "Idempotency-Key", "k1")
                .isStatus(200);
        api.post(path + "/commands/AddCaseNote", "{\"text\": \"meanwhile\"}").isStatus(200);
        clock.set(clock.now().plus(Duration.ofDays(1)));
        var again = api.post(path + "/what-if", commands(NOTE), "Idempotency-Key", "k1")
                .isStatus(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(api.post(path + "/what-if", commands(NOTE)).isStatus(200).body())
                .isNotEqualTo(first.body());
        api.post(path + "/what-if", commands(NOTE, NOTE), "Idempotency-Key", "k1")
                .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        api.post(path + "/what-if", commands(NOTE), "Idempotency-Key", "not visible: \t")
                .isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void the_first_rejection_is_an_answer_and_the_rest_is_not_looked_at() {
        var told = api.post(path + "/what-if", commands(NOTE, OVERCOME, ISSUE))
                .isStatus(200)
                .json();
        assertThat(told.get("outcomes")).hasSize(2);
        var rejected = told.get("outcomes").get(1);
        assertThat(rejected.get("accepted").booleanValue()).isFalse();
        assertThat(rejected.get("code").stringValue()).isEqualTo("NO_EVIDENCE");
        assertThat(rejected.get("rule").stringValue()).isEqualTo("R-OVC-01");
        assertThat(rejected.get("citation").stringValue()).isNotBlank();
        assertThat(rejected.get("detail").stringValue()).isNotBlank();
        assertThat(texts(told.get("events"), "type")).containsExactly("CaseNoteAdded", "NoticeOverdue");
        assertThat(told.get("state").get("version").longValue()).isEqualTo(5);
    }

    @Test
    void time_alone_may_pass_for_whoever_may_read_the_case() {
        var told = api.as("auditor")
                .post(path + "/what-if", "{\"until\": \"2025-03-06T12:00:00+08:00\"}")
                .isStatus(200)
                .json();
        assertThat(texts(told.get("events"), "type")).contains("FeeWindowClosed", "RegistrationTerminated");
        assertThat(told.get("events").get(0).get("command").isNull()).isTrue();
        assertThat(told.get("state").get("registration").get("state").stringValue())
                .isEqualTo("TERMINATED");
        api.as("dashboard").post(path + "/what-if", "{}").isProblem(403, "FORBIDDEN_ROLE");
        api.as("officer-cdj").post(path + "/what-if", "{}").isProblem(403, "FORBIDDEN_POST");
        api.post(NOBODYS + "/what-if", "{}").isProblem(404, "NOT_FOUND");
        api.as("").post(path + "/what-if", "{}").isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void each_command_has_to_be_one_that_the_caller_may_give() {
        api.as("auditor").post(path + "/what-if", commands(NOTE)).isProblem(403, "FORBIDDEN_ROLE");
        api.as("intake").post(path + "/what-if", commands(EVIDENCE)).isStatus(200);
        api.as("intake").post(path + "/what-if", commands(EVIDENCE, OVERCOME)).isProblem(403, "FORBIDDEN_ROLE");
    }

    @Test
    void every_fault_is_pointed_at_in_its_command() {
        var faults = api.post(
                        path + "/what-if",
                        commands(
                                "{\"command\": \"AddCaseNote\", \"body\": {\"txt\": \"x\"}}",
                                "{\"command\": \"Dance\", \"body\": {}}",
                                "{\"command\": \"RegisterCase\", \"body\": {}}",
                                "{\"command\": \"AddCaseNote\"}",
                                "7"))
                .isProblem(400, "MALFORMED_REQUEST")
                .json()
                .get("errors");
        assertThat(texts(faults, "pointer"))
                .containsExactlyInAnyOrder(
                        "/commands/0/body/text",
                        "/commands/0/body/txt",
                        "/commands/1/command",
                        "/commands/2/command",
                        "/commands/3/body",
                        "/commands/4");
    }

    @Test
    void a_command_about_nothing_that_would_be_there_is_malformed() {
        var concur = "{\"command\": \"ReverseOwnRefusal\", \"body\": {\"refusalId\": \"R2\", \"reason\": \"x\"}}";
        var fault = api.post(path + "/what-if", commands(NOTE, concur))
                .isProblem(400, "MALFORMED_REQUEST")
                .json()
                .get("errors")
                .get(0);
        assertThat(fault.get("pointer").stringValue()).isEqualTo("/commands/1/body/refusalId");
    }

    @Test
    void a_question_has_at_most_fifty_commands_and_knows_its_members() {
        var fifty = IntStream.range(0, 50).mapToObj(_ -> NOTE).toArray(String[]::new);
        assertThat(api.post(path + "/what-if", commands(fifty))
                        .isStatus(200)
                        .json()
                        .get("outcomes"))
                .hasSize(50);
        api.post(path + "/what-if", commands(String.join(", ", fifty), NOTE)).isProblem(400, "MALFORMED_REQUEST");
        api.post(path + "/what-if", "{\"command\": []}").isProblem(400, "MALFORMED_REQUEST");
        api.post(path + "/what-if?dryRun=true", "{}").isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void a_version_that_is_no_longer_the_latest_is_said_to_be_stale() {
        api.post(path + "/what-if", commands(NOTE), "If-Match", "\"2\"").isProblem(412, "VERSION_MISMATCH");
        api.post(path + "/what-if", commands(NOTE), "If-Match", "\"3\"").isStatus(200);
    }
}
