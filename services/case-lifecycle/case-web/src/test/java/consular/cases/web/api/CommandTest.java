package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.Api;
import consular.cases.web.MovableClock;
import consular.cases.web.WebTestBase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How commands are taken and answered. */
class CommandTest extends WebTestBase {
    private static final String NOTE = "{\"text\": \"called the applicant\"}";

    @Test
    void a_registration_is_created_with_its_place_version_and_events() {
        var answer = api.post(CASES, Api.registration("MNL2024000001", "MNL")).isStatus(201);
        var body = answer.json();
        assertThat(answer.header("Location"))
                .isEqualTo(CASES + "/" + body.get("caseId").stringValue());
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(answer.header("Case-Version")).isEqualTo("1");
        assertThat(answer.header("Idempotency-Replayed")).isEqualTo("null");
        assertThat(body.propertyNames()).containsExactly("caseId", "version", "position", "events");
        assertThat(body.get("version").longValue()).isEqualTo(1);
        assertThat(body.get("position").longValue()).isEqualTo(1);
        var event = body.get("events").get(0);
        assertThat(event.propertyNames())
                .containsExactly("eventId", "type", "sequence", "effectiveAt", "recordedAt", "payload");
        assertThat(event.get("type").stringValue()).isEqualTo("CaseRegistered");
        assertThat(event.get("recordedAt").stringValue()).isEqualTo("2024-03-05T04:00:00Z");
        var payload = event.get("payload");
        assertThat(payload.get("post").stringValue()).isEqualTo("MNL");
        assertThat(payload.get("applicants").get(0).get("dateOfBirth").stringValue())
                .isEqualTo("1990-05-01");
    }

    @Test
    void a_command_answers_with_the_new_version() {
        var path = api.register("MNL2024000001", "MNL");
        var answer = api.apply(path).isStatus(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.header("Case-Version")).isEqualTo("2");
        assertThat(answer.header("Location")).isEqualTo("null");
        var refused = api.refuse(path).isStatus(200).json();
        var finding =
                refused.get("events").get(0).get("payload").get("findings").get(0);
        assertThat(finding.get("annotation").stringValue()).isEqualTo("Or BC");
        assertThat(finding.get("feeWindowEnd").stringValue()).isEqualTo("2025-03-05");
    }

    @Test
    void no_second_read_of_the_case_for_a_command_that_is_well_formed() {
        var path = api.register("MNL2024000001", "MNL");
        api.apply(path).isStatus(200);
        assertThat(cases.reads()).isZero();
    }

    @Test
    void what_the_law_objects_to_is_a_problem_with_rule_and_citation() {
        var path = api.register("MNL2024000001", "MNL");
        var problem = api.refuse(path).isProblem(422, "NOT_EXECUTED");
        assertThat(problem.json().get("rule").stringValue()).isEqualTo("R-IV-11");
        assertThat(problem.json().get("citation").stringValue()).isEqualTo("22 CFR 42.81(b)");
        assertThat(problem.json().get("instance").stringValue()).isEqualTo(path + "/commands/Refuse221g");
    }

    @Test
    void an_objection_to_the_time_has_no_rule() {
        var path = api.register("MNL2024000001", "MNL");
        var body = "{\"text\": \"x\", \"effectiveAt\": \"2024-03-05T04:00:01Z\"}";
        var problem =
                api.as("officer-a").post(path + "/commands/AddCaseNote", body).isProblem(422, "FUTURE_EFFECTIVE_TIME");
        assertThat(problem.json().has("rule")).isFalse();
        assertThat(problem.json().has("citation")).isFalse();
    }

    @Test
    void the_envelope_says_when_and_why_so_late() {
        var path = api.register("MNL2024000001", "MNL");
        clock.set(MovableClock.START.plus(Duration.ofDays(2)));
        var body = """
            {"text": "x", "effectiveAt": "2024-03-06T12:00:00+08:00", "lateEntryReason": "power cut"}\
            """;
        var event = api.as("officer-a")
                .post(path + "/commands/AddCaseNote", body)
                .isStatus(200)
                .json()
                .get("events")
                .get(0);
        assertThat(event.get("effectiveAt").stringValue()).isEqualTo("2024-03-06T04:00:00Z");
        assertThat(event.get("recordedAt").stringValue()).isEqualTo("2024-03-07T04:00:00Z");
        assertThat(event.get("payload").propertyNames()).containsExactly("text");
        assertThat(cases.last().lateEntryReason()).isEqualTo("power cut");
    }

