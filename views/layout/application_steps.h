// Where one is among the four steps of applying.
#pragma once

namespace permit::views {

class Page;

enum class ApplicationStep { kDeclaration, kPermitNumber, kForm, kCheck };

// Fills {{>STEPS}}.
void AddSteps(Page& page, ApplicationStep step);

}  // namespace permit::views
