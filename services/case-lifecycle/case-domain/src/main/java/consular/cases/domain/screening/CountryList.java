package consular.cases.domain.screening;

import consular.cases.domain.law.Validity;
import java.time.LocalDate;
import java.util.List;

/** A list of nationalities with the days for which each is on it. The two lists differ, and by date. */
public enum CountryList {
    /** Whom the border posts don't accept (R-TCN-14); the guidance of about 2009, which nothing later replaces. */
    NOT_ACCEPTED_AT_BORDER_POSTS,
    /** States that sponsor terrorism, by the days of their designation since revalidation heeds it (R-REV-04). */
    NO_AUTOMATIC_REVALIDATION;

    /** Whether a nationality is on the list on a day. */
    public boolean holds(String nationality, LocalDate day) {
        return entries().stream()
                .anyMatch(entry -> entry.nationality.equals(nationality) && entry.validity.holdsOn(day));
    }

    private List<Entry> entries() {
        return switch (this) {
            case NOT_ACCEPTED_AT_BORDER_POSTS ->
                List.of(always("CU"), always("IR"), always("KP"), always("SD"), always("SY"));
            case NO_AUTOMATIC_REVALIDATION ->
                List.of(
                        until("CU", LocalDate.of(2015, 5, 28)),
                        from("CU", LocalDate.of(2021, 1, 12)),
                        until("IQ", LocalDate.of(2004, 10, 24)),
                        always("IR"),
                        until("KP", LocalDate.of(2008, 10, 10)),
                        from("KP", LocalDate.of(2017, 11, 20)),
                        until("LY", LocalDate.of(2006, 6, 29)),
                        until("SD", LocalDate.of(2020, 12, 13)),
                        always("SY"));
        };
    }

    private static Entry always(String nationality) {
        return new Entry(nationality, Validity.ALWAYS);
    }

    private static Entry from(String nationality, LocalDate first) {
        return new Entry(nationality, Validity.from(first));
    }

    private static Entry until(String nationality, LocalDate last) {
        return new Entry(nationality, Validity.until(last));
    }

    private record Entry(String nationality, Validity validity) {}
}
