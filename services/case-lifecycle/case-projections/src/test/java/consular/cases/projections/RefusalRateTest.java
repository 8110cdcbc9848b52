package consular.cases.projections;

import static consular.cases.projections.Cases.APPLICANT;
import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.Refuse214b;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.projections.refusalrate.AdjustedRefusalRate;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The adjusted refusal rate counts each person once in a fiscal year, by what came last in it. Holds R-RPT-03. */
class RefusalRateTest {
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

    private CaseId applied(String givenName, String day, Post post) {
        cases.itIs(day, post);
        return cases.appliedForVisit(post, givenName);
    }

    private CaseId refused214b(String givenName, String day, Post post) {
        var caseId = applied(givenName, day, post);
        cases.give(caseId, OFFICER, new Refuse214b(APPLICANT, "no ties to a residence abroad"));
        side.hasSeen(caseId);
        return caseId;
    }

    private CaseId refused221g(String givenName, String day, Post post) {
        var caseId = applied(givenName, day, post);
        cases.give(caseId, OFFICER, new Refuse221g(APPLICANT, List.of(new ReasonGiven("BC", null, null)), true));
        side.hasSeen(caseId);
        return caseId;
    }

    private void issued(String givenName, String day, Post post) {
        issue(applied(givenName, day, post));
    }

    private void issue(CaseId caseId) {
        cases.give(caseId, OFFICER, new IssueVisa(APPLICANT, null));
        side.hasSeen(caseId);
    }

    private void overcome(CaseId caseId) {
        cases.presented(caseId);
        cases.give(caseId, OFFICER, new OvercomeRefusal(List.of(new FindingId("F1")), OvercomeBasis.EVIDENCE));
        side.hasSeen(caseId);
    }

    private List<Object> rates(Map<String, String> filters, Post... posts) {
        return side.all(ReadModelName.ADJUSTED_REFUSAL_RATE, filters, posts);
    }

    @Test
    void who_was_refused_first_and_got_a_visa_in_the_same_year_counts_as_issued_only() {
        refused214b("Ana", "2024-03-05", MANILA);
        issued("Ana", "2024-06-05", MANILA);
        refused214b("Ben", "2024-03-05", MANILA);
        refused214b("Ben", "2024-04-05", MANILA);
        assertThat(rates(Map.of())).containsExactly(new AdjustedRefusalRate(2024, "MNL", "B2", 1, 1, 0.5));
    }

    @Test
    void each_fiscal_year_has_its_own_last_action() {
        var caseId = refused221g("Ana", "2023-09-29", MANILA);
        cases.itIs("2023-10-02", MANILA);
        overcome(caseId);
        issue(caseId);
        assertThat(rates(Map.of("fiscalYear", "2023")))
                .containsExactly(new AdjustedRefusalRate(2023, "MNL", "B2", 0, 1, 1));
        assertThat(rates(Map.of("fiscalYear", "2024")))
                .containsExactly(new AdjustedRefusalRate(2024, "MNL", "B2", 1, 0, 0));
    }

    @Test
    void the_post_of_the_last_action_counts_the_person_and_no_other() {
        refused214b("Ana", "2024-03-05", MANILA);
        issued("Ana", "2024-06-05", BOGOTA);
        assertThat(rates(Map.of())).containsExactly(new AdjustedRefusalRate(2024, "BGT", "B2", 1, 0, 0));
        assertThat(rates(Map.of(), MANILA)).isEmpty();
    }

    @Test
    void a_refusal_that_no_longer_stands_and_was_not_decided_anew_counts_as_neither() {
        var caseId = refused221g("Ana", "2024-03-05", MANILA);
        overcome(caseId);
        assertThat(rates(Map.of())).isEmpty();
        cases.give(caseId, OFFICER, new Refuse221g(APPLICANT, List.of(new ReasonGiven("PC", null, null)), true));
        side.hasSeen(caseId);
        assertThat(rates(Map.of())).containsExactly(new AdjustedRefusalRate(2024, "MNL", "B2", 0, 1, 1));
    }

    /** At Manila it is the 7th of March already, at Bogota the evening of the 6th. */
    @Test
    void a_refusal_at_another_post_stands_when_the_one_before_it_is_overcome_whatever_their_days_are_called() {
        var caseId = refused221g("Ana", "2024-03-05", BOGOTA);
        cases.give(caseId, OFFICER, new TransferCase(MANILA.code()));
        cases.itIs("2024-03-07", MANILA);
        cases.give(caseId, OFFICER, new Refuse221g(APPLICANT, List.of(new ReasonGiven("PC", null, null)), true));
        cases.itIs(Instant.parse("2024-03-07T03:00:00Z"));
        overcome(caseId);
        assertThat(rates(Map.of())).containsExactly(new AdjustedRefusalRate(2024, "MNL", "B2", 0, 1, 1));
    }

