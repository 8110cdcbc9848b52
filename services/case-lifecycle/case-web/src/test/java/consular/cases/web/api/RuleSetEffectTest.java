package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.Api;
import consular.cases.web.WebTestBase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What another rule set or policy would do, over HTTP. */
class RuleSetEffectTest extends WebTestBase {
    private static final String REPORT = "/api/v1/reports/rule-set-effects";
    private static final String COMPARED = "from=2019-07-23&to=2024-06-21";

    /** A case whose year to apply runs, and was touched by retrogression before the rule set of June 2024. */
    private String retrogressed(String caseNumber, String post) {
        clock.set(Instant.parse("2024-03-05T03:00:00Z"));
        var path = api.register(caseNumber, post);
        give(path, "NotifyVisaAvailability", "{\"transmittedOn\": \"2024-03-01\"}");
        give(path, "RecordRetrogression", "{\"from\": \"2024-03-02\"}");
        return path;
    }

    private Api.Answer give(String path, String command, String body) {
        return api.as("intake").post(path + "/commands/" + command, body).isStatus(200);
    }

    @Test
    void a_case_is_told_both_ways_with_what_differs_and_why() {
        var path = retrogressed("MNL1", "MNL");
        var before = api.as("auditor").get(path).json();
        var answer = api.as("auditor")
                .get(path + "/rule-set-effects?" + COMPARED)
                .isStatus(200)
                .json();
        assertThat(answer.get("version").longValue()).isEqualTo(3);
        assertThat(answer.get("from").get("ruleSet").stringValue()).isEqualTo("2019-07-23");
        assertThat(answer.get("to").get("state").get("ruleSet").stringValue()).isEqualTo("2024-06-21");
        assertThat(answer.get("from").get("state").get("registration")).isEqualTo(before.get("registration"));
        assertThat(answer.get("differences"))
                .extracting(it -> it.get("pointer").stringValue())
                .contains("/registration/terminateFrom")
                .doesNotContain("/version", "/ruleSet");
        var moved = moved(answer, "TERM_A");
        assertThat(moved.get("from").get("state").stringValue()).isEqualTo("RUNNING");
        assertThat(moved.get("to").get("state").stringValue()).isEqualTo("STOPPED");
        assertThat(moved.get("why").get(0).get("rule").stringValue()).isEqualTo("R-TRM-06");
        assertThat(answer.get("from").get("notGiven")).isEmpty();
        assertThat(api.as("auditor").get(path).json()).isEqualTo(before);
    }

    private static JsonNode moved(JsonNode answer, String kind) {
        for (var moved : answer.get("moved")) {
            if (moved.get("kind").stringValue().equals(kind)) {
                return moved;
            }
        }
        throw new AssertionError("nothing moved of " + kind);
    }

    @Test
    void a_command_that_could_not_have_been_given_is_told_with_its_code() {
        clock.set(Instant.parse("2024-03-05T03:00:00Z"));
        var path = api.register("MNL1", "MNL");
        api.apply(path).isStatus(200);
        api.as("visa-office")
                .post(path + "/commands/DiscontinueGrant", "{\"orderId\": \"243d-1\"}")
                .isStatus(200);
        var answer = api.as("supervisor-a")
                .get(path + "/rule-set-effects?to=2018-10-23")
                .isStatus(200)
                .json();
        assertThat(answer.get("from").get("ruleSet").isNull()).isTrue();
        var notGiven = answer.get("to").get("notGiven").get(0);
        assertThat(notGiven.get("event").stringValue()).isEqualTo("GrantDiscontinued");
        assertThat(notGiven.get("code").stringValue()).isEqualTo("BAD_STATE");
        assertThat(answer.get("differences").get(0).get("pointer").stringValue())
                .startsWith("/applicants/0");
    }

    @Test
    void the_report_has_a_row_for_each_clock_of_each_case_page_by_page() {
        retrogressed("MNL1", "MNL");
        retrogressed("BGT1", "BGT");
        retrogressed("MNL2", "MNL");
        var all = pages(COMPARED + "&limit=500");
        assertThat(all).hasSize(6);
        assertThat(pages(COMPARED + "&limit=1")).isEqualTo(all);
        assertThat(pages(COMPARED + "&limit=4")).isEqualTo(all);
        assertThat(pages(COMPARED + "&post=BGT"))
                .hasSize(2)
                .allSatisfy(
                        row -> assertThat(row.get("caseNumber").stringValue()).isEqualTo("BGT1"));
        assertThat(pages("from=2024-06-21&to=2024-06-21")).isEmpty();
    }

    private List<JsonNode> pages(String query) {
        var rows = new ArrayList<JsonNode>();
        var after = "";
        do {
            var page = api.as("admin")
                    .get(REPORT + "?" + query + after)
                    .isStatus(200)
                    .json();
            page.get("items").forEach(rows::add);
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").stringValue();
        } while (!after.isEmpty());
        return rows;
    }

    @Test
    void a_setting_of_the_policy_is_compared_with_what_the_service_has() {
        clock.set(Instant.parse("2024-02-29T03:00:00Z"));
        var path = api.register("MNL1", "MNL");
        api.apply(path).isStatus(200);
        api.refuse(path).isStatus(200);
        var rows = pages("leapDay=MAR_1");
        assertThat(rows)
                .extracting(row -> row.get("kind").stringValue())
                .containsExactlyInAnyOrder("FEE_WINDOW", "DOCUMENT_RETURN", "TERM_WARNING", "TERM_B");
        assertThat(pages("noticeAlarmDays=5"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.get("to").get("firesOn").stringValue()).isEqualTo("2024-03-07"));
    }

    @Test
    void a_question_that_means_nothing_is_malformed() {
        api = api.as("admin");
        api.get(REPORT).isFaultOf("to");
        api.get(REPORT + "?from=2019-07-23").isFaultOf("to");
        api.get(REPORT + "?to=2020-01-01").isFaultOf("to");
        api.get(REPORT + "?leapDay=FEB_30").isFaultOf("leapDay");
        api.get(REPORT + "?noticeAlarmDays=0").isFaultOf("noticeAlarmDays");
        api.get(REPORT + "?to=2024-06-21&after=x").isFaultOf("after");
        api.get(REPORT + "?to=2024-06-21&unknown=x").isFaultOf("unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "officer-a", "visa-office", "dashboard"})
    void it_is_for_those_who_answer_for_the_law(String who) {
        var path = retrogressed("MNL1", "MNL");
        api.as(who).get(REPORT + "?to=2024-06-21").isProblem(403, "FORBIDDEN_ROLE");
        api.as(who).get(path + "/rule-set-effects?to=2024-06-21").isProblem(403, "FORBIDDEN_ROLE");
    }
}
