package consular.cases.domain.law;

import static consular.cases.domain.law.PolicySetting.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each setting takes its own values only, and says which it takes. */
class PolicySettingTest {

    @ParameterizedTest
    @CsvSource({
        "IV_REVIEW_MAX_DAYS, 0, consular.policy.iv-review-max-days",
        "IV_REVIEW_MAX_DAYS, -3, consular.policy.iv-review-max-days",
        "NIV_REVIEW_DEFERRAL_DAYS, 0, consular.policy.niv-review-deferral-days",
        "NIV_REVIEW_DEFERRAL_DAYS, -1, consular.policy.niv-review-deferral-days",
        "OPINION_FOLLOW_UP_DAYS, 0, consular.policy.opinion-follow-up-days",
        "NOTICE_ALARM_DAYS, 0, consular.policy.notice-alarm-days",
        "TERMINATION_WARNING_DAYS, -30, consular.policy.termination-warning-days",
        "TERMINATION_WARNING_DAYS, soon, consular.policy.termination-warning-days",
        "OPINION_FOLLOW_UP_DAYS, none, consular.policy.opinion-follow-up-days",
    })
    void a_number_of_days_is_at_least_one_and_the_property_is_named(
            PolicySetting setting, String value, String property) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.turn(Policy.RECOMMENDED, value))
                .withMessage(property + " is a number of days, at least 1, not " + value);
    }

    @Test
    void several_warnings_are_told_the_earliest_first_and_each_once() {
        var turned = TERMINATION_WARNING_DAYS.turn(Policy.RECOMMENDED, "30, 90,60,30");
        assertThat(turned.alarms().terminationWarningDays()).containsExactly(90, 60, 30);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TERMINATION_WARNING_DAYS.turn(Policy.RECOMMENDED, "90,,30"))
                .withMessageContaining("a number of days, at least 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Alarms(3, List.of(), 60));
    }

    @Test
    void one_day_is_enough() {
        assertThat(IV_REVIEW_MAX_DAYS
                        .turn(Policy.RECOMMENDED, "1")
                        .reviewLimits()
                        .immigrantDays())
                .isOne();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LEAP_DAY                     | FEB_30 | consular.policy.leap-day is one of [FEB_28, MAR_1], not FEB_30
        RETROGRESSION                | STOP   | consular.policy.retrogression is one of [RESTART, PAUSE], not STOP
        ROLL_ON_POST_CLOSURE         | yes    | consular.policy.roll-on-post-closure is true or false, not yes
        FEE_YEAR_AFTER_REINSTATEMENT | 1      | consular.policy.fee-year-after-reinstatement is true or false, not 1
        PRESUMPTION_EXEMPTIONS       | off    | consular.policy.presumption-exemptions is true or false, not off
        """)
    void what_is_no_choice_is_told_with_the_choices(PolicySetting setting, String value, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.turn(Policy.RECOMMENDED, value))
                .withMessage(message);
    }

    @ParameterizedTest
    @EnumSource
    void what_a_policy_says_of_a_setting_is_a_value_of_it(PolicySetting setting) {
        assertThat(setting.turn(Policy.RECOMMENDED, setting.of(Policy.RECOMMENDED)))
                .isEqualTo(Policy.RECOMMENDED);
    }

    @ParameterizedTest
    @CsvSource({
        "LEAP_DAY, MAR_1, leapDay",
        "ROLL_ON_POST_CLOSURE, true, rollOnPostClosure",
        "IV_REVIEW_MAX_DAYS, 14, ivReviewMaxDays",
        "NIV_REVIEW_DEFERRAL_DAYS, 120, nivReviewDeferralDays",
        "OPINION_FOLLOW_UP_DAYS, 45, opinionFollowUpDays",
        "NOTICE_TARGET_DAYS, 2, noticeTargetDays",
        "NOTICE_ALARM_DAYS, 5, noticeAlarmDays",
        "TERMINATION_WARNING_DAYS, 60, terminationWarningDays",
        "TERMINATION_WARNING_DAYS, '90,60,30', terminationWarningDays",
        "RETROGRESSION, PAUSE, retrogression",
        "FEE_YEAR_AFTER_REINSTATEMENT, true, feeYearAfterReinstatement",
        "PRESUMPTION_EXEMPTIONS, false, presumptionExemptions",
    })
    void turning_a_setting_moves_that_setting_alone(PolicySetting setting, String value, String member) {
        assertThat(setting.member()).isEqualTo(member);
        var turned = setting.turn(Policy.RECOMMENDED, value);
        for (var each : PolicySetting.values()) {
            assertThat(each.of(turned)).isEqualTo(each == setting ? value : each.of(Policy.RECOMMENDED));
        }
    }
}
