package consular.cases.letters.wording;

import consular.cases.domain.registration.TerminationKind;
import consular.cases.letters.document.Language;
import consular.cases.letters.facts.ApplicationThen;
import consular.cases.letters.facts.YearToAct;
import java.time.LocalDate;
import java.util.Optional;

final class EnglishRegistrationWording implements RegistrationWording {
    private static final Days DAYS = new Days(Language.ENGLISH, "MMMM d, uuuu");

    @Override
    public String day(LocalDate day) {
        return DAYS.of(day);
    }

    @Override
    public String yearBegan(YearToAct year) {
        var began = switch (year.since()) {
            case NOTICE ->
                "On " + DAYS.of(year.on()) + " you were notified that an immigrant visa is available to you.";
            case MISSED_INTERVIEW ->
                "You did not appear at your interview for an immigrant visa on " + DAYS.of(year.on()) + ".";
            case FOLLOW_UP ->
                "On " + DAYS.of(year.on())
                        + " follow-up instructions for your immigrant visa application were sent to you.";
            case REFUSAL ->
                "On " + DAYS.of(year.on())
                        + " your application for an immigrant visa was refused under INA\u00a0221(g).";
        };
        return began
                + anew(year)
                + stood(year.daysStood())
                + switch (year.since()) {
                    case NOTICE -> " The record shows no application since.";
                    case MISSED_INTERVIEW ->
                        " The record shows no message from you, no log-in to the Consular Electronic Application Center"
                                + " (CEAC) and no application since.";
                    case FOLLOW_UP ->
                        " The record shows no answer to those instructions, no log-in to the Consular Electronic"
                                + " Application Center (CEAC) and no application since.";
                    case REFUSAL ->
                        " The record shows no evidence presented in time since then on the grounds that still stand.";
                };
    }

    private static String anew(YearToAct year) {
        var day = year.reinstatedOn();
        return day == null
                ? ""
                : " Your registration was terminated and, on " + DAYS.of(day)
                        + ", reinstated; the period of one year runs anew from that day.";
    }

    private static String stood(long days) {
        if (days == 0) {
            return "";
        }
        return days == 1
                ? " On one day since then no visa was available to you; it does not count toward the period of one"
                        + " year."
                : " On " + days
                        + " days since then no visa was available to you; they do not count toward the period of"
                        + " one year.";
    }

    private static String notCounting(long days) {
        if (days == 0) {
            return "";
        }
        return days == 1
                ? ", not counting the day on which no visa was available,"
                : ", not counting the days on which no visa was available,";
    }

    @Override
    public String willBeTerminated(YearToAct.Since since, LocalDate lastDay) {
        return switch (since) {
            case NOTICE ->
                "If no application is made on or before " + DAYS.of(lastDay)
                        + ", your registration is terminated under INA\u00a0203(g).";
            case MISSED_INTERVIEW ->
                "If on or before " + DAYS.of(lastDay)
                        + " you neither send a message about your case, nor log in to CEAC, nor apply, your"
                        + " registration is terminated under INA\u00a0203(g).";
            case FOLLOW_UP ->
                "If on or before " + DAYS.of(lastDay)
                        + " you neither answer those instructions, nor log in to CEAC, nor apply, your registration is"
                        + " terminated under INA\u00a0203(g).";
            case REFUSAL ->
                "If no evidence to overcome the grounds that still stand is presented on or before " + DAYS.of(lastDay)
                        + ", your registration is terminated under INA\u00a0203(g).";
        };
    }