    @Test
    void what_was_overcome_in_the_next_year_stays_refused_in_its_own() {
        var caseId = refused221g("Ana", "2023-09-29", MANILA);
        cases.itIs("2023-10-02", MANILA);
        overcome(caseId);
        assertThat(rates(Map.of())).containsExactly(new AdjustedRefusalRate(2023, "MNL", "B2", 0, 1, 1));
    }

    /** The last case may be entered, or read again, before the others. */
    @Test
    void the_order_in_which_the_cases_come_in_does_not_matter() {
        issued("Ana", "2024-06-05", MANILA);
        refused214b("Ana", "2024-03-05", MANILA);
        assertThat(rates(Map.of())).containsExactly(new AdjustedRefusalRate(2024, "MNL", "B2", 1, 0, 0));
    }

    @Test
    void whoever_is_erased_leaves_no_digest_in_either_generation() {
        var caseId = refused214b("Ana", "2024-03-05", MANILA);
        side.operations().compare();
        var before = digests();
        assertThat(before).hasSize(2).containsOnly(before.getFirst());

        side.purge(caseId, APPLICANT);

        assertThat(digests()).hasSize(2).doesNotContain(before.getFirst());
    }

    /** It is the digest under the key, of what no other use of the key digests. */
    @Test
    void nobody_without_the_key_can_try_names_against_what_stands_for_a_person() throws Exception {
        refused214b("Ana", "2024-03-05", MANILA);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("the key of the tests".getBytes(UTF_8), "HmacSHA256"));
        assertThat(digests())
                .containsExactly(
                        HexFormat.of().formatHex(mac.doFinal("person\nCRUZ\nANA\n1990-01-02\nPH".getBytes(UTF_8))));
    }

    /** Before the service that starts builds them anew, from which on they are keyed. */
    @Test
    void of_digests_without_a_key_a_migrated_database_keeps_none() {
        try (var database = TestDatabase.empty()) {
            TestDatabase.migrate(database, "290");
            var jdbc = JdbcClient.create(database);
            var caseId = new UUID(7, 7);
            for (var generation : Generation.values()) {
                jdbc.sql(generation.in("""
                    insert into {schema}.last_actions (
                        case_id, applicant_id, person, fiscal_year, visa_class, post, acted_on, ordinal, action)
                    values (?, 'A1', 'a digest', 2024, 'B2', 'MNL', '2024-03-05', 0, 'REFUSED')
                    """)).param(caseId).update();
            }
            TestDatabase.migrate(database, "latest");
            for (var generation : Generation.values()) {
                assertThat(jdbc.sql(generation.in("select person_token from {schema}.last_actions"))
                                .query(String.class)
                                .list())
                        .containsExactly(caseId + " A1");
            }
        }
    }

    private List<String> digests() {
        return side.jdbc
                .sql("select person_token from read_models_blue.last_actions union all"
                        + " select person_token from read_models_green.last_actions")
                .query(String.class)
                .list();
    }

    /** Enough cases that an order by their ids could not be right by chance. */
    @Test
    void of_two_cases_decided_on_one_day_the_later_hour_counts() {
        for (var person : List.of("Ana", "Ben", "Cora", "Dina", "Eva", "Flor", "Gina", "Hana")) {
            var refusedLater = applied(person, "2024-03-05", MANILA);
            var issuedEarlier = applied(person, "2024-03-05", MANILA);
            cases.itIs(Instant.parse("2024-03-05T06:00:00Z"));
            cases.give(issuedEarlier, OFFICER, new IssueVisa(APPLICANT, null));
            cases.itIs(Instant.parse("2024-03-05T07:00:00Z"));
            cases.give(refusedLater, OFFICER, new Refuse214b(APPLICANT, "no ties to a residence abroad"));
            side.hasSeen(issuedEarlier);
            side.hasSeen(refusedLater);
        }
        assertThat(rates(Map.of())).containsExactly(new AdjustedRefusalRate(2024, "MNL", "B2", 0, 8, 1));
    }

    /** It is the sixth in Manila while it is still the fifth in Bogota. */
    @Test
    void of_two_posts_the_later_moment_counts_and_not_the_later_date() {
        var manila = applied("Ana", "2024-03-05", MANILA);
        var bogota = applied("Ana", "2024-03-05", BOGOTA);
        cases.itIs(Instant.parse("2024-03-05T17:00:00Z"));
        cases.give(manila, OFFICER, new Refuse214b(APPLICANT, "no ties to a residence abroad"));
        cases.itIs(Instant.parse("2024-03-05T19:00:00Z"));
        cases.give(bogota, OFFICER, new IssueVisa(APPLICANT, null));
        side.hasSeen(manila);
        side.hasSeen(bogota);
        assertThat(rates(Map.of())).containsExactly(new AdjustedRefusalRate(2024, "BGT", "B2", 1, 0, 0));
    }

    @Test
    void immigrants_are_not_in_it() {
        side.hasSeen(cases.refused221g(MANILA));
        assertThat(rates(Map.of())).isEmpty();
    }
}
