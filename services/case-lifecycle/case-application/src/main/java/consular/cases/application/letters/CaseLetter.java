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
 *     {@code termination} and {@code reinstatement}; {@code inquiry-} and the number of the reply in the case
 * @param issue which issue of that letter it is, from 1; null while it has not been issued
 * @param refusalId null for the letters about the registration and for replies
 * @param applicantId to whom it goes; of a reply, whom the inquiry is about
 * @param counsel the attorney of record, to whom a copy goes; null when there was none, and for a reply, of
 *     which nobody gets a copy
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
