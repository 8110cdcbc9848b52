package consular.cases.domain.screening;

import consular.cases.domain.posts.PostCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is neither a citizen of the United States nor of Mexico and would apply at a post on the border. A fact
 * left out counts as not so. Countries are ISO 3166-1 alpha-2, classes the Department's symbols.
 *
 * @param visaClass the class that is sought
 * @param residesIn where the person lives now
 * @param legalResidence the country of legal residence outside the United States; the nationality, unless given
 * @param entryClass the class of the last admission to the United States
 * @param visaObtainedIn where the present visa was issued
 * @param everOutOfStatus whether the person was ever out of status by staying beyond visa or I-94
 * @param overstayed whether that was on the present visa, which is void then
 * @param changedStatus whether status was changed in the United States since the last admission
 * @param vwpEntry whether the last admission was under the Visa Waiver Program
 * @param toldOfNseers whether special registration was announced when the visa was issued
 * @param residentOfVwpCountry whether the country of residence takes part in the Visa Waiver Program
 * @param returningHome whether the visa is for the way home
 * @param arrivesInMexico the first day in Mexico
 * @param leavesMexico the last day in Mexico
 * @param on the day whose law applies; today at the post, unless given
 */
public record ThirdCountryNational(
        PostCode post,
        String nationality,
        String visaClass,
        String residesIn,
        @Nullable String legalResidence,
        @Nullable String entryClass,
        @Nullable String visaObtainedIn,
        @Nullable Boolean everOutOfStatus,
        @Nullable Boolean overstayed,
        @Nullable Boolean changedStatus,
        @Nullable Boolean vwpEntry,
        @Nullable Boolean toldOfNseers,
        @Nullable LostOrStolen lostOrStolen,
        @Nullable Boolean residentOfVwpCountry,
        @Nullable Boolean returningHome,
        @Nullable LocalDate arrivesInMexico,
        @Nullable LocalDate leavesMexico,
        @Nullable LocalDate on) {

    /** Whether the class sought is that of the last admission. */
    boolean staysInCategory() {
        return entryClass != null && BorderClasses.areOneCategory(entryClass, visaClass);
    }

    boolean leavesCategory() {
        return entryClass != null && !BorderClasses.areOneCategory(entryClass, visaClass);
    }

    boolean livesIn(String country) {
        return residesIn.equals(country);
    }

    /** Whether the person was a student and has changed to H-1B, which posts may accept. */
    boolean changedFromStudentToH1b() {
        return is(changedStatus) && "F1".equals(entryClass) && visaClass.equals("H1B");
    }

    /** Whether something lost or stolen opens the way home (R-TCN-08). */
    boolean isExcepted() {
        return isExceptedForPassport() || isExceptedForVisa();
    }

    /** Whether a resident of a waiver country goes home without the passport that had stood for a visa. */
    boolean isExceptedForPassport() {
        return is(returningHome)
                && lostOrStolen == LostOrStolen.BIOMETRIC_PASSPORT
                && is(residentOfVwpCountry)
                && (BorderClasses.isVisitor(visaClass) || BorderClasses.isTransit(visaClass));
    }

    private boolean isExceptedForVisa() {
        return is(returningHome)
                && lostOrStolen == LostOrStolen.VISA
                && !is(residentOfVwpCountry)
                && BorderClasses.isVisitor(visaClass);
    }

    static boolean is(@Nullable Boolean fact) {
        return Boolean.TRUE.equals(fact);
    }
}
