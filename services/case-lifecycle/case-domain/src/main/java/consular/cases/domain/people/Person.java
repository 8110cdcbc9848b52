package consular.cases.domain.people;

import java.time.LocalDate;

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
        LocalDate dateOfBirth,
        String nationality) {}
