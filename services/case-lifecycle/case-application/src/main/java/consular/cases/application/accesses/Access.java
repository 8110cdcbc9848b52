package consular.cases.application.accesses;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for what the record says of people. It names nobody but by id.
 *
 * @param user who asked
 * @param roles in which parts the person may act
 * @param operation what was asked, by its name in the description of the interface
 * @param subjects the cases and quasi-refusals that the answer shows, or that were asked for
 * @param fromPosition the first place in the log that is shown; null where none is named
 * @param toPosition the last one
 * @param query filters and pages; null where nothing is shown
 * @param status of the answer
 * @param requestId of the request
 */
public record Access(
        String user,
        List<String> roles,
        String operation,
        List<UUID> subjects,
        @Nullable Long fromPosition,
        @Nullable Long toPosition,
        @Nullable String query,
        int status,
        String requestId) {
    public Access {
        roles = List.copyOf(roles);
        subjects = List.copyOf(subjects);
    }
}
