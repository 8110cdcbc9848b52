package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.ReviewLimits;
import consular.cases.domain.law.YearEnd;
import consular.cases.domain.oversight.ReviewPolicy;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
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
                        "consular.policy.niv-review-deferral-days", "120",
                        "consular.policy.opinion-follow-up-days", "45",
                        "consular.policy.notice-alarm-days", "5",
                        "consular.policy.termination-warning-days", "60",
                        "consular.policy.retrogression", "PAUSE",
                        "consular.policy.fee-year-after-reinstatement", "true",
                        "consular.policy.presumption-exemptions", "false")))
                .isEqualTo(new Policy(
                        new YearEnd(LeapDay.MAR_1, true),
                        new ReviewLimits(14, 120),
                        new Alarms(5, 60, 45),
                        new RegistrationClocks(Retrogression.PAUSE, true),
                        false,
                        0,
                        ReviewPolicy.RECOMMENDED));
    }

    @Test
    void a_notice_may_be_due_later_than_on_the_day_of_the_refusal_and_not_before() {
        assertThat(policyOf(Map.of("consular.policy.notice-target-days", "2")))
                .isEqualTo(Policy.RECOMMENDED.noticeDueAfter(2));
        assertThat(policyOf(Map.of("consular.policy.notice-target-days", "0"))).isEqualTo(Policy.RECOMMENDED);
        assertThatThrownBy(() -> policyOf(Map.of("consular.policy.notice-target-days", "-1")))
                .rootCause()
                .hasMessageContaining("consular.policy.notice-target-days is a number of days, at least 0, not -1");
    }

    @Test
    void what_stops_the_start_is_told_with_its_property_and_value() {
        assertThatThrownBy(() -> policyOf(Map.of("consular.policy.opinion-follow-up-days", "-1")))
                .cause()
                .cause()
                .isInstanceOfSatisfying(InvalidConfigurationPropertyValueException.class, it -> {
                    assertThat(it.getName()).isEqualTo("consular.policy.opinion-follow-up-days");
                    assertThat(it.getValue()).isEqualTo("-1");
                    assertThat(it.getReason()).contains("at least 1");
                });
    }

    @Test
    void a_setting_that_is_none_stops_the_start() {
        assertThatThrownBy(() -> policyOf(Map.of("consular.policy.leap-day", "FEB_30")))
                .rootCause()
                .hasMessageContaining("consular.policy.leap-day is one of");
        assertThatThrownBy(() -> policyOf(Map.of("consular.policy.iv-review-max-days", "0")))
                .rootCause()
                .hasMessageContaining("consular.policy.iv-review-max-days is a number of days, at least 1, not 0");
        assertThatThrownBy(() -> policyOf(Map.of("consular.policy.notice-alarm-days", "soon")))
                .rootCause()
                .hasMessageContaining("notice-alarm-days");
        assertThatThrownBy(() -> policyOf(Map.of("consular.policy.roll-on-post-closure", "yes")))
                .rootCause()
                .hasMessageContaining("true or false");
    }
}
