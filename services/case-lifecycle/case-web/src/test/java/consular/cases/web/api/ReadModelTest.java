package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.posts.PostCode;
import consular.cases.projections.BadCursor;
import consular.cases.projections.BadFilter;
import consular.cases.projections.ReadModelName;
import consular.cases.web.WebTestBase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The read models: who may ask, how, and what is passed on. */
class ReadModelTest extends WebTestBase {
    private static final String ROOT = "/api/v1/";
    private static final String CASE = "00000000-0000-4000-8000-000000000001";

    /** Whatever shows no case by itself; {@link SearchTest} has the list of cases. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "CASES")
    void every_read_model_has_its_path_its_filters_and_every_role(ReadModelName name) {
        var path = ROOT + name.path();
        for (var user :
                new String[] {"intake", "officer-a", "supervisor-a", "visa-office", "auditor", "dashboard", "admin"}) {
            api.as(user).get(path).isStatus(200);
        }
        assertThat(rows.name()).isEqualTo(name);
        assertThat(rows.query().posts()).isEmpty();
        assertThat(rows.query().filters()).isEmpty();
        assertThat(rows.query().limit()).isEqualTo(50);
        assertThat(rows.query().after()).isNull();
        for (var filter : name.filters()) {
            api.get(path + "?" + filter + "=x").isStatus(200);
            assertThat(rows.query().filters()).containsExactly(Map.entry(filter, "x"));
            api.get(path + "?" + filter + "=x&" + filter + "=y").isFaultOf(filter);
            api.get(path + "?" + filter + "=").isFaultOf(filter);
        }
        api.get(path + "?colour=red").isFaultOf("colour");
        api.get(path + "?limit=0").isFaultOf("limit");
        api.get(path + "?limit=501").isFaultOf("limit");
        api.as("").get(path).isProblem(401, "UNAUTHENTICATED");
    }

    @Test
    void a_page_is_items_and_next() {
        var page = api.get(ROOT + "reviews?limit=500&after=abc&post=MNL&post=GUZ")
                .isStatus(200)
                .json();
        assertThat(page.propertyNames()).containsExactly("items", "next");
        var row = page.get("items").get(0);
        assertThat(row.propertyNames()).containsExactly("caseId", "post", "due", "officer");
        assertThat(row.get("caseId").stringValue()).isEqualTo(CASE);
        assertThat(row.get("officer").isNull()).isTrue();
        assertThat(page.get("next").stringValue()).isEqualTo("cursor");
        assertThat(rows.query().limit()).isEqualTo(500);
        assertThat(rows.query().after()).isEqualTo("abc");
        assertThat(rows.query().posts()).containsExactlyInAnyOrder(new PostCode("MNL"), new PostCode("GUZ"));
    }

    @Test
    void whoever_works_for_some_posts_sees_theirs() {
        var officer = api.as("officer-cdj");
        officer.get(ROOT + "reviews").isStatus(200);
        assertThat(rows.query().posts()).containsExactly(new PostCode("CDJ"));
        officer.get(ROOT + "reviews?post=CDJ").isStatus(200);
        officer.get(ROOT + "reviews?post=MNL").isProblem(403, "FORBIDDEN_POST");
        officer.get(ROOT + "reviews?post=CDJ&post=MNL").isProblem(403, "FORBIDDEN_POST");
    }

    @Test
    void a_post_that_does_not_exist_is_a_bad_filter() {
        api.get(ROOT + "reviews?post=XXX").isFaultOf("post");
        api.get(ROOT + "reviews?post=mnl").isFaultOf("post");
    }

    @Test
    void what_the_read_model_objects_to_is_400() {
        rows.failWith(new BadFilter("dueBefore", "must be a date"));
        api.get(ROOT + "reviews?dueBefore=x").isFaultOf("dueBefore");
        rows.failWith(new BadCursor());
        api.get(ROOT + "reviews?after=x").isFaultOf("after");
    }

    @Test
    void an_answer_may_be_asked_to_have_seen_a_version() {
        api.get(ROOT + "reviews?atLeast=" + CASE + ":3").isStatus(200);
        rows.fallBehind();
        var behind = api.get(ROOT + "reviews?atLeast=" + CASE + ":3").isProblem(503, "NOT_YET_VISIBLE");
        assertThat(behind.header("Retry-After")).isEqualTo("1");
        api.get(ROOT + "reviews").isStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", CASE, CASE + ":", CASE + ":x", CASE + ":0", CASE + ":-1", "x:1", CASE + ":1:1"})
    void a_version_is_named_by_case_and_number(String atLeast) {
        api.get(ROOT + "reviews?atLeast=" + atLeast).isFaultOf("atLeast");
        api.get(ROOT + "events?atLeast=" + atLeast).isFaultOf("atLeast");
    }

    @Test
    void whoever_waits_for_a_case_with_a_dead_letter_is_told_so() {
        rows.holdBack();
        var held = api.get(ROOT + "reviews?atLeast=" + CASE + ":3").isProblem(503, "CASE_HELD_BACK");
        assertThat(held.header("Retry-After")).isEqualTo("60");
        assertThat(held.json().get("detail").stringValue()).contains(CASE, "event 7", "dead letter");
        api.get(ROOT + "reviews").isStatus(200);
    }
}
