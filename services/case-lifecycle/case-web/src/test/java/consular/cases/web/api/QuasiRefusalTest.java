package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.QuasiRefusalSubmission;
import consular.cases.domain.people.Actor;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.AcknowledgeLookout;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.web.Api;
import consular.cases.web.WebTestBase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Quasi-refusals as clients meet them. */
class QuasiRefusalTest extends WebTestBase {
    private static final String QUASI_REFUSALS = "/api/v1/quasi-refusals";
    private static final String PERSON = """
        {"familyName": "Reyes", "givenName": "Ana", "dateOfBirth": "1990-01-02", "nationality": "PH"}\
        """;

    @BeforeEach
    void officer() {
        api = api.as("officer-a");
    }

    private static String body(String more) {
        return """
            {"post": "MNL", "person": %s, "ground": "212(a)(6)(E)", "explanation": "told of the provision",
             "lookout": true%s}\
            """.formatted(PERSON, more);
    }

    private String recorded() {
        return api.post(QUASI_REFUSALS, body("")).isStatus(201).header("Location");
    }

    private static String link(String casePath) {
        return "{\"caseId\": \"%s\", \"applicantId\": \"a1\"}".formatted(idOf(casePath));
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void it_is_recorded_and_read_where_the_answer_says() {
        var answer = api.post(QUASI_REFUSALS, body("")).isStatus(201);
        var id = answer.json().get("quasiRefusalId").stringValue();
        assertThat(answer.header("Location")).isEqualTo(QUASI_REFUSALS + "/" + id);
        assertThat(answer.header("ETag")).isEqualTo("\"4\"");
        assertThat(answer.json().get("position").longValue()).isEqualTo(4);
        assertThat(answer.json().get("events"))
                .extracting(event -> event.get("type").stringValue())
                .containsExactly(
                        "InquiryReceived", "ApparentIneligibilityExplained", "QuasiRefusalRecorded", "LookoutEntered");
        var read = api.as("auditor").get(answer.header("Location")).isStatus(200);
        assertThat(read.header("ETag")).isEqualTo("\"4\"");
        var view = read.json();
        assertThat(view.propertyNames())
                .containsExactly(
                        "quasiRefusalId",
                        "post",
                        "category",
                        "version",
                        "state",
                        "person",
                        "applicant",
                        "ground",
                        "explanation",
                        "officer",
                        "receivedOn",
                        "lookout",
                        "lookoutEnteredOn",
                        "classEntry",
                        "application");
        assertThat(view.get("state").stringValue()).isEqualTo("QUASI_RECORDED");
        assertThat(view.get("person").get("familyName").stringValue()).isEqualTo("Reyes");
        assertThat(view.get("officer").stringValue()).isEqualTo("officer-a");
        assertThat(view.get("lookout").booleanValue()).isTrue();
        assertThat(view.get("classEntry").get("state").stringValue()).isEqualTo("QUEUED");
        assertThat(view.get("application").isNull()).isTrue();
    }

    @Test
    void it_is_in_the_log_and_in_no_case() {
        var location = recorded();
        var events =
                api.as("auditor").get("/api/v1/events").isStatus(200).json().get("items");
        assertThat(events).hasSize(4).allSatisfy(event -> {
            assertThat(event.get("source").stringValue()).isEqualTo("urn:consular:quasi-refusals");
            assertThat(event.get("subject").stringValue()).isEqualTo(idOf(location));
        });
        assertThat(events.get(0).get("data").get("rules").get(0).get("id").stringValue())
                .isEqualTo("R-QR-01");
        api.get(CASES + "/" + idOf(location)).isProblem(404, "NOT_FOUND");
        api.get(CASES + "/" + idOf(location) + "/events").isProblem(404, "NOT_FOUND");
        assertThat(api.as("officer-cdj")
                        .get("/api/v1/events")
                        .isStatus(200)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(api.as("auditor")
                        .get("/api/v1/events?post=MNL")
                        .isStatus(200)
                        .json()
                        .get("items"))
                .hasSize(4);
    }

    @Test
    void it_says_whether_class_has_its_lookout_and_what_makes_it_so_is_no_command_of_a_client() {
        var location = recorded();
        api.post(location + "/commands/AcknowledgeLookout", "{}").isStatus(404);
        quasiRefusals.submit(new QuasiRefusalSubmission(
                new AcknowledgeLookout(), QuasiRefusalId.of(idOf(location)), Actor.SERVICE, null, null, null, null));
        var read = api.get(location).isStatus(200);
        assertThat(read.header("ETag")).isEqualTo("\"5\"");
        assertThat(read.json().get("classEntry").get("state").stringValue()).isEqualTo("SENT");
        var without =
                api.post(QUASI_REFUSALS, body("").replace("true", "false")).isStatus(201);
        assertThat(api.get(without.header("Location"))
                        .json()
                        .get("classEntry")
                        .get("state")
                        .stringValue())
                .isEqualTo("NONE");
    }

    @Test
    void a_dry_run_stores_nothing() {
        var dry = api.post(QUASI_REFUSALS + "?dryRun=true", body("")).isStatus(200);
        assertThat(dry.json().get("events")).hasSize(4);
        assertThat(cases.head()).isZero();
        api.get(QUASI_REFUSALS + "/" + dry.json().get("quasiRefusalId").stringValue())
                .isProblem(404, "NOT_FOUND");
    }

    @Test
    void the_same_key_and_body_get_the_first_answer_again() {
        var first = api.post(QUASI_REFUSALS, body(""), "Idempotency-Key", "k1").isStatus(201);
        var again = api.post(QUASI_REFUSALS, body(""), "Idempotency-Key", "k1").isStatus(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(cases.head()).isEqualTo(4);
    }

    @Test
    void it_is_for_adjudicators_of_the_post() {
        for (var user : new String[] {"intake", "visa-office", "auditor", "dashboard", "admin"}) {
            api.as(user).post(QUASI_REFUSALS, body("")).isProblem(403, "FORBIDDEN_ROLE");
        }
        api.as("").post(QUASI_REFUSALS, body("")).isProblem(401, "UNAUTHENTICATED");
        api.as("officer-cdj").post(QUASI_REFUSALS, body("")).isProblem(403, "FORBIDDEN_POST");
        api.as("supervisor-a").post(QUASI_REFUSALS, body("")).isStatus(201);
    }

    @Test
    void it_names_a_person_so_the_dashboards_do_not_read_it() {
        var location = recorded();
        api.as("dashboard").get(location).isProblem(403, "FORBIDDEN_ROLE");
        api.as("officer-cdj").get(location).isProblem(403, "FORBIDDEN_POST");
        for (var user : new String[] {"intake", "officer-b", "supervisor-a", "visa-office", "auditor", "admin"}) {
            api.as(user).get(location).isStatus(200);
        }
        api.get(QUASI_REFUSALS + "/00000000-0000-4000-8000-00000000dead").isProblem(404, "NOT_FOUND");
        api.get(QUASI_REFUSALS + "/nonsense").isProblem(404, "NOT_FOUND");
        api.get(location + "?verbose=true").isProblem(400, "MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @CsvSource({
        "MNL, XXX, UNKNOWN_POST, R-IV-03",
        "212(a)(6)(E), P6E, UNKNOWN_GROUND, R-IV-09",
        "212(a)(6)(E), 212(z), UNKNOWN_GROUND, R-IV-09",
        "212(a)(6)(E), 221(g), UNKNOWN_GROUND, R-IV-09"
    })
    void what_the_law_does_not_know_is_rejected(String known, String unknown, String code, String rule) {
        var answer = api.post(QUASI_REFUSALS, body("").replace("\"" + known + "\"", "\"" + unknown + "\""))
                .isProblem(422, code);
        assertThat(answer.json().get("rule").stringValue()).isEqualTo(rule);
    }

    @Test
    void a_bar_to_nonimmigrants_is_none_to_an_immigrant() {
        var bars = body(", \"category\": \"IMMIGRANT\"").replace("212(a)(6)(E)", "214(b)");
        api.post(QUASI_REFUSALS, bars).isProblem(422, "NIV_ONLY_GROUND");
        api.post(QUASI_REFUSALS, bars.replace("\"IMMIGRANT\"", "\"NONIMMIGRANT\""))
                .isStatus(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/post", "/person", "/ground", "/explanation", "/lookout"})
    void every_member_is_needed(String pointer) {
        var without = body("").replace("\"" + pointer.substring(1) + "\":", "\"x\":");
        assertThat(pointers(api.post(QUASI_REFUSALS, without))).contains(pointer);
    }

    @Test
    void an_explanation_says_something_and_a_nationality_is_a_code() {
        assertThat(pointers(api.post(QUASI_REFUSALS, body("").replace("told of the provision", "  "))))
                .containsExactly("/explanation");
        assertThat(pointers(api.post(QUASI_REFUSALS, body("").replace("\"PH\"", "\"Philippines\""))))
                .containsExactly("/person/nationality");
    }

    @Test
    void a_late_entry_is_explained() {
        var late = ", \"effectiveAt\": \"2024-03-04T10:00:00+08:00\"";
        api.post(QUASI_REFUSALS, body(late)).isProblem(422, "LATE_ENTRY_REASON_REQUIRED");
        var location = api.post(QUASI_REFUSALS, body(late + ", \"lateEntryReason\": \"the line was down\""))
                .isStatus(201)
                .header("Location");
        assertThat(api.get(location).json().get("receivedOn").stringValue()).isEqualTo("2024-03-04");
        api.post(QUASI_REFUSALS, body(", \"effectiveAt\": \"2030-01-01T00:00:00Z\""))
                .isProblem(422, "FUTURE_EFFECTIVE_TIME");
    }

    @Test
    void an_applicant_who_has_applied_is_past_informal_refusal() {
        var path = api.register("MNL2024000001", "MNL");
        var applicant = ", \"applicant\": {\"caseId\": \"%s\", \"applicantId\": \"%s\"}";
        var a1 = applicant.formatted(idOf(path), "a1");
        var before = api.post(QUASI_REFUSALS, body(a1)).isStatus(201).header("Location");
        assertThat(api.get(before).json().get("applicant").get("applicantId").stringValue())
                .isEqualTo("a1");
        api.apply(path).isStatus(200);
        var formal = api.post(QUASI_REFUSALS, body(a1)).isProblem(422, "ALREADY_FORMAL");
        assertThat(formal.json().get("rule").stringValue()).isEqualTo("R-IV-08");
        assertThat(pointers(api.post(QUASI_REFUSALS, body(applicant.formatted(idOf(path), "a9")))))
                .containsExactly("/applicant");
        assertThat(pointers(api.post(QUASI_REFUSALS, body(applicant.formatted(idOf(NOBODYS), "a1")))))
                .containsExactly("/applicant/caseId");
        assertThat(pointers(api.post(QUASI_REFUSALS, body(applicant.formatted("7", "a1")))))
                .containsExactly("/applicant/caseId");
    }

    @Test
    void an_application_that_follows_is_linked_once() {
        var location = recorded();
        var path = api.register("MNL2024000001", "MNL");
        var link = location + "/commands/LinkApplication";
        api.post(link, link(path)).isProblem(422, "NOT_EXECUTED");
        api.apply(path).isStatus(200);
        api.post(link, link(path), "If-Match", "\"3\"").isProblem(412, "VERSION_MISMATCH");
        assertThat(api.post(link + "?dryRun=true", link(path))
                        .isStatus(200)
                        .json()
                        .get("version")
                        .longValue())
                .isEqualTo(5);
        var linked = api.post(link, link(path), "If-Match", "\"4\"").isStatus(200);
        assertThat(linked.header("ETag")).isEqualTo("\"5\"");
        var view = api.get(location).json();
        assertThat(view.get("state").stringValue()).isEqualTo("FORMAL_APPLICATION");
        assertThat(view.get("application").get("caseId").stringValue()).isEqualTo(idOf(path));
        assertThat(view.get("application").get("executedOn").stringValue()).isEqualTo("2024-03-05");
        api.post(link, link(path)).isProblem(422, "ALREADY_FORMAL");
        api.as("intake").post(link, link(path)).isProblem(403, "FORBIDDEN_ROLE");
        api.as("officer-cdj").post(link, link(path)).isProblem(403, "FORBIDDEN_POST");
        assertThat(pointers(api.post(link, link(NOBODYS)))).containsExactly("/caseId");
        api.post(NOBODYS.replace("cases", "quasi-refusals") + "/commands/LinkApplication", "nonsense")
                .isProblem(404, "NOT_FOUND");
    }

    @Test
    void the_privacy_officer_has_who_asked_erased() {
        var erase = recorded() + "/commands/ErasePersonalData";
        var body = "{\"level\": \"KEY\", \"authority\": \"DAA-0059-2020-0003\"}";
        api.post(erase, body).isProblem(403, "FORBIDDEN_ROLE");
        var admin = api.as("admin");
        assertThat(pointers(admin.post(erase, "{\"level\": \"KEY\", \"authority\": \" \"}")))
                .containsExactly("/authority");
        admin.post(erase + "?dryRun=true", body).isStatus(200);
        var erased = admin.post(erase, body, "If-Match", "\"4\"").isStatus(200).json();
        assertThat(erased.get("events").get(0).get("type").stringValue()).isEqualTo("InquirerDataErased");
        admin.post(erase, body).isProblem(422, "ERASED");
    }

    private static List<String> pointers(Api.Answer answer) {
        return answer.isProblem(400, "MALFORMED_REQUEST")
                .json()
                .get("errors")
                .valueStream()
                .map(fault -> fault.get("pointer"))
                .map(JsonNode::stringValue)
                .toList();
    }
}
