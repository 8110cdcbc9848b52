package consular.cases.domain.screening;

import static consular.cases.domain.law.Rule.*;
import static consular.cases.domain.screening.Effect.*;
import static consular.cases.domain.screening.ReasonCode.*;
import static consular.cases.domain.screening.ThirdCountryNational.is;

import consular.cases.domain.law.Rule;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;

/** Whether a third-country national may apply at one of the five posts on the Mexican border: a dated table. */
public final class ThirdCountryScreening {
    private static final String MEXICO = "MX";
    private static final String UNITED_STATES = "US";
    private static final int DAYS_IN_MEXICO = 3;

    private static final List<Row<ThirdCountryNational>> TABLE = List.of(
            row(
                    RENEWAL_IN_THE_SAME_CATEGORY,
                    ELIGIBLE_RENEWAL,
                    BASIS,
                    ThirdCountryScreening::renews,
                    "the person lives in the United States, was never out of status and stays in the same category"),
            row(
                    CLASSES_SOUGHT_ANEW_IN_MEXICO,
                    ELIGIBLE_NEW_VISA,
                    BASIS,
                    it -> BorderClasses.isSoughtAnew(it.visaClass()),
                    "the class is one that may be sought at a border post by somebody who never had it"),
            row(
                    VISITOR_VISAS_FOR_RESIDENTS_ONLY,
                    ELIGIBLE_RESIDENT,
                    BASIS,
                    ThirdCountryScreening::isResidentVisitor,
                    "the person resides in Mexico and seeks a visitor's visa"),
            row(
                    LOST_OR_STOLEN_ON_THE_WAY_HOME,
                    EXCEPTION_LOST_STOLEN,
                    EXCEPTION,
                    ThirdCountryNational::isExcepted,
                    "a lost or stolen passport or visa opens the way home"),
            row(
                    CLASSES_NOT_ISSUED_IN_MEXICO,
                    HOME_COUNTRY_ONLY,
                    BAR,
                    it -> BorderClasses.isForHomeCountry(it.visaClass()) && !isResidentVisitor(it) && !it.isExcepted(),
                    "the class is not issued in Mexico; apply in the home country"),
            row(
                    CLASSES_SOUGHT_ANEW_IN_MEXICO,
                    CLASS_NOT_OFFERED,
                    BAR,
                    it -> !BorderClasses.isForHomeCountry(it.visaClass())
                            && !BorderClasses.isSoughtAnew(it.visaClass())
                            && !renews(it),
                    "the class is not among those that may be sought at a border post, and this is no renewal"),
            row(
                    NO_CREW_VISAS_AT_NUEVO_LAREDO,
                    CREW_NOT_AT_NUEVO_LAREDO,
                    BAR,
                    it -> !PostCapability.canServe(it.post(), it.visaClass()),
                    "Nuevo Laredo issues no visas to crews; choose another post"),
            row(
                    NEVER_OUT_OF_STATUS,
                    OUT_OF_STATUS,
                    BAR,
                    it -> is(it.everOutOfStatus()) || is(it.overstayed()),
                    "the person was out of status by staying beyond visa or I-94"),
            row(
                    OVERSTAYER_APPLIES_AT_HOME,
                    VISA_VOID_AFTER_OVERSTAY,
                    BAR,
                    it -> is(it.overstayed()),
                    "staying too long made the visa void; apply in the country of nationality"),
            row(
                    VISITOR_VISAS_FOR_RESIDENTS_ONLY,
                    B_NOT_RESIDENT,
                    BAR,
                    it -> BorderClasses.isVisitor(it.visaClass()) && !it.livesIn(MEXICO) && !it.isExcepted(),
                    "a visitor who does not reside in Mexico gets no visa there, not even a renewal"),
            row(
                    CHANGE_OF_STATUS_BARS,
                    CHANGED_STATUS,
                    BAR,
                    it -> changedCategory(it) && !it.changedFromStudentToH1b(),
                    "the person changed status in the United States and seeks the new category"),
            row(
                    CHANGE_OF_STATUS_BARS,
                    CHANGED_STATUS,
                    BAR_UNLESS_POST_ACCEPTS,
                    ThirdCountryNational::changedFromStudentToH1b,
                    "the person changed from student to H-1B in the United States: ask the post whether it accepts"
                            + " that"),
            row(
                    REENTRY_IN_THE_CATEGORY_OF_ENTRY,
                    CATEGORY_MISMATCH,
                    BAR,
                    it -> it.leavesCategory() && !it.changedFromStudentToH1b(),
                    "the class sought is another than that of the last admission"),
            row(
                    REENTRY_IN_THE_CATEGORY_OF_ENTRY,
                    CATEGORY_MISMATCH,
                    BAR_UNLESS_POST_ACCEPTS,
                    ThirdCountryNational::changedFromStudentToH1b,
                    "admitted as a student, the person seeks H-1B: ask the post whether it accepts that"),
            row(
                    NOT_AFTER_VISA_WAIVER,
                    VWP_ENTRY,
                    BAR,
                    it -> is(it.vwpEntry()) && !it.isExceptedForPassport(),
                    "the last admission was under the Visa Waiver Program"),
            row(
                    VISA_FROM_THE_COUNTRY_OF_RESIDENCE,
                    VISA_FROM_THIRD_COUNTRY,
                    BAR,
                    ThirdCountryScreening::hasVisaFromElsewhere,
                    "the present visa was issued outside the country of legal residence"),
            row(
                    NOT_UNDER_SPECIAL_REGISTRATION,
                    NSEERS,
                    BAR,
                    it -> is(it.toldOfNseers()),
                    "special registration was announced when the visa was issued"),
            new Row<>(
                    NATIONALITIES_NOT_ACCEPTED,
                    NATIONALITY_BAR,
                    BAR,
                    (it, on) -> CountryList.NOT_ACCEPTED_AT_BORDER_POSTS.holds(it.nationality(), on),
                    "the border posts accept no nationals of that country"),
            row(
                    Rule.THREE_DAYS_IN_MEXICO,
                    ReasonCode.THREE_DAYS_IN_MEXICO,
                    ADVISORY,
                    it -> !hasThreeDays(it),
                    "plan at least three days in Mexico: one for fingerprints, one for the interview, one for the"
                            + " passport"),
            row(
                    COUNSEL_BEFORE_A_CHANGE_TO_H1,
                    CONSULT_ATTORNEY,
                    ADVISORY,
                    ThirdCountryScreening::changesToH1,
                    "consult an attorney before a change to H-1"),
            row(
                    APPLYING_ENDS_REVALIDATION,
                    REVALIDATION_WILL_BE_LOST,
                    ADVISORY,
                    it -> it.livesIn(UNITED_STATES),
                    "whoever applies and is not issued the visa cannot return on the expired one"));

