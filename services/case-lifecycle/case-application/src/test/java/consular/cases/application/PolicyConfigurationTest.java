package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.oversight.ReviewPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Every switch of the policy is a setting. */
class PolicyConfigurationTest {
    private static Policy policyOf(Map<String, Object> settings) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
            context.registerBean(ReviewPolicy.class, () -> ReviewPolicy.RECOMMENDED);
            context.register(PolicyConfiguration.class);
            context.refresh();
            return context.getBean(Policy.class);
        }
    }

    @Test
    void without_settings_the_recommended_readings_hold() {
        assertThat(policyOf(Map.of())).isEqualTo(Policy.RECOMMENDED);
    }

    @Test
    void each_setting_turns_its_switch() {
        assertThat(policyOf(Map.of(
                        "consular.policy.leap-day", "MAR_1",
                        "consular.policy.roll-on-post-closure", "true",
                        "consular.policy.iv-review-max-days", "14",
                        "consular.policy.opinion-follow-up-days", "45")))
                .isEqualTo(new Policy(LeapDay.MAR_1, true, 14, 45, ReviewPolicy.RECOMMENDED));
    }

    @Test
    void a_setting_that_is_none_stops_the_start() {
        assertThatThrownBy(() -> policyOf(Map.of("consular.policy.leap-day", "FEB_30")))
                .rootCause()
                .hasMessageContaining("LeapDay");
        assertThatThrownBy(() -> policyOf(Map.of("consular.policy.iv-review-max-days", "0")))
                .rootCause()
                .hasMessageContaining("at least a day");
    }
}
