package consular.cases.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import consular.cases.domain.posts.HostHolidays;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.ReviewMode;
import java.time.ZoneId;

/** A post as reference data. */
record PostItem(
        PostCode code,
        String city,
        String country,
        ZoneId zone,
        boolean nextDayIssuance,
        ReviewMode reviewMode,
        boolean borderPost,
        HostHolidaysName hostHolidays) {

    static PostItem of(Post post) {
        return new PostItem(
                post.code(),
                post.city(),
                post.country(),
                post.zone(),
                post.nextDayIssuance(),
                post.reviewMode(),
                post.borderPost(),
                HostHolidaysName.of(post.hostHolidays()));
    }

    /** Whether the calendar knows the host country's public holidays. */
    enum HostHolidaysName {
        @JsonProperty("known")
        KNOWN,
        @JsonProperty("unknown")
        UNKNOWN;

        static HostHolidaysName of(HostHolidays holidays) {
            return switch (holidays) {
                case KNOWN -> KNOWN;
                case UNKNOWN -> UNKNOWN;
            };
        }
    }
}
