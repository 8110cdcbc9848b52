package consular.cases.domain.refusals;

import org.jspecify.annotations.Nullable;

/**
 * A document presented as evidence.
 *
 * @param original whether it is the original
 * @param sha256 the digest of its scan, 64 hexadecimal digits
 */
public record Document(
        String type,
        boolean original,
        String description,
        @Nullable String sha256) {}
