package consular.cases.projections;

import static consular.cases.projections.Cases.APPLICANT;
import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.Cases.SUPERVISOR;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.NASSAU;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.*;
import consular.cases.domain.CaseCommand.RecordReviewConsultation;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import consular.cases.projections.reviews.Priority;
import consular.cases.projections.reviews.RefusalReview;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the supervisors have to review, and until when. */
class ReviewRowsTest {
    private static ReadSide side;
    private static Cases cases;

    @BeforeAll
    static void start() {
        side = ReadSide.started();
        cases = side.cases;
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void a_substantive_refusal_waits_thirty_days_for_its_review() {
        cases.itIs("2024-03-05", BOGOTA);
        var caseId = cases.refusedFraud(BOGOTA, false);

        cases.itIs("2024-03-25", BOGOTA);
        assertThat(reviews(caseId))
                .containsExactly(new RefusalReview(
                        caseId.value(),
                        cases.file(caseId).caseNumber(),
                        "BGT",
                        "a1",
                        "R1",
                        ReviewClass.MANDATORY,
                        ReviewState.DUE,
                        date("2024-03-05"),
                        date("2024-03-05"),
                        date("2024-04-04"),
                        10L,
                        null,
                        Priority.HIGH,
                        "officer-a",
                        null));

        cases.give(caseId, SUPERVISOR, new SupervisorConcur(new RefusalId("R1"), "agreed"));
        assertThat(reviews(caseId)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(ReviewState.CONCURRED);
            assertThat(row.reviewer()).isEqualTo("supervisor-a");
            assertThat(row.daysLeft()).isNull();
        });
    }

    @Test
    void a_visa_waits_for_its_review_once_it_is_selected() {
        cases.itIs("2024-03-05", BOGOTA);
        var caseId = cases.applied(BOGOTA);
        cases.give(caseId, OFFICER, new IssueVisa(APPLICANT, null));
        assertThat(reviews(caseId)).isEmpty();

        cases.itIs("2024-03-06", BOGOTA);
        cases.give(caseId, SUPERVISOR, new SelectForReview(null, APPLICANT));
        assertThat(reviews(caseId))
                .containsExactly(new RefusalReview(
                        caseId.value(),
                        cases.file(caseId).caseNumber(),
                        "BGT",
                        "a1",
                        null,
                        ReviewClass.DISCRETIONARY,
                        ReviewState.DUE,
                        null,
                        date("2024-03-05"),
                        null,
                        null,
                        null,
                        Priority.NORMAL,
                        "officer-a",
                        null));
        cases.give(caseId, SUPERVISOR, new RecordReviewConsultation(null, APPLICANT, "looked at"));
        assertThat(reviews(caseId)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(ReviewState.CONSULTED);
            assertThat(row.reviewer()).isEqualTo("supervisor-a");
        });
    }

    @Test
    void days_left_turn_negative_once_the_deadline_has_passed() {
        cases.itIs("2024-03-05", BOGOTA);
        var caseId = cases.refusedFraud(BOGOTA, true);

        cases.itIs("2024-04-06", BOGOTA);
        cases.timePassed(caseId);
        assertThat(reviews(caseId)).singleElement().satisfies(row -> {
            assertThat(row.state()).isEqualTo(ReviewState.OVERDUE);
            assertThat(row.overdueSince()).isEqualTo("2024-04-05");
            assertThat(row.daysLeft()).isEqualTo(-2);
            assertThat(row.priority()).isEqualTo(Priority.NORMAL);
        });
    }

    @Test
    void at_a_consultative_post_nothing_is_due() {
        cases.itIs("2024-03-05", NASSAU);
        var caseId = cases.refused221g(NASSAU);

        assertThat(reviews(caseId)).singleElement().satisfies(row -> {
            assertThat(row.reviewClass()).isEqualTo(ReviewClass.CONSULTATIVE);
            assertThat(row.deadline()).isNull();
        });
        assertThat(side.all(ReadModelName.REVIEWS, Map.of("dueBefore", "2999-01-01"), NASSAU))
                .isEmpty();
    }

    private static List<RefusalReview> reviews(CaseId caseId) {
        side.hasSeen(caseId);
        return Stream.of(ReviewState.values())
                .flatMap(state -> side.all(ReadModelName.REVIEWS, Map.of("state", state.name())).stream())
                .map(RefusalReview.class::cast)
                .filter(row -> row.caseId().equals(caseId.value()))
                .toList();
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }
}
