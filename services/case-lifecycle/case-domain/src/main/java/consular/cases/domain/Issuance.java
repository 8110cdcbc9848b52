package consular.cases.domain;

import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Review;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * A visa issued, and its review, which is at the supervisor's discretion (R-SUP-03).
 *
 * @param post where it was issued; the case may have been sent to another since
 * @param zone of that post
 */
public record Issuance(LocalDate issuedOn, OfficerId officer, PostCode post, ZoneId zone, Review review) {
    static Issuance by(OfficerId officer, Instant at, PostCode post, ZoneId zone) {
        var issuedOn = LocalDate.ofInstant(at, zone);
        return new Issuance(issuedOn, officer, post, zone, Review.opened(ReviewClass.DISCRETIONARY, issuedOn, null));
    }

    /** Whether it was ever selected for review. */
    public boolean isSelected() {
        return review.state() != ReviewState.NOT_REQUIRED;
    }

    Issuance review(UnaryOperator<Review> change) {
        return new Issuance(issuedOn, officer, post, zone, change.apply(review));
    }
}
