package consular.cases.web.api;

import consular.cases.domain.Assumption;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.PolicySetting;
import consular.cases.domain.law.RuleSet;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is compared: {@code from} and {@code to} name rule sets, and the settings of the policy hold for {@code to}.
 * Without a rule set, each act is decided under the one in force on its day.
 */
record AssumptionParameters(Assumption from, Assumption to) {
    private static final String FROM = "from";
    private static final String TO = "to";

    /** Whether a parameter is one of these. */
    static boolean knows(String parameter) {
        return parameter.equals(FROM)
                || parameter.equals(TO)
                || Arrays.stream(PolicySetting.values())
                        .anyMatch(setting -> setting.member().equals(parameter));
    }

    /**
     * What a query compares.
     *
     * @param policy as the service has it
     * @throws ApiException 400 when it names nothing to compare with, or what there is not
     */
    static AssumptionParameters of(Parameters parameters, Policy policy) {
        var changed = policy;
        var given = parameters.text(TO).isPresent();
        for (var setting : PolicySetting.values()) {
            var value = parameters.text(setting.member());
            given = given || value.isPresent();
            changed = value.isPresent() ? turned(setting, changed, value.get()) : changed;
        }
        if (!given) {
            throw Parameters.bad(TO, "must name a rule set, unless a setting of the policy is given");
        }
        return new AssumptionParameters(
                new Assumption(ruleSet(FROM, parameters), policy), new Assumption(ruleSet(TO, parameters), changed));
    }

    private static Policy turned(PolicySetting setting, Policy policy, String value) {
        try {
            return setting.turn(policy, value);
        } catch (IllegalArgumentException _) {
            throw Parameters.bad(setting.member(), "is no value of the setting " + setting.key());
        }
    }

    private static @Nullable RuleSet ruleSet(String name, Parameters parameters) {
        Optional<RuleSet> found = parameters
                .text(name)
                .map(id -> Arrays.stream(RuleSet.values())
                        .filter(it -> it.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Parameters.bad(name, "names no rule set; /api/v1/rule-sets lists them")));
        return found.orElse(null);
    }
}