    private ThirdCountryScreening() {}

    /**
     * Screens under the law of a day. The post is one of the five (R-TCN-01), the person a national of neither country.
     */
    public static Screening screen(ThirdCountryNational person, LocalDate on) {
        return Row.screen(TABLE, person, on);
    }

    private static Row<ThirdCountryNational> row(
            Rule rule, ReasonCode code, Effect effect, Predicate<ThirdCountryNational> applies, String detail) {
        return new Row<>(rule, code, effect, (person, _) -> applies.test(person), detail);
    }

    /** Where a class is issued in the home country only, it is not renewed here either. */
    private static boolean renews(ThirdCountryNational person) {
        return person.livesIn(UNITED_STATES)
                && person.staysInCategory()
                && !BorderClasses.isForHomeCountry(person.visaClass())
                && !is(person.everOutOfStatus())
                && !is(person.overstayed());
    }

    private static boolean isResidentVisitor(ThirdCountryNational person) {
        return person.livesIn(MEXICO) && BorderClasses.isVisitor(person.visaClass());
    }

    private static boolean changedCategory(ThirdCountryNational person) {
        return is(person.changedStatus()) && !person.staysInCategory();
    }

    private static boolean hasVisaFromElsewhere(ThirdCountryNational person) {
        var legalResidence = person.legalResidence() == null ? person.nationality() : person.legalResidence();
        return person.visaObtainedIn() != null && !person.visaObtainedIn().equals(legalResidence);
    }

    private static boolean hasThreeDays(ThirdCountryNational person) {
        return person.arrivesInMexico() != null
                && person.leavesMexico() != null
                && ChronoUnit.DAYS.between(person.arrivesInMexico(), person.leavesMexico()) + 1 >= DAYS_IN_MEXICO;
    }

    /** From F-1 only after a change of status. */
    private static boolean changesToH1(ThirdCountryNational person) {
        var entryClass = person.entryClass();
        return BorderClasses.isH1(person.visaClass())
                && entryClass != null
                && !BorderClasses.isH1(entryClass)
                && (!entryClass.equals("F1") || is(person.changedStatus()));
    }
}
