package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Rule;
import consular.cases.web.WebTestBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules and rule sets over HTTP. */
class LawTest extends WebTestBase {
    private static final String RULES = "/api/v1/rules";

    @Test
    void the_rule_sets_say_from_when_whence_and_what_differs() {
        var answer = api.as("dashboard").get("/api/v1/rule-sets").isStatus(200).json();
        assertThat(answer.get("next").isNull()).isTrue();
        assertThat(answer.get("items"))
                .extracting(item -> item.get("id").stringValue())
                .containsExactly("2018-10-23", "2019-04-22", "2019-07-23", "2024-06-21");
        var latest = answer.get("items").get(3);
        assertThat(latest.propertyNames())
                .containsExactly("id", "effectiveFrom", "source", "summary", "changes", "switches");
        assertThat(latest.get("source").stringValue()).contains("CT:VISA-2015");
        assertThat(latest.get("changes").get(0).get("rule").stringValue()).isEqualTo("R-TRM-06");
        assertThat(latest.get("switches").get("retrogressionStopsTheClock").booleanValue())
                .isTrue();
        var before = answer.get("items").get(2).get("switches");
        assertThat(before.get("retrogressionStopsTheClock").booleanValue()).isFalse();
        assertThat(before.get("grantMayBeDiscontinued").booleanValue()).isTrue();
        assertThat(answer.get("items").get(0).get("changes")).isEmpty();
    }

    @Test
    void rule_sets_come_in_pages() {
        var first = api.get("/api/v1/rule-sets?limit=3").isStatus(200).json();
        assertThat(first.get("items")).hasSize(3);
        var rest = api.get("/api/v1/rule-sets?after=" + first.get("next").stringValue())
                .isStatus(200)
                .json();
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.get("next").isNull()).isTrue();
        api.get("/api/v1/rule-sets?on=2024-01-01").isFaultOf("on");
    }

    @ParameterizedTest
    @EnumSource
    void every_rule_is_answered(Rule rule) {
        var answer = api.get(RULES + "/" + rule.id()).isStatus(200).json();
        assertThat(answer.get("id").stringValue()).isEqualTo(rule.id());
        assertThat(answer.get("statement").stringValue()).isNotBlank();
        assertThat(answer.get("citation").stringValue()).isEqualTo(rule.citation());
        assertThat(answer.get("confidence")).isNotEmpty();
        assertThat(answer.get("on").stringValue()).hasSize(10);
    }

    @ParameterizedTest(name = "{0} on {1}: {2} under {3}, changed {4} times")
    @CsvSource({
        "R-TRM-06, 2024-06-20, false, 2019-07-23, 0",
        "R-TRM-06, 2024-06-21, true, 2024-06-21, 1",
        "R-IV-02, 2018-12-01, false, 2018-10-23, 0",
        "R-IV-02, 2024-12-01, true, 2024-06-21, 1",
        "R-IV-11, 2019-07-22, true, 2019-04-22, 0",
        "R-IV-11, 2025-01-01, true, 2024-06-21, 1",
        "R-TCN-13, 2010-01-01, true, 2018-10-23, 0",
        "R-TCN-13, 2024-01-01, false, 2019-07-23, 0",
    })
    void a_rule_stands_as_on_the_day_asked_for(String id, String on, boolean inForce, String ruleSet, int changes) {
        var answer = api.get(RULES + "/" + id + "?on=" + on).isStatus(200).json();
        assertThat(answer.get("on").stringValue()).isEqualTo(on);
        assertThat(answer.get("inForce").booleanValue()).isEqualTo(inForce);
        assertThat(answer.get("ruleSet").stringValue()).isEqualTo(ruleSet);
        assertThat(answer.get("changes")).hasSize(changes);
    }

    @Test
    void all_rules_come_in_pages() {
        var first = api.get(RULES + "?limit=100&on=2024-01-01").isStatus(200).json();
        assertThat(first.get("items")).hasSize(100);
        var rest = api.get(RULES + "?limit=100&after=" + first.get("next").stringValue())
                .isStatus(200)
                .json();
        assertThat(rest.get("items")).hasSize(Rule.values().length - 100);
        assertThat(rest.get("next").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"R-XX-01", "R-IV-19", "R-ASY-01", "r-iv-01", "R-IV-1"})
    void an_unknown_rule_is_not_found(String id) {
        api.get(RULES + "/" + id).isProblem(404, "NOT_FOUND");
    }

    @Test
    void a_day_that_is_none_is_malformed() {
        api.get(RULES + "/R-IV-01?on=soon").isFaultOf("on");
        api.get(RULES + "/R-IV-01?since=2024-01-01").isFaultOf("since");
        api.get(RULES + "?after=x").isFaultOf("after");
    }
}
