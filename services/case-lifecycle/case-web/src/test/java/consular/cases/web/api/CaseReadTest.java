package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CommandName;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.Stamp;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.web.MovableClock;
import consular.cases.web.WebTestBase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A case and what hangs below it, as clients read it. */
class CaseReadTest extends WebTestBase {
    private String path = "";

    /** Registered, executed and refused, an hour apart. */
    @BeforeEach
    void refusedCase() {
        path = api.register("MNL2024000001", "MNL");
        clock.set(MovableClock.START.plus(Duration.ofHours(1)));
        api.apply(path).isStatus(200);
        clock.set(MovableClock.START.plus(Duration.ofHours(2)));
        api.refuse(path).isStatus(200);
        api = api.as("auditor");
    }

    private static String state(JsonNode view) {
        return view.get("applicants").get(0).get("state").stringValue();
    }

    @Test
    void a_case_has_the_members_of_the_contract() {
        var answer = api.get(path).isStatus(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        var view = answer.json();
        assertThat(view.propertyNames())
                .containsExactly(
                        "caseId",
                        "caseNumber",
                        "post",
                        "category",
                        "visaClass",
                        "petitionBased",
                        "version",
                        "registration",
                        "applicants",
                        "advisoryOpinions",
                        "responsibleOfficer",
                        "ruleSet");
        assertThat(view.get("post").stringValue()).isEqualTo("MNL");
        assertThat(view.get("responsibleOfficer").isNull()).isTrue();
        var applicant = view.get("applicants").get(0);
        assertThat(applicant.propertyNames())
                .containsExactly(
                        "applicantId",
                        "role",
                        "state",
                        "executedOn",
                        "decisionDue",
                        "decisionOverdue",
                        "feeStatus",
                        "annotationRequired",
                        "revalidationLost",
                        "refusals");
        var refusal = applicant.get("refusals").get(0);
        assertThat(refusal.propertyNames())
                .containsExactly(
                        "refusalId",
                        "refusedOn",
                        "officer",
                        "fileCategory",
                        "notice",
                        "classEntry",
                        "review",
                        "findings");
        assertThat(refusal.get("officer").stringValue()).isEqualTo("officer-a");
        assertThat(refusal.get("review").propertyNames())
                .containsExactly("class", "state", "target", "deadline", "overdueSince", "reviewer");
        assertThat(refusal.get("review").get("class").stringValue()).isEqualTo("DISCRETIONARY");
        assertThat(refusal.get("findings").get(0).propertyNames())
                .containsExactly(
                        "findingId",
                        "ground",
                        "annotation",
                        "kind",
                        "originalRequested",
                        "forPetitioner",
                        "status",
                        "refusedOn",
                        "feeWindowEnd",
                        "terminateFrom",
                        "reinstateBy",
                        "evidence");
    }

    @Test
    void what_the_client_has_is_not_sent_again() {
        for (var tags : new String[] {"\"3\"", "W/\"3\"", "\"1\", \"3\"", "*"}) {
            var answer = api.get(path, "If-None-Match", tags).isStatus(304);
            assertThat(answer.header("ETag")).isEqualTo("\"3\"");
            assertThat(answer.body()).isEmpty();
        }
        api.get(path, "If-None-Match", "\"2\"").isStatus(200);
        api.get(path, "If-None-Match", "nonsense").isStatus(200);
    }

    @Test
    void an_earlier_version() {
        assertThat(state(api.get(path + "?version=1").isStatus(200).json())).isEqualTo("REGISTERED");
        var second = api.get(path + "?version=2").isStatus(200);
        assertThat(state(second.json())).isEqualTo("UNDECIDED");
        assertThat(second.header("ETag")).isEqualTo("\"2\"");
        for (var version : new String[] {"0", "4", "-1", "x", "1.0", ""}) {
            api.get(path + "?version=" + version).isFaultOf("version");
        }
    }

    @Test
    void as_the_record_had_it() {
        assertThat(state(api.get(path + "?asOf=2024-03-05T04:59:59Z").json())).isEqualTo("REGISTERED");
        assertThat(state(api.get(path + "?asOf=2024-03-05T05:00:00Z&axis=recorded")
                        .json()))
                .isEqualTo("UNDECIDED");
        assertThat(state(api.get(path + "?asOf=2030-01-01T00:00:00Z").json())).isEqualTo("REFUSED");
        api.get(path + "?asOf=2024-03-05T03:59:59Z").isProblem(404, "NOT_FOUND");
        api.get(path + "?asOf=2024-03-05T03:59:59Z&axis=effective").isProblem(404, "NOT_FOUND");
    }

    @Test
    void as_it_was_by_all_that_is_known_today() {
        clock.set(MovableClock.START.plus(Duration.ofDays(10)));
        var evidence = """
            {"applicantId": "a1", "findingIds": ["F1"], "effectiveAt": "2024-03-08T04:00:00Z",
             "lateEntryReason": "found in the mail room",
             "documents": [{"type": "BC", "original": true, "description": "birth certificate"}]}\
            """;
        api.as("intake").post(path + "/commands/PresentEvidence", evidence).isStatus(200);
        var known = api.get(path + "?asOf=2024-03-09T00:00:00Z&axis=recorded");
        var so = api.get(path + "?asOf=2024-03-09T00:00:00Z&axis=effective");
        assertThat(evidenceOf(known.json())).isEmpty();
        assertThat(evidenceOf(so.json())).hasSize(1);
        assertThat(known.header("ETag")).isEqualTo("\"3\"");
        assertThat(so.header("ETag")).isEqualTo("\"4\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?version=2",
                "?asOf=2024-03-05T05:00:00Z",
                "?asOf=2024-03-05T05:00:00Z&axis=recorded",
                "?asOf=2024-03-05T05:00:00Z&axis=effective"
            })
    void every_view_is_tagged_with_its_version(String moment) {
        var answer = api.get(path + moment).isStatus(200);
        var tag = "\"" + answer.json().get("version").longValue() + "\"";
        assertThat(answer.header("ETag")).isEqualTo(tag);
        assertThat(api.get(path + moment, "If-None-Match", tag).isStatus(304).header("ETag"))
                .isEqualTo(tag);
    }

    @Test
    void what_is_entered_late_changes_the_tag_of_the_moment_it_belongs_to() {
        clock.set(MovableClock.START.plus(Duration.ofDays(10)));
        var then = path + "?asOf=2024-03-09T00:00:00Z&axis=effective";
        var before = api.get(then).header("ETag");
        var note = """
            {"text": "x", "effectiveAt": "2024-03-08T04:00:00Z", "lateEntryReason": "power cut"}\
            """;
        api.as("officer-a").post(path + "/commands/AddCaseNote", note).isStatus(200);
        assertThat(api.get(then, "If-None-Match", before).isStatus(200).header("ETag"))
                .isEqualTo("\"4\"");
    }

    @Test
    void what_took_effect_before_the_registration_makes_no_case() {
        var caseId = CaseId.of(path.substring(path.lastIndexOf('/') + 1));
        cases.append(
                caseId,
                new RecordedEvent(
                        new CaseEvent.PetitionRevokedAutomatically("WAC2190000001"),
                        new Stamp(
                                3,
                                3,
                                Actor.SERVICE,
                                MovableClock.START.minus(Duration.ofDays(1)),
                                MovableClock.START.plus(Duration.ofHours(3)),
                                null,
                                RuleSet.OF_2019_07_23,
                                List.of())));
        api.get(path + "?asOf=2024-03-03T00:00:00Z&axis=effective").isProblem(404, "NOT_FOUND");
        api.get(path + "?asOf=2024-03-05T03:59:59Z&axis=effective").isProblem(404, "NOT_FOUND");
        api.get(path + "?asOf=2024-03-05T04:00:00Z&axis=effective").isStatus(200);
        api.get(path + "?asOf=2024-03-05T03:59:59Z&axis=recorded", "If-None-Match", "*")
                .isProblem(404, "NOT_FOUND");
    }

    private static JsonNode evidenceOf(JsonNode view) {
        return view.get("applicants")
                .get(0)
                .get("refusals")
                .get(0)
                .get("findings")
                .get(0)
                .get("evidence");
    }

    @ParameterizedTest
    @CsvSource({
        "version=1&asOf=2024-03-05T05:00:00Z, version",
        "axis=recorded, axis",
        "asOf=2024-03-05T05:00:00Z&axis=sideways, axis",
        "asOf=2024-03-05, asOf",
        "asof=2024-03-05T05:00:00Z, asof",
        "version=1&version=2, version"
    })
    void moments_that_cannot_be_meant(String query, String parameter) {
        api.get(path + "?" + query).isFaultOf(parameter);
    }

    @Test
    void the_history_says_all_of_each_event() {
        var items = api.get(path + "/events").isStatus(200).json().get("items");
        assertThat(items).hasSize(3);
        var refused = items.get(2);
        assertThat(refused.propertyNames())
                .containsExactly(
                        "eventId",
                        "type",
                        "sequence",
                        "actor",
                        "role",
                        "effectiveAt",
                        "recordedAt",
                        "lateEntryReason",
                        "ruleSet",
                        "rules",
                        "payload",
                        "hash",
                        "logIndex");
        assertThat(refused.get("type").stringValue()).isEqualTo("VisaRefused");
        assertThat(refused.get("sequence").longValue()).isEqualTo(2);
        assertThat(refused.get("actor").stringValue()).isEqualTo("officer-a");
        assertThat(refused.get("role").stringValue()).isEqualTo("ADJUDICATOR");
        assertThat(refused.get("ruleSet").stringValue()).isEqualTo("2019-07-23");
        assertThat(refused.get("rules")).allSatisfy(rule -> {
            assertThat(rule.get("id").stringValue()).startsWith("R-");
            assertThat(rule.get("citation").stringValue()).isNotBlank();
        });
        assertThat(refused.get("hash").isNull()).isTrue();
        assertThat(refused.get("logIndex").longValue()).isEqualTo(3);
    }

    @Test
    void the_history_comes_in_pages() {
        var first = api.get(path + "/events?limit=2").isStatus(200).json();
        assertThat(first.get("items")).hasSize(2);
        assertThat(first.get("next").stringValue()).isEqualTo("1");
        var second = api.get(path + "/events?limit=2&after=1").isStatus(200).json();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
        assertThat(api.get(path + "/events?after=999").json().get("items")).isEmpty();
        assertThat(api.get(path + "/events?limit=3").json().get("next").isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=501", "limit=x", "after=x", "after=-1", "limit=1&limit=2", "order=desc"})
    void pages_that_cannot_be_meant(String query) {
        for (var list : new String[] {"/events", "/deadlines", "/commands"}) {
            api.get(path + list + "?" + query).isFaultOf(query.substring(0, query.indexOf('=')));
        }
    }

    @Test
    void deadlines_say_why() {
        var answer = api.get(path + "/deadlines").isStatus(200);
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        var items = answer.json().get("items");
        assertThat(answer.json().get("next").isNull()).isTrue();
        assertThat(items).isNotEmpty().allSatisfy(deadline -> {
            assertThat(deadline.propertyNames())
                    .containsExactly("kind", "subject", "due", "firesOn", "state", "because");
            assertThat(deadline.get("because")).isNotEmpty().allSatisfy(because -> {
                assertThat(because.get("text").stringValue()).isNotBlank();
                assertThat(because.has("rule")).isEqualTo(because.has("citation"));
                assertThat(because.has("rule")).isNotEqualTo(because.has("sequence"));
            });
        });
        assertThat(items)
                .extracting(deadline -> deadline.get("kind").stringValue())
                .contains("DECISION", "FEE_WINDOW", "TERM_B", "TERM_WARNING");
    }

    @Test
    void commands_say_whether_and_why_not() {
        var items =
                api.as("officer-a").get(path + "/commands").isStatus(200).json().get("items");
        assertThat(items).hasSize(CommandName.values().length - 1).allSatisfy(item -> {
            assertThat(item.propertyNames())
                    .containsExactly("command", "allowed", "code", "rule", "citation", "detail");
            assertThat(item.get("code").isNull()).isEqualTo(item.get("allowed").booleanValue());
        });
        assertThat(of(items, "AddCaseNote").get("allowed").booleanValue()).isTrue();
        var supervisors = of(items, "SupervisorConcur");
        assertThat(supervisors.get("code").stringValue()).isEqualTo("FORBIDDEN_ROLE");
        assertThat(supervisors.get("rule").isNull()).isTrue();
        var issue = of(items, "IssueVisa");
        assertThat(issue.get("code").stringValue()).isEqualTo("FINDINGS_ACTIVE");
        assertThat(issue.get("rule").stringValue()).isEqualTo("R-OVC-10");
        assertThat(issue.get("citation").stringValue()).isNotBlank();
    }

    @Test
    void a_command_that_has_nothing_to_be_about_is_in_a_bad_state() {
        var fresh = api.register("MNL2024000002", "MNL");
        var items = api.as("supervisor-a").get(fresh + "/commands").json().get("items");
        var concur = of(items, "SupervisorConcur");
        assertThat(concur.get("allowed").booleanValue()).isFalse();
        assertThat(concur.get("code").stringValue()).isEqualTo("BAD_STATE");
    }

    @Test
    void an_auditor_may_give_no_command() {
        assertThat(api.get(path + "/commands?limit=500").json().get("items"))
                .allSatisfy(item -> assertThat(item.get("code").stringValue()).isEqualTo("FORBIDDEN_ROLE"));
    }

    private static JsonNode of(JsonNode items, String command) {
        return items.valueStream()
                .filter(item -> item.get("command").stringValue().equals(command))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/events", "/deadlines", "/commands"})
    void who_may_read_a_case(String below) {
        for (var user : new String[] {"intake", "officer-a", "supervisor-x", "visa-office", "auditor", "admin"}) {
            api.as(user).get(path + below).isStatus(200);
        }
        api.as("dashboard").get(path + below).isProblem(403, "FORBIDDEN_ROLE");
        api.as("dashboard").get(NOBODYS + below).isProblem(403, "FORBIDDEN_ROLE");
        api.as("officer-cdj").get(path + below).isProblem(403, "FORBIDDEN_POST");
        api.as("officer-cdj").get(NOBODYS + below).isProblem(404, "NOT_FOUND");
        api.get(CASES + "/x" + below).isProblem(404, "NOT_FOUND");
    }
}
