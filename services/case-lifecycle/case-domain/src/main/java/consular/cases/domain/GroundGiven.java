package consular.cases.domain;

import org.jspecify.annotations.Nullable;

/**
 * A ground of ineligibility as the officer gives it.
 *
 * @param ground the statutory path, such as {@code 212(a)(6)(C)(i)}
 * @param factualBasis the facts that would lead a reasonable person to find it (22 CFR 40.6)
 * @param curableByEvidence whether more evidence could overcome it; false unless said
 * @param waiverAvailable whether the law knows a waiver of it; false unless said
 * @param classified whether the factual basis is classified, so that no letter and no reply tells it; false unless said. It is a
 *     flag only (R-AO-08): nothing classified is typed in, and the basis says where it is kept
 */
public record GroundGiven(
        String ground,
        @Nullable String factualBasis,
        @Nullable Boolean curableByEvidence,
        @Nullable Boolean waiverAvailable,
        @Nullable Boolean classified) {}
