package consular.cases.domain.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An applicant as registered. Personal data.
 *
 * @param nationality ISO 3166-1 alpha-2
 */
public record Person(
        ApplicantId applicantId,
        FamilyRole role,
        String familyName,
        String givenName,
        @NullOnceErased @Nullable LocalDate dateOfBirth,
        String nationality) {}
