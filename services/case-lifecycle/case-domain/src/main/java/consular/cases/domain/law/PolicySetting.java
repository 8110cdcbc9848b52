package consular.cases.domain.law;

import consular.cases.domain.law.RegistrationClocks.Retrogression;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One switch of a policy, by the name under which it is set. */
public enum PolicySetting {
    LEAP_DAY,
    ROLL_ON_POST_CLOSURE,
    IV_REVIEW_MAX_DAYS,
    NIV_REVIEW_DEFERRAL_DAYS,
    OPINION_FOLLOW_UP_DAYS,
    NOTICE_TARGET_DAYS,
    NOTICE_ALARM_DAYS,
    TERMINATION_WARNING_DAYS,
    RETROGRESSION,
    FEE_YEAR_AFTER_REINSTATEMENT,
    PRESUMPTION_EXEMPTIONS;

    private static final String NONE = "none";
    private static final String PREFIX = "consular.policy.";

    /** The property of the service that sets it. */
    public String property() {
        return PREFIX + key();
    }

    /** Its name as a setting, in words joined by hyphens. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Its name as a member of a query, in camel case. */
    public String member() {
        var name = new StringBuilder();
        for (var word : name().split("_", -1)) {
            name.append(name.isEmpty() ? word.substring(0, 1).toLowerCase(Locale.ROOT) : word.charAt(0))
                    .append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.toString();
    }

    /**
     * The policy with this setting turned.
     *
     * @throws IllegalArgumentException when the value is none of this setting
     */
    public Policy turn(Policy policy, String value) {
        var yearEnd = policy.yearEnd();
        var limits = policy.reviewLimits();
        var alarms = policy.alarms();
        var registration = policy.registration();
        return switch (this) {
            case LEAP_DAY -> policy.with(new YearEnd(choice(LeapDay.class, value), yearEnd.rollOnPostClosure()));
            case ROLL_ON_POST_CLOSURE -> policy.with(new YearEnd(yearEnd.leapDay(), yesOrNo(value)));
            case IV_REVIEW_MAX_DAYS -> policy.with(new ReviewLimits(days(value), limits.nonimmigrantDeferralDays()));
            case NIV_REVIEW_DEFERRAL_DAYS ->
                policy.with(new ReviewLimits(limits.immigrantDays(), value.equals(NONE) ? null : days(value)));
            case OPINION_FOLLOW_UP_DAYS ->
                policy.with(new Alarms(alarms.noticeWorkingDays(), alarms.terminationWarningDays(), days(value)));
            case NOTICE_TARGET_DAYS -> policy.noticeDueAfter(days(value, 0));
            case NOTICE_ALARM_DAYS ->
                policy.with(new Alarms(days(value), alarms.terminationWarningDays(), alarms.opinionFollowUpDays()));
            case TERMINATION_WARNING_DAYS ->
                policy.with(new Alarms(alarms.noticeWorkingDays(), severalDays(value), alarms.opinionFollowUpDays()));
            case RETROGRESSION ->
                policy.with(new RegistrationClocks(
                        choice(Retrogression.class, value), registration.feeYearAfterReinstatement()));
            case FEE_YEAR_AFTER_REINSTATEMENT ->
                policy.with(new RegistrationClocks(registration.retrogression(), yesOrNo(value)));
            case PRESUMPTION_EXEMPTIONS -> policy.exempting(yesOrNo(value));
        };
    }

    /** What a policy says of this setting. */
    public String of(Policy policy) {
        var deferral = policy.reviewLimits().nonimmigrantDeferralDays();
        return switch (this) {
            case LEAP_DAY -> policy.yearEnd().leapDay().name();
            case ROLL_ON_POST_CLOSURE -> Boolean.toString(policy.yearEnd().rollOnPostClosure());
            case IV_REVIEW_MAX_DAYS -> Integer.toString(policy.reviewLimits().immigrantDays());
            case NIV_REVIEW_DEFERRAL_DAYS -> deferral == null ? NONE : deferral.toString();
            case OPINION_FOLLOW_UP_DAYS -> Integer.toString(policy.alarms().opinionFollowUpDays());
            case NOTICE_TARGET_DAYS -> Integer.toString(policy.noticeTargetDays());
            case NOTICE_ALARM_DAYS -> Integer.toString(policy.alarms().noticeWorkingDays());
            case TERMINATION_WARNING_DAYS ->
                policy.alarms().terminationWarningDays().stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(","));
            case RETROGRESSION -> policy.registration().retrogression().name();
            case FEE_YEAR_AFTER_REINSTATEMENT ->
                Boolean.toString(policy.registration().feeYearAfterReinstatement());
            case PRESUMPTION_EXEMPTIONS -> Boolean.toString(policy.presumptionExemptions());
        };
    }

    private List<Integer> severalDays(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .map(this::days)
                .toList();
    }

    private int days(String value) {
        return days(value, 1);
    }

    private int days(String value, int atLeast) {
        try {
            var days = Integer.parseInt(value);
            if (days >= atLeast) {
                return days;
            }
        } catch (NumberFormatException _) {
            // told below, as any other number that is none of days
        }
        throw none("a number of days, at least " + atLeast, value);
    }

    private <E extends Enum<E>> E choice(Class<E> choices, String value) {
        return Arrays.stream(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(value))
                .findFirst()
                .orElseThrow(() -> none("one of " + Arrays.toString(choices.getEnumConstants()), value));
    }

    private IllegalArgumentException none(String wanted, String value) {
        return new IllegalArgumentException(property() + " is " + wanted + ", not " + value);
    }

    private boolean yesOrNo(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw none("true or false", value);
        };
    }
}
