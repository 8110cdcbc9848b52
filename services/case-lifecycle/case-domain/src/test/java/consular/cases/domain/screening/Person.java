package consular.cases.domain.screening;

import consular.cases.domain.posts.PostCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody to be screened, of whom a test tells what matters. */
final class Person {
    private String post = "TJT";
    private String nationality = "IN";
    private String visaClass = "H1B";
    private String residesIn = "US";
    private @Nullable String legalResidence;
    private @Nullable String entryClass = "H1B";
    private @Nullable String visaObtainedIn;
    private @Nullable Boolean outOfStatus;
    private @Nullable Boolean overstayed;
    private @Nullable Boolean changedStatus;
    private @Nullable Boolean vwpEntry;
    private @Nullable Boolean toldOfNseers;
    private @Nullable LostOrStolen lostOrStolen;
    private @Nullable Boolean residentOfVwpCountry;
    private @Nullable Boolean returningHome;
    private @Nullable LocalDate arrives;
    private @Nullable LocalDate leaves;

    private Person() {}

    static Person indian() {
        return new Person();
    }

    Person of(String country) {
        nationality = country;
        return this;
    }

    Person at(String code) {
        post = code;
        return this;
    }

    Person seeks(String symbol) {
        visaClass = symbol;
        return this;
    }

    Person admittedAs(@Nullable String symbol) {
        entryClass = symbol;
        return this;
    }

    Person livingIn(String country) {
        residesIn = country;
        return this;
    }

    Person outOfStatus(boolean ever) {
        outOfStatus = ever;
        return this;
    }

    Person overstayed() {
        overstayed = true;
        return this;
    }

    Person changedStatus() {
        changedStatus = true;
        return this;
    }

    Person underVisaWaiver() {
        vwpEntry = true;
        return this;
    }

    Person toldOfNseers() {
        toldOfNseers = true;
        return this;
    }

    Person visaFrom(@Nullable String country, @Nullable String residence) {
        visaObtainedIn = country;
        legalResidence = residence;
        return this;
    }

    Person lost(@Nullable LostOrStolen what, boolean ofWaiverCountry, boolean home) {
        lostOrStolen = what;
        residentOfVwpCountry = ofWaiverCountry;
        returningHome = home;
        return this;
    }

    Person inMexico(@Nullable LocalDate first, @Nullable LocalDate last) {
        arrives = first;
        leaves = last;
        return this;
    }

    ThirdCountryNational get() {
        return new ThirdCountryNational(
                new PostCode(post),
                nationality,
                visaClass,
                residesIn,
                legalResidence,
                entryClass,
                visaObtainedIn,
                outOfStatus,
                overstayed,
                changedStatus,
                vwpEntry,
                toldOfNseers,
                lostOrStolen,
                residentOfVwpCountry,
                returningHome,
                arrives,
                leaves,
                null);
    }
}
