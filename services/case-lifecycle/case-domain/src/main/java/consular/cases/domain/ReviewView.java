package consular.cases.domain;

import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.Review;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The review of a refusal or of a visa issued; {@code reviewClass} is the member {@code class}. */
public record ReviewView(
        ReviewClass reviewClass,
        ReviewState state,
        LocalDate target,
        @Nullable LocalDate deadline,
        @Nullable LocalDate overdueSince,
        @Nullable OfficerId reviewer) {

    static ReviewView of(Review review) {
        return new ReviewView(
                review.reviewClass(),
                review.state(),
                review.target(),
                review.deadline(),
                review.overdueSince(),
                review.reviewer());
    }
}
