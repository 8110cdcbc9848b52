package consular.cases.application;

import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.oversight.ReviewPolicy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the law leaves open, as the settings {@code consular.policy} have it. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {
    @Bean
    Policy policy(
            @Value("${consular.policy.leap-day:FEB_28}") LeapDay leapDay,
            @Value("${consular.policy.roll-on-post-closure:false}") boolean rollOnPostClosure,
            @Value("${consular.policy.iv-review-max-days:30}") int ivReviewMaxDays,
            @Value("${consular.policy.opinion-follow-up-days:60}") int opinionFollowUpDays,
            ReviewPolicy review) {
        return new Policy(leapDay, rollOnPostClosure, ivReviewMaxDays, opinionFollowUpDays, review);
    }
}