    @Override
    public String terminated(YearToAct year, LocalDate terminatedOn) {
        var from = switch (year.since()) {
            case NOTICE -> "that notice";
            case MISSED_INTERVIEW -> "that interview";
            case FOLLOW_UP -> "those instructions";
            case REFUSAL -> "that refusal";
        };
        return "Your registration for an immigrant visa was terminated under INA\u00a0203(g) on "
                + DAYS.of(terminatedOn)
                + ", because within one year of "
                + (year.reinstatedOn() == null ? from : "the reinstatement")
                + notCounting(year.daysStood())
                + switch (year.since()) {
                    case NOTICE -> " no application was made.";
                    case MISSED_INTERVIEW -> " there was no message from you, no log-in to CEAC and no application.";
                    case FOLLOW_UP ->
                        " there was no answer to those instructions, no log-in to CEAC and no application.";
                    case REFUSAL -> " no evidence was presented on the grounds that still stand.";
                };
    }

    @Override
    public String petitionRevoked() {
        return "With the registration, the petition on which it rested is revoked by law.";
    }

    @Override
    public String reinstatementHeading() {
        return "Right to reinstatement";
    }

    @Override
    public String mayBeReinstated(LocalDate lastDay) {
        return "You have the right to have the registration reinstated if, on or before " + DAYS.of(lastDay)
                + ", you establish to the satisfaction of a consular officer that circumstances beyond your control"
                + " were the cause of the failure to act in time.";
    }

    @Override
    public String couldBeReinstated(LocalDate lastDay) {
        return "The last day on which the registration could have been reinstated was " + DAYS.of(lastDay)
                + ". It had passed when the registration was terminated.";
    }

    @Override
    public String twoLastDays(LocalDate byRegulation, LocalDate byStatute) {
        return "The last day is " + DAYS.of(byRegulation) + " by 22 CFR 42.83(c) and " + DAYS.of(byStatute)
                + " by INA\u00a0203(g); the later of the two counts.";
    }

    @Override
    public String reinstated(LocalDate terminatedOn, LocalDate reinstatedOn) {
        return "Your registration for an immigrant visa, terminated on " + DAYS.of(terminatedOn)
                + ", was reinstated on " + DAYS.of(reinstatedOn) + " under INA\u00a0203(g).";
    }

    @Override
    public String petitionReinstated() {
        return "With the registration, the petition on which it rests is reinstated.";
    }

    @Override
    public String yearBeginsAnew(TerminationKind kind, LocalDate lastDay) {
        return "The year begins anew. Its last day is " + DAYS.of(lastDay) + "; if by then "
                + switch (kind) {
                    case TERM_A -> "no application is made";
                    case TERM_B -> "no evidence to overcome the grounds that still stand is presented";
                }
                + ", the registration is terminated again.";
    }

    @Override
    public String reversed(LocalDate refusedOn, LocalDate reversedOn, boolean toldOfRefusal) {
        return "The refusal of your visa application of " + DAYS.of(refusedOn) + " was reversed on "
                + DAYS.of(reversedOn) + "."
                + (toldOfRefusal ? " This notice takes the place of the earlier notice of that refusal." : "");
    }

    @Override
    public Optional<String> application(ApplicationThen then) {
        return switch (then) {
            case OPEN -> Optional.of("Your application is open again. The post will inform you of its decision.");
            case AWAITS_REINSTATEMENT ->
                Optional.of("Your application is open again, but your registration for an immigrant visa remains"
                        + " terminated. No visa can be issued unless the registration is reinstated.");
            case REGISTRATION_ENDED ->
                Optional.of("Your registration for an immigrant visa was terminated, and the last day to have it"
                        + " reinstated has passed. No visa can be issued on it.");
            case REFUSED_WITHOUT_REGISTRATION ->
                Optional.of(
                        "Your registration for an immigrant visa was terminated. Unless it is reinstated, no evidence"
                                + " is considered and no visa can be issued.");
            case REFUSED ->
                Optional.of("Another refusal of your application still stands, of which you are notified separately.");
            case ISSUED -> Optional.of("A visa has since been issued to you.");
            case LAPSED -> Optional.of("Your application has lapsed.");
            case WITHDRAWN -> Optional.of("Your application has been withdrawn.");
            case UNTOLD -> Optional.empty();
        };
    }
}
