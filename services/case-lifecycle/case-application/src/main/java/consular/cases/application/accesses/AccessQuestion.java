package consular.cases.application.accesses;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which accesses to show; null for whatever does not matter.
 *
 * @param subject a case or quasi-refusal
 * @param from not before this
 * @param to before this
 * @param before only those that were recorded before this one
 */
public record AccessQuestion(
        @Nullable UUID subject,
        @Nullable String user,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long before) {}