    @Test
    void a_dry_run_shows_the_events_and_keeps_nothing() {
        var registration = api.post(CASES + "?dryRun=true", Api.registration("MNL2024000001", "MNL"))
                .isStatus(200);
        assertThat(registration.json().get("position").isNull()).isTrue();
        assertThat(registration.json().get("events")).hasSize(1);
        assertThat(registration.header("Location")).isEqualTo("null");
        assertThat(cases.head()).isZero();

        var path = api.register("MNL2024000001", "MNL");
        var answer = api.as("officer-a").post(path + "/commands/AddCaseNote?dryRun=true", NOTE);
        answer.isStatus(200);
        assertThat(answer.json().get("version").longValue()).isEqualTo(2);
        assertThat(answer.header("ETag")).isEqualTo("null");
        assertThat(cases.head()).isEqualTo(1);
        api.as("officer-a")
                .post(path + "/commands/Refuse221g?dryRun=true", "{\"applicantId\": \"a1\"}")
                .isProblem(422, "NOT_EXECUTED");
        api.as("officer-a")
                .post(path + "/commands/AddCaseNote?dryRun=perhaps", NOTE)
                .isFaultOf("dryRun");
        api.as("officer-a").post(path + "/commands/AddCaseNote?dry=true", NOTE).isFaultOf("dry");
    }

