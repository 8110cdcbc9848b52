package consular.cases.web.api;

import consular.cases.application.accesses.RecordedAccess;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who was shown what, or was refused, and when. */
record AccessItem(
        long accessId,
        Instant at,
        String user,
        List<String> roles,
        String operation,
        List<UUID> subjects,
        @Nullable Long fromPosition,
        @Nullable Long toPosition,
        @Nullable String query,
        int status,
        String requestId) {
    static AccessItem of(RecordedAccess recorded) {
        var access = recorded.access();
        return new AccessItem(
                recorded.accessId(),
                recorded.at(),
                access.user(),
                access.roles(),
                access.operation(),
                access.subjects(),
                access.fromPosition(),
                access.toPosition(),
                access.query(),
                access.status(),
                access.requestId());
    }
}
