package consular.cases.domain.quasirefusals;

import consular.cases.domain.people.NullOnceErased;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person who asks and has not applied. Personal data.
 *
 * @param nationality ISO 3166-1 alpha-2
 */
public record Inquirer(
        String familyName,
        String givenName,
        @NullOnceErased @Nullable LocalDate dateOfBirth,
        String nationality) {}
