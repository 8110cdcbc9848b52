package consular.cases.application.posts;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The official public holidays of a host country, as the holiday library has them. */
final class HostCountryHolidays {
    private static final Set<String> KNOWN = HolidayCalendar.getSupportedCalendarCodes().stream()
            .map(code -> code.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    /** The library does not promise that its managers may be shared between threads. */
    private static final Object LIBRARY = new Object();

    private final String country;
    private final List<String> regions;

    /**
     * @param country ISO 3166-1 alpha-2, one that the library knows
     * @param regions the library's code of the region whose own holidays count too; empty for the nation's only
     */
    HostCountryHolidays(String country, List<String> regions) {
        this.country = country;
        this.regions = List.copyOf(regions);
    }

    /** The release of the library. */
    static String release() {
        return String.valueOf(HolidayManager.class.getPackage().getImplementationVersion());
    }

    /** Whether the library has that country's holidays. */
    static boolean areKnownFor(String country) {
        return KNOWN.contains(country);
    }

    /** The English name of every holiday that is observed in a calendar year. */
    Map<LocalDate, String> observedIn(int year) {
        synchronized (LIBRARY) {
            // the library looks for its parts through the thread's class loader, which need not be ours
            var thread = Thread.currentThread();
            var loader = thread.getContextClassLoader();
            thread.setContextClassLoader(HostCountryHolidays.class.getClassLoader());
            try {
                return read(year);
            } finally {
                thread.setContextClassLoader(loader);
            }
        }
    }

    private Map<LocalDate, String> read(int year) {
        var manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        var observed = new HashMap<LocalDate, String>();
        // a holiday of one year may be observed in the next or the one before
        Stream.of(year - 1, year, year + 1)
                .map(Year::of)
                .flatMap(of ->
                        manager.getHolidays(of, HolidayType.PUBLIC_HOLIDAY, regions.toArray(String[]::new)).stream())
                .filter(holiday -> dayOf(holiday).getYear() == year)
                .sorted()
                .forEach(holiday -> observed.putIfAbsent(dayOf(holiday), holiday.getDescription(Locale.ENGLISH)));
        return Map.copyOf(observed);
    }

    private static LocalDate dayOf(Holiday holiday) {
        return holiday.getObservedDate().orElseGet(holiday::getActualDate);
    }
}
