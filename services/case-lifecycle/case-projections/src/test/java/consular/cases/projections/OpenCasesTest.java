package consular.cases.projections;

import static consular.cases.projections.Cases.APPLICANT;
import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.OpenCases;
import consular.cases.application.RuleSetEffects;
import consular.cases.application.RuleSetEffects.Effect;
import consular.cases.application.RuleSetEffects.Place;
import consular.cases.domain.Assumption;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.NotifyVisaAvailability;
import consular.cases.domain.CaseCommand.RecordRetrogression;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.projections.opencases.OpenCasesStatement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which cases are open, and what another rule set would do to them, read off the database a few at a time. */
class OpenCasesTest {
    private ReadSide side;
    private Cases cases;

    @BeforeEach
    void start() {
        side = ReadSide.started();
        cases = side.cases;
    }

    @AfterEach
    void stop() {
        side.close();
    }

    private List<CaseId> open(PostCode... posts) {
        return side.bean(OpenCases.class).from(null, Set.of(posts), 1000);
    }

    @Test
    void a_case_is_open_until_everybody_has_a_visa_and_no_clock_is_left() {
        cases.itIs("2024-03-05", MANILA);
        var registered = cases.registered(MANILA);
        var elsewhere = cases.applied(BOGOTA);
        var issued = cases.applied(MANILA);
        cases.give(issued, OFFICER, new IssueVisa(APPLICANT, null));
        var overcomeButNotTold = cases.refused221g(MANILA);
        List.of(registered, elsewhere, issued, overcomeButNotTold).forEach(side::hasSeen);
        assertThat(open()).containsExactlyInAnyOrder(registered, elsewhere, overcomeButNotTold);
        assertThat(open(BOGOTA.code())).containsExactly(elsewhere);
        assertThat(open(BOGOTA.code(), MANILA.code())).hasSize(3);
        assertThat(side.bean(OpenCases.class).from(open().get(1), Set.of(), 1)).containsExactly(open().get(1));
    }

    private CaseId retrogressed(Post post) {
        var caseId = cases.registered(post);
        cases.give(caseId, OFFICER, new NotifyVisaAvailability(LocalDate.parse("2024-03-04")));
        cases.give(caseId, OFFICER, new RecordRetrogression(LocalDate.parse("2024-03-04")));
        return caseId;
    }

    /** More cases than are folded at a time. */
    @Test
    void every_clock_that_would_move_is_told_once_however_long_the_pages_are() {
        cases.itIs("2024-03-05", MANILA);
        for (var i = 0; i < 120; i++) {
            side.hasSeen(i % 3 == 0 ? retrogressed(MANILA) : cases.registered(MANILA));
        }
        side.hasSeen(retrogressed(BOGOTA));
        var all = effects(500, Set.of());
        assertThat(all).hasSize(2 * 41).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(it -> it.moved().kind())
                .containsOnly(DeadlineKind.TERM_A, DeadlineKind.TERM_WARNING);
        assertThat(effects(7, Set.of())).isEqualTo(all);
        assertThat(effects(1, Set.of(BOGOTA.code()))).hasSize(2);
    }

    private List<Effect> effects(int limit, Set<PostCode> posts) {
        var before = new Assumption(RuleSet.OF_2019_07_23, Policy.RECOMMENDED);
        var after = new Assumption(RuleSet.OF_2024_06_21, Policy.RECOMMENDED);
        var effects = new ArrayList<Effect>();
        @Nullable Place place = null;
        do {
            var page = side.bean(RuleSetEffects.class)
                    .page(new RuleSetEffects.Question(before, after, posts, limit, place));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            effects.addAll(page.items());
            place = page.next();
        } while (place != null);
        return effects;
    }

    @Test
    void the_cases_are_read_off_an_index_from_wherever_a_page_begins() {
        side.jdbc.sql("""
            insert into read_models_blue.open_cases (case_id, post)
            select gen_random_uuid(), 'P' || n % 50 from generate_series(1, 50000) as n
            """).update();
        side.jdbc.sql("analyze read_models_blue.open_cases").update();
        var middle = CaseId.of(
                UUID.fromString("80000000-0000-4000-8000-000000000000").toString());
        for (var posts : List.of(Set.<PostCode>of(), Set.of(new PostCode("P7")))) {
            var statement = OpenCasesStatement.of(middle, posts, 51);
            var plan = String.join(
                    "\n",
                    side.jdbc
                            .sql("explain " + Generation.BLUE.in(statement.sql()))
                            .params(statement.parameters())
                            .query(String.class)
                            .list());
            assertThat(plan).contains("Index").doesNotContain("Seq Scan", "Sort");
        }
    }
}
