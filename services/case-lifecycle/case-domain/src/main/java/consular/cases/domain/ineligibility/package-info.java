/** Why a visa can be refused: the grounds of the statute and the reasons of a 221(g) refusal. */
@NullMarked
package consular.cases.domain.ineligibility;

import org.jspecify.annotations.NullMarked;
