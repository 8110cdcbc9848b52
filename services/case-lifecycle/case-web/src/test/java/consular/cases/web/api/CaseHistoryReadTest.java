package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The history of a case, in pages. */
class CaseHistoryReadTest extends RefusedCaseTestBase {
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
                        "logIndex",
                        "imported");
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
        assertThat(refused.get("logIndex").longValue()).isEqualTo(2);
        assertThat(refused.get("imported").isNull()).isTrue();
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
}
