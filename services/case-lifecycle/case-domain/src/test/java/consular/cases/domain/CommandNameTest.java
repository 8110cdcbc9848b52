package consular.cases.domain;

import static consular.cases.domain.people.Role.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.people.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may give which command. */
class CommandNameTest {

    @Test
    void a_command_is_for_those_it_names() {
        assertThat(CommandName.RegisterCase.isFor(INTAKE)).isTrue();
        assertThat(CommandName.RegisterCase.isFor(ADJUDICATOR)).isFalse();
        assertThat(CommandName.RegisterCase.isFor(SUPERVISOR)).isFalse();
        assertThat(CommandName.IssueVisa.isFor(INTAKE)).isFalse();
        assertThat(CommandName.ReceiveAdvisoryOpinion.isFor(DEPARTMENT)).isTrue();
        assertThat(CommandName.ReceiveAdvisoryOpinion.isFor(ADJUDICATOR)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void a_supervisor_may_what_an_adjudicator_may(CommandName name) {
        if (name.isFor(ADJUDICATOR)) {
            assertThat(name.isFor(SUPERVISOR)).isTrue();
        }
    }

    @Test
    void an_adjudicator_may_not_what_a_supervisor_is_for() {
        assertThat(CommandName.SupervisorConcur.isFor(SUPERVISOR)).isTrue();
        assertThat(CommandName.SupervisorConcur.isFor(ADJUDICATOR)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void who_only_looks_decides_nothing(CommandName name) {
        assertThat(Arrays.asList(AUDITOR, DASHBOARD)).noneMatch(name::isFor);
    }

    @ParameterizedTest
    @EnumSource
    void who_administers_decides_what_becomes_of_the_data_and_nothing_else(CommandName name) {
        var ofTheData =
                EnumSet.of(CommandName.ErasePersonalData, CommandName.PlaceLegalHold, CommandName.LiftLegalHold);
        var roles = Arrays.stream(Role.values()).filter(name::isFor).toList();
        assertThat(roles.equals(List.of(ADMIN))).isEqualTo(ofTheData.contains(name));
    }

    @ParameterizedTest
    @EnumSource
    void who_administers_gives_no_command_with_another(CommandName name) {
        assertThat(name.isFor(ADMIN) && name.isFor(SUPERVISOR)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void only_for_an_instruction_does_a_rule_of_law_turn_the_others_away(CommandName name) {
        assertThat(name.turnsAwayByRule()).isEqualTo(name == CommandName.InstructNotice);
    }
}
