package consular.cases.letters.wording;

import consular.cases.domain.registration.TerminationKind;
import consular.cases.letters.facts.ApplicationThen;
import consular.cases.letters.facts.YearToAct;
import java.time.LocalDate;
import java.util.Optional;

/** What a letter says of the registration that INA 203(g) ends, and of a refusal reversed. Cites 203(g) only (R-TRM-15). */
public sealed interface RegistrationWording permits EnglishRegistrationWording, SpanishRegistrationWording {
    String day(LocalDate day);

    /** Since when the applicant could act, on how many days nobody could, and that nothing that counts is on record since. */
    String yearBegan(YearToAct year);

    String willBeTerminated(YearToAct.Since since, LocalDate lastDay);

    String terminated(YearToAct year, LocalDate terminatedOn);

    String petitionRevoked();

    String reinstatementHeading();

    String mayBeReinstated(LocalDate lastDay);

    /** Of a right that had ended when the registration did. */
    String couldBeReinstated(LocalDate lastDay);

    String twoLastDays(LocalDate byRegulation, LocalDate byStatute);

    String reinstated(LocalDate terminatedOn, LocalDate reinstatedOn);

    String petitionReinstated();

    String yearBeginsAnew(TerminationKind kind, LocalDate lastDay);

    String reversed(LocalDate refusedOn, LocalDate reversedOn, boolean toldOfRefusal);

    /** What is so of the application after a refusal; empty where it must not be told. */
    Optional<String> application(ApplicationThen then);
}
