package consular.cases.domain;

import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.Petition;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a case is, apart from what becomes of it.
 *
 * @param zone the zone of the post, as it was when the post took the case
 * @param arrivedAt when the case came to the post from another; null while it is where it was registered
 */
public record CaseDetails(
        CaseId caseId,
        String caseNumber,
        PostCode post,
        ZoneId zone,
        VisaCategory category,
        String visaClass,
        @Nullable Petition petition,
        @Nullable Counsel counsel,
        @Nullable Instant arrivedAt) {

    CaseDetails withCounsel(@Nullable Counsel next) {
        return new CaseDetails(caseId, caseNumber, post, zone, category, visaClass, petition, next, arrivedAt);
    }

    /** The same case at another post. */
    CaseDetails at(PostCode next, ZoneId itsZone, Instant from) {
        return new CaseDetails(caseId, caseNumber, next, itsZone, category, visaClass, petition, counsel, from);
    }
}
