package consular.cases.domain.quasirefusals;

import java.time.LocalDate;

/**
 * A person who asks and has not applied. Personal data.
 *
 * @param nationality ISO 3166-1 alpha-2
 */
public record Inquirer(String familyName, String givenName, LocalDate dateOfBirth, String nationality) {}
