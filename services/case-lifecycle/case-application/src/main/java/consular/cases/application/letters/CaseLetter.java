package consular.cases.application.letters;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.letters.document.LetterKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter that a case has.
 *
 * @param letterId the refusal's id for its notice; {@code reversal-} and that id; {@code termination-warning},
 *     {@code termination} and {@code reinstatement}
 * @param issue which issue of that letter it is, from 1; null while it has not been issued
 * @param refusalId null for the letters about the registration
 * @param applicantId to whom it goes
 * @param counsel the attorney of record, to whom a copy goes; null when there was none
 * @param date post-local: of the act that it tells, until it is issued, then of its issue
 */
public record CaseLetter(
        String letterId,
        @Nullable Integer issue,
        LetterKind kind,
        @Nullable RefusalId refusalId,
        ApplicantId applicantId,
        @Nullable Counsel counsel,
        LocalDate date) {}