    @Test
    void the_same_key_and_body_get_the_first_answer_again() {
        var body = Api.registration("MNL2024000001", "MNL");
        var first = api.post(CASES, body, "Idempotency-Key", "k1").isStatus(201);
        // white space makes no other request
        var again = api.post(CASES, body.replace(": ", ":   "), "Idempotency-Key", "k1")
                .isStatus(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(cases.head()).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_or_for_another_command_is_422() {
        api.post(CASES, Api.registration("MNL2024000001", "MNL"), "Idempotency-Key", "k1")
                .isStatus(201);
        api.post(CASES, Api.registration("MNL2024000002", "MNL"), "Idempotency-Key", "k1")
                .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
        var path = api.register("MNL2024000003", "MNL");
        var officer = api.as("officer-a");
        officer.post(path + "/commands/AddCaseNote", NOTE, "Idempotency-Key", "k1")
                .isStatus(200);
        var elsewhere = api.register("MNL2024000004", "MNL");
        officer.post(elsewhere + "/commands/AddCaseNote", NOTE, "Idempotency-Key", "k1")
                .isProblem(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void the_order_of_the_members_makes_no_other_request() {
        var path = api.register("MNL2024000001", "MNL");
        var fee = "\"fee\": {\"paid\": true, \"place\": \"NVC\"}";
        api.post(
                        path + "/commands/ApplyForVisa",
                        "{\"applicantId\": \"a1\", \"form\": \"DS-260\", " + fee + "}",
                        "Idempotency-Key",
                        "k")
                .isStatus(200);
        var again = api.post(
                path + "/commands/ApplyForVisa",
                "{" + fee + ", \"form\": \"DS-260\", \"applicantId\": \"a1\"}",
                "Idempotency-Key",
                "k");
        assertThat(again.isStatus(200).header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_rejection_is_replayed_too() {
        var path = api.register("MNL2024000001", "MNL");
        var body = "{\"applicantId\": \"a1\", \"reasons\": [{\"annotation\": \"BC\"}]}";
        var officer = api.as("officer-a");
        officer.post(path + "/commands/Refuse221g", body, "Idempotency-Key", "k1")
                .isProblem(422, "NOT_EXECUTED");
        api.apply(path);
        var again = officer.post(path + "/commands/Refuse221g", body, "Idempotency-Key", "k1");
        assertThat(again.isProblem(422, "NOT_EXECUTED").header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "käse"})
    void a_key_is_visible_ascii(String key) {
        api.post(CASES, Api.registration("MNL2024000001", "MNL"), "Idempotency-Key", key)
                .isProblem(400, "MALFORMED_REQUEST");
    }

    @Test
    void a_key_has_at_most_255_characters() {
        var body = Api.registration("MNL2024000001", "MNL");
        var problem = api.post(CASES, body, "Idempotency-Key", "k".repeat(256)).isProblem(400, "MALFORMED_REQUEST");
        assertThat(problem.json().get("errors").get(0).get("header").stringValue())
                .isEqualTo("Idempotency-Key");
        api.post(CASES, body, "Idempotency-Key", "k".repeat(255)).isStatus(201);
    }

    @Test
    void if_match_holds_the_command_to_a_version() {
        var path = api.register("MNL2024000001", "MNL") + "/commands/AddCaseNote";
        var officer = api.as("officer-a");
        officer.post(path, NOTE, "If-Match", "\"1\"").isStatus(200);
        var stale = officer.post(path, NOTE, "If-Match", "\"1\"").isProblem(412, "VERSION_MISMATCH");
        assertThat(stale.header("ETag")).isEqualTo("\"2\"");
        officer.post(path, NOTE, "If-Match", "*").isStatus(200);
        for (var tag : new String[] {"W/\"3\"", "3", "\"x\"", "\"2\", \"3\"", "\"-1\"", "\"99999999999999999999\""}) {
            var bad = officer.post(path, NOTE, "If-Match", tag).isProblem(400, "MALFORMED_REQUEST");
            assertThat(bad.json().get("errors").get(0).get("header").stringValue())
                    .isEqualTo("If-Match");
        }
    }

    @Test
    void a_form_that_makes_no_sense_goes_before_a_stale_version() {
        var path = api.register("MNL2024000001", "MNL") + "/commands/AddCaseNote";
        api.as("officer-a").post(path, "{}", "If-Match", "\"9\"").isFaultAt("/text");
    }

    @Test
    void unknown_cases_and_commands_are_404_even_when_the_body_is_bad() {
        var officer = api.as("officer-a");
        officer.post(NOBODYS + "/commands/AddCaseNote", NOTE).isProblem(404, "NOT_FOUND");
        officer.post(NOBODYS + "/commands/AddCaseNote", "{}").isProblem(404, "NOT_FOUND");
        officer.post(NOBODYS + "/commands/AddCaseNote", "nonsense").isProblem(404, "NOT_FOUND");
        officer.post(NOBODYS + "/commands/AddCaseNote?dryRun=true", NOTE).isProblem(404, "NOT_FOUND");
        officer.post(CASES + "/1-1-1-1-1/commands/AddCaseNote", NOTE).isProblem(404, "NOT_FOUND");
        officer.post(CASES + "/MNL2024000001/commands/AddCaseNote", NOTE).isProblem(404, "NOT_FOUND");
        var path = api.register("MNL2024000001", "MNL");
        for (var name : new String[] {"Frobnicate", "addCaseNote", "RegisterCase", "ActOnDeadlines"}) {
            officer.post(path + "/commands/" + name, NOTE).isProblem(404, "NOT_FOUND");
        }
    }

    @Test
    void the_role_goes_before_the_case_and_the_case_before_the_post() {
        api.as("auditor").post(NOBODYS + "/commands/AddCaseNote", NOTE).isProblem(403, "FORBIDDEN_ROLE");
        api.as("officer-cdj").post(NOBODYS + "/commands/AddCaseNote", NOTE).isProblem(404, "NOT_FOUND");
        var path = api.register("MNL2024000001", "MNL");
        api.as("officer-cdj").post(path + "/commands/AddCaseNote", "nonsense").isProblem(403, "FORBIDDEN_POST");
        var juarez = api.register("CDJ2024000001", "CDJ");
        api.as("officer-cdj").post(juarez + "/commands/AddCaseNote", NOTE).isStatus(200);
        assertThat(cases.last().actor().officer().value()).isEqualTo("officer-cdj");
    }

    @Test
    void where_a_case_is_now_is_looked_up_only_for_who_does_not_work_for_every_post() {
        var path = api.register("CDJ2024000001", "CDJ");
        for (var i = 0; i < 3; i++) {
            api.as("officer-a").post(path + "/commands/AddCaseNote", NOTE).isStatus(200);
        }
        assertThat(cases.reads()).isZero();
        api.as("officer-cdj").post(path + "/commands/AddCaseNote", NOTE).isStatus(200);
        assertThat(cases.reads()).isEqualTo(1);
    }

    @Test
    void with_a_case_that_is_sent_to_another_post_the_right_of_access_goes_there() {
        var path = api.register("CDJ2024000001", "CDJ");
        var officer = api.as("officer-cdj");
        officer.post(path + "/commands/TransferCase", "{\"toPost\": \"MNL\"}").isStatus(200);
        officer.post(path + "/commands/AddCaseNote", NOTE).isProblem(403, "FORBIDDEN_POST");
        officer.get(path).isProblem(403, "FORBIDDEN_POST");
        assertThat(officer.get("/api/v1/events").isStatus(200).json().get("items"))
                .isEmpty();

        api.as("officer-a")
                .post(path + "/commands/TransferCase", "{\"toPost\": \"CDJ\"}")
                .isStatus(200);
        officer.post(path + "/commands/AddCaseNote", NOTE).isStatus(200);
        assertThat(officer.get("/api/v1/events").isStatus(200).json().get("items"))
                .hasSize(4);
    }
}
