package consular.cases.domain;

import org.jspecify.annotations.Nullable;

/**
 * The application fee as presented with an application. Amounts are not kept: they change.
 *
 * @param place where it was paid
 */
public record Fee(Boolean paid, @Nullable String receipt, Place place) {
    /** Where the fee was paid: most are collected by the National Visa Center (9 FAM 504.6-3). */
    public enum Place {
        NVC,
        POST
    }
}
