package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CommandName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A case and what hangs below it, as clients read it. */
class CaseReadTest extends RefusedCaseTestBase {
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
                        "orderId",
                        "petition",
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
                        "refusals",
                        "issuanceReview");
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
                        "findings",
                        "missingDocuments");
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
                        "evidence",
                        "cfrTrigger");
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
        assertThat(api.get(path + "/commands").json().get("items"))
                .allSatisfy(item -> assertThat(item.get("code").stringValue())
                        .isEqualTo(
                                item.get("command").stringValue().equals("InstructNotice")
                                        ? "WAIVER_DEPARTMENT_ONLY"
                                        : "FORBIDDEN_ROLE"));
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
