package consular.cases.domain.posts;

/** Whether the holiday library knows the host country's public holidays. */
public enum HostHolidays {
    KNOWN,
    UNKNOWN
}
