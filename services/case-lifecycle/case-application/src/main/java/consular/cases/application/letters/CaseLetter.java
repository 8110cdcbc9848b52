package consular.cases.application.letters;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.letters.document.LetterKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter that a case has.
 *
 * @param letterId the refusal's id for its notice; {@code reversal-} and that id; {@code termination-warning},
 *     {@code termination} and {@code reinstatement} for the latest of each
 * @param refusalId null for the letters about the registration
 * @param applicantId to whom it goes
 * @param date post-local: of the act that it tells, until it is issued, then of its issue
 */
public record CaseLetter(
        String letterId, LetterKind kind, @Nullable RefusalId refusalId, ApplicantId applicantId, LocalDate date) {}
